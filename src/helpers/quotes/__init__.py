"""What is quoted: words between marks, reported clauses, narrated points, each with its cue and the words of its
source.

Order inside: ``rules`` (their names and examples), ``model``, ``verb_groups``, ``cues``, ``index`` (marks and cues of a
release, each found at once); who speaks: ``factuality`` (does anybody), ``elided_subjects``, ``verb_sources``,
``preposition_sources``; between marks: ``incises``, ``split_marks``, ``marks`` (what they are by print and place),
``signatures``, ``marked`` (the rules for them); without marks: ``clause_bounds``, ``governed_clauses``,
``parenthetical_clauses``, ``selon_clauses``, ``reported`` (all of these in order); ``carried`` (by discourse); what of
all this are quotations: ``clause_quotations``, ``statements``, ``marked_quotations``, ``narrated``; ``quotations`` (the
whole), ``component`` (the whole for spaCy: importing this package registers ``helpers_quotes``).
"""

from helpers.quotes.component import quotes_component
from helpers.quotes.rules import RULES

__all__ = ["RULES", "quotes_component"]
