"""A file → a release: its text and what its layout tells. No parse is needed.

Order inside: ``files`` (bytes → text), ``parts`` (what there is), ``addresses``, ``headings``, ``blocks``,
``dateline``, ``contacts``, ``kinds`` (of paragraphs), ``layout``, ``release``, ``acronyms``.
"""
