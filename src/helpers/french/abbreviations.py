"""Abbreviations, which no full stop of theirs ends a sentence."""

from helpers import lexicon

ABBREVIATIONS = {row["form"]: row for row in lexicon.rows("abbreviations")}
