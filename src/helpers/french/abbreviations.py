"""Abbreviations, which no full stop of theirs ends a sentence."""

from helpers import lexicon

ABBREVIATIONS = {row["form"]: row for row in lexicon.rows("abbreviations")}


def is_initials(text: str) -> bool:
    """*R.*, *J.-P.*, *M.-C.*: letters with a full stop each, hyphens between."""
    return len(text) > 1 and text.endswith(".") and all(len(part.strip("-")) <= 1 for part in text.split("."))
