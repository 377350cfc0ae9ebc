"""What the command line can be asked for; what reads is loaded when something is to be read, so that ``--help`` answers
at once.

Order inside: ``terminal`` (its name, its one line, its faults), ``releases``, ``accuracy``, ``corpus``, ``news``,
``sqlite``.
"""
