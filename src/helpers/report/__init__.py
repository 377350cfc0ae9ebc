"""Notebooks run into a site, and the links that open them on Binder.

Order inside: ``site``, ``launch``.
"""
