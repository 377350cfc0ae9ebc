"""Notebooks run into a site, and the links that open them on Binder.

Order inside: ``notebooks`` (their files, and what each says of itself), ``execution``, ``exhibits`` (figures and
tables as files), ``pages`` (through templates), ``downloads``, ``progress``, ``shelf`` (reports of releases side
by side), ``site``, ``archive_lists`` (tables of
many releases), ``archive_parts`` (what they say), ``archive_page``, ``command``, ``launch`` (the links).
"""
