"""Notebooks run into a site, and the links that open them on Binder.

Order inside: ``notebooks`` (their files, and what each says of itself), ``links`` (where their texts lead, in which
language), ``execution``, ``exhibits`` (figures and tables as files), ``figures`` (on light and dark ground),
``voice_filter`` (whose words are marked), ``touch`` (on a telephone), ``findings`` (of a reading), ``shelf``
(reports of releases side by side), ``common_passages`` (of two releases), ``comparison`` (two readings), ``pages``
(through templates), ``downloads``, ``progress``, ``site``, ``archive_lists`` (tables of many releases),
``archive_parts`` (what they say), ``archive_page``, ``run``, ``command``, ``launch`` (the links on Binder).
"""
