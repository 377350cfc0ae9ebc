"""Language measures of a release under one name; each stands in the module of its subject."""

from helpers.concordance import concordance
from helpers.entities import entities, entity_mentions
from helpers.formulae import formulae, formulaic, places
from helpers.grammar import nominalisations
from helpers.keyness import CRITICAL_G2, REFERENCE_SIZE, content_terms, keyness, log_likelihood, log_ratio
from helpers.readability import bands, kandel_moles, lix, readability, scale
from helpers.running import APART, OPEN_CLASSES, Read, running_text, sentence_lengths, size, word_table
from helpers.syllables import syllables
from helpers.vocabulary import growth, mattr, mtld, vocabulary

__all__ = [
    "APART", "CRITICAL_G2", "OPEN_CLASSES", "REFERENCE_SIZE", "Read", "bands", "concordance", "content_terms",
    "entities", "entity_mentions", "formulae", "formulaic", "growth", "kandel_moles", "keyness", "lix",
    "log_likelihood", "log_ratio", "mattr", "mtld", "nominalisations", "places", "readability", "running_text",
    "scale", "sentence_lengths", "size", "syllables", "vocabulary", "word_table",
]  # fmt: skip
