"""French words and phrases, as the model, typography and word classes together tell them.

Order inside: ``abbreviations``, ``verbs``, ``tags`` (put right), ``sentences``, ``document`` (a release with its
parse), ``pipeline`` (release → ReleaseDoc), ``tables`` (sentences, tokens), ``persons`` (words for people),
``subjects``, ``noun_phrases`` (their grammar), ``inverted_subjects``, ``adjuncts`` (between a verb and its
complement), ``counted_phrases``.
"""

from helpers.french.pipeline import MODEL, VERSION, parse
from helpers.french.tables import sentence_table, token_table

__all__ = ["MODEL", "VERSION", "parse", "sentence_table", "token_table"]
