"""Measures of a release's language under one name; each stands in the module of its family.

What gives one row a place (a passive, a connector, a word of praise) finds what its word list and the tags let it find;
each row can be looked up in the text. A rate made of such rows is as unsure as they are few: ``specificity`` tells
whether two rates of a short text differ by more than chance. What gives one number says in its docstring what a short
text does to it.

Order inside: ``precision``; ``syllables``; which text is measured, ``running``; its words and tokens, ``word_table``,
``constructions``, ``word_lists``, ``word_voices``, ``sizes``, ``tagged``; vocabulary and key terms, ``vocabulary``,
``readability``, ``keyness``, ``specificities``, ``dispersion``, ``collocations``, ``terms``, ``formulae``; grammar,
``nominal_style``, ``connectors``, ``verb_forms``, ``agency``, ``impersonals``, ``negations``, ``modality``,
``persons``, ``syntax``; wording, ``evaluations``, ``anglicisms``, ``sayings``, ``argument``; ``concordance``;
``names``, ``capacities``, ``hearing``; and what uses most of these, ``voice_comparison``, ``profile``, ``norms``.
"""

from helpers.language.agency import agency, roles
from helpers.language.anglicisms import calques, english_terms
from helpers.language.argument import framing, moves
from helpers.language.capacities import capacities, in_force
from helpers.language.collocations import collocations, log_dice
from helpers.language.concordance import concordance, nearest
from helpers.language.connectors import connectors
from helpers.language.dispersion import dispersion, dp
from helpers.language.evaluations import evaluations
from helpers.language.formulae import formulae, formulaic, term_places
from helpers.language.hearing import hearing
from helpers.language.impersonals import impersonals
from helpers.language.keyness import (
    CRITICAL_G2,
    REFERENCE_SIZE,
    content_terms,
    keyness,
    log_likelihood,
    log_ratio,
)
from helpers.language.modality import modality
from helpers.language.names import entities, entity_mentions, name_table
from helpers.language.negations import negations
from helpers.language.nominal_style import de_chains, nominalisations
from helpers.language.norms import beside_norms, genre_keyness, norms
from helpers.language.persons import persons
from helpers.language.precision import how_precise, precision, recall
from helpers.language.profile import profile
from helpers.language.readability import (
    LISTED,
    bands,
    dale_chall,
    kandel_moles,
    lix,
    readability,
    readability_by_paragraph,
    rix,
    scale,
)
from helpers.language.running import APART, language_warning, prose_tokens, running_text, sentence_lengths
from helpers.language.sayings import sayings
from helpers.language.sizes import by_paragraph, size
from helpers.language.specificities import specificities, specificity
from helpers.language.syllables import syllables
from helpers.language.syntax import syntax
from helpers.language.tagged import tag_agreement
from helpers.language.terms import c_value, terms
from helpers.language.verb_forms import FINITE, verb_forms
from helpers.language.vocabulary import KNOWN, growth, hdd, mattr, mtld, rare_words, vocabulary, yule_k
from helpers.language.voice_comparison import TELLING, compare
from helpers.language.word_table import OPEN_CLASSES, word_table
from helpers.language.word_voices import ITSELF, NOBODY, voice_words, voiced
from helpers.release.acronyms import acronym_uses, acronyms

__all__ = [
    "APART",
    "CRITICAL_G2",
    "FINITE",
    "ITSELF",
    "KNOWN",
    "LISTED",
    "NOBODY",
    "OPEN_CLASSES",
    "REFERENCE_SIZE",
    "TELLING",
    "acronym_uses",
    "acronyms",
    "agency",
    "bands",
    "beside_norms",
    "by_paragraph",
    "c_value",
    "calques",
    "capacities",
    "collocations",
    "compare",
    "concordance",
    "connectors",
    "content_terms",
    "dale_chall",
    "de_chains",
    "dispersion",
    "dp",
    "english_terms",
    "entities",
    "entity_mentions",
    "evaluations",
    "formulae",
    "formulaic",
    "framing",
    "genre_keyness",
    "growth",
    "hdd",
    "hearing",
    "how_precise",
    "impersonals",
    "in_force",
    "kandel_moles",
    "keyness",
    "language_warning",
    "lix",
    "log_dice",
    "log_likelihood",
    "log_ratio",
    "mattr",
    "modality",
    "moves",
    "mtld",
    "name_table",
    "nearest",
    "negations",
    "nominalisations",
    "norms",
    "persons",
    "precision",
    "profile",
    "prose_tokens",
    "rare_words",
    "readability",
    "readability_by_paragraph",
    "recall",
    "rix",
    "roles",
    "running_text",
    "sayings",
    "scale",
    "sentence_lengths",
    "size",
    "specificities",
    "specificity",
    "syllables",
    "syntax",
    "tag_agreement",
    "term_places",
    "terms",
    "verb_forms",
    "vocabulary",
    "voice_words",
    "voiced",
    "word_table",
    "yule_k",
]  # fmt: skip
