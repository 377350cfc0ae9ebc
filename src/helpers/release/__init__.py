"""A file → a release: its text and what its layout tells. No parse is needed.

Order inside: ``formats`` (what a file is), ``decoding`` (bytes → text), ``extracted`` (text and its markup),
``web_page``, ``word_styles``, ``word_file``, ``pdf_file``, ``extraction`` (any of these), ``files`` (the way in),
``language_id`` (is it French?), ``parts`` (what there is), ``addresses``, ``headings``, ``dateline_forms``, ``blocks``,
``lines`` (joined to paragraphs), ``dateline``, ``letterhead``, ``contacts``, ``kinds`` (of paragraphs), ``issuer``,
``layout``, ``release``, ``acronym_letters``, ``acronyms``.
"""

from helpers.release.release import Release, load_release

__all__ = ["Release", "load_release"]
