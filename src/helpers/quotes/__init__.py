"""What is quoted: words between marks, reported clauses, narrated points, each with its cue and the words of its
source.

Importing this package registers ``helpers_quotes``, the component of spaCy.

Order inside: ``rules`` (their names), ``model``, ``walks``, ``verb_groups``, ``cues``, ``index`` (marks and
cues, each found at once). Who speaks: ``factuality`` (whether anybody does), ``elided_subjects``,
``verb_sources``, ``likely_subjects``,
``preposition_sources``, ``source_appositions``. Between marks: ``naming_marks`` (which hold names),
``marked_words`` (what they are by print and place), ``incises``,
``split_marks``, ``signatures``, ``mark_rules``. Without marks: ``next_clauses``, ``clause_bounds``,
``governed_clauses``,
``parenthetical_clauses``, ``selon_clauses``, ``listed``, ``reported`` (all of these in order of trial). Which of them
are quotations: ``clause_quotations``, ``statements``, ``carried`` (by discourse), ``marked_features``,
``marked_choice``, ``marked_quotations``, ``narrated``, ``quotations`` (the whole), ``component``.
"""

from helpers.quotes.component import quotes_component
from helpers.quotes.rules import RULES

__all__ = ["RULES", "quotes_component"]
