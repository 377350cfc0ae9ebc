"""French words and phrases, as the model, typography and word classes together tell them.

Order inside: ``abbreviations``, ``verbs``, ``tags`` (put right), ``sentences``, ``pipeline`` (release → Doc),
``tables`` (sentences, tokens), ``noun_phrases``.
"""

from helpers.french.pipeline import MODEL, VERSION, parse
from helpers.french.tables import sentence_table, token_table

__all__ = ["MODEL", "VERSION", "parse", "sentence_table", "token_table"]
