"""What a reader of a release would tell of it first, put together from its reading: a sentence each."""

from collections.abc import Iterator

from helpers import language
from helpers.analysis import Analysis
from helpers.claims import inventory
from helpers.text.typography import words

_MOST_OF_A_KIND = 2
_SHOWN = 32  # words of a sentence that is cited


def findings_of(analysis: Analysis) -> list[str]:
    """Who has how many words, who is silent, what numbers say together and what is promised by when."""
    return [*_heard(analysis), *_silent(analysis), *_grown(analysis), *_stated(analysis), *_promised(analysis)]


def _heard(analysis: Analysis) -> Iterator[str]:
    release = analysis.release
    voices = language.voice_words(release, analysis.quotes)
    if voices.empty:
        yield f"Nobody is quoted: all {release.words} words are the release's own."
        return
    first = f"{voices.index[0]} has {voices.iloc[0] / release.words:.0%} of the {release.words} words"
    others = len(voices) - 1
    if others:
        rest = "the one other voice" if others == 1 else f"the {others} other voices together"
        first += f", {rest} {voices.iloc[1:].sum() / release.words:.0%}"
    yield f"{first}; the release itself {1 - voices.sum() / release.words:.0%}."


def _silent(analysis: Analysis) -> Iterator[str]:
    heard = language.hearing(analysis)
    silent = heard[~heard["is_heard"].astype(bool) & (heard["mentions"] > 1)]
    silent = silent.sort_values("mentions", ascending=False, kind="stable").head(3)
    if len(silent):
        named = ", ".join(f"{row.name} ({row.mentions})" for row in silent.itertuples(index=False))
        yield f"Named most often without a word of their own: {named}."


def _grown(analysis: Analysis) -> Iterator[str]:
    """Numbers that a sentence compares, with the growth that it leaves to the reader."""
    for row in analysis.comparisons.head(_MOST_OF_A_KIND).itertuples():
        yield f"“{row.of}”: {row.sentence}" if isinstance(row.of, str) and row.of else str(row.sentence)


def _stated(analysis: Analysis) -> Iterator[str]:
    """Changes that are stated beside the numbers, and whether they follow from them."""
    for row in analysis.stated_changes.head(_MOST_OF_A_KIND).itertuples():
        yield f"“{row.text}”: {row.sentence}"


def _promised(analysis: Analysis) -> Iterator[str]:
    sentences = inventory(analysis)
    dated = sentences[(sentences["act"] == "promise") & sentences["by_when"].notna()]
    for row in dated.head(_MOST_OF_A_KIND).itertuples():
        yield f"Promised for {row.by_when}: “{_cited(row.text)}”"


def _cited(text: str) -> str:
    parts = text.split()
    return " ".join(parts[:_SHOWN]) + (" …" if len(words(text)) > _SHOWN else "")
