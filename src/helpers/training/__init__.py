"""From annotated texts to the tables of ``learned``: for those who develop, with scikit-learn.

``python -m helpers.training FOLDER …`` reads annotations (``STEM.txt`` beside ``STEM.gold.json``), writes what the
models may know of them, numbers without text, to ``data/training``, and fits; without folders it fits what lies there.

Order inside: ``annotated`` (texts with their annotation), ``tables`` (features on disk), ``fitting`` (regression,
cross-validation, calibration), ``direct`` (which marked words are quotations), ``speaker`` (who is meant),
``attribution`` (whether who was found is right), ``command``; ``norms`` (what is usual for a kind of text) and
``first_names`` (which tell a gender), commands of their own.
"""
