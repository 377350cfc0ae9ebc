"""What is quoted: words between marks, reported clauses, narrated points, each with its cue and the words of its
source.

Order inside: ``rules`` (their names), ``cues``, ``reading`` (a Doc indexed), ``sources``, ``incises``, ``marked``,
``clauses``, ``quotations``.
"""

from helpers.quotes.rules import RULES

__all__ = ["RULES"]
