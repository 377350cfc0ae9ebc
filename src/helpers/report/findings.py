"""What a reader of a release would tell of it first, put together from its reading: a sentence each."""

from collections.abc import Iterator

from helpers import language
from helpers.analysis import Analysis
from helpers.claims import inventory
from helpers.text.translation import day, localised, translate
from helpers.text.typography import words

_LEAST, _MOST = 3, 5
_MOST_OF_A_KIND = 2
_SHOWN = 32  # words of a sentence that is cited


def findings_of(analysis: Analysis) -> list[str]:
    """Who has how many words, what numbers say together, what is promised by when, who is silent: the most telling
    first, five at the most; where there are hardly any, numbers and words as they are told.
    """
    makers = (_heard, _grown, _stated, _promised, _silent)
    found = [sentence for make in makers for sentence in make(analysis)][:_MOST]
    if len(found) < _LEAST:
        found += [*_counted(analysis), *_quoted(analysis)][: _LEAST - len(found)]
    return found


def _heard(analysis: Analysis) -> Iterator[str]:
    release = analysis.release
    voices = language.voice_words(release, analysis.quotes)
    size = localised(f"{release.words:,}")
    if voices.empty:
        yield translate("Nobody is quoted: all {words} words are the release's own.", words=size)
        return
    told = {
        "name": voices.index[0],
        "words": size,
        "share": _share(voices.iloc[0] / release.words),
        "rest": _share(voices.iloc[1:].sum() / release.words),
        "own": _share(1 - voices.sum() / release.words),
        "others": len(voices) - 1,
    }
    if len(voices) == 1:
        yield translate("{name} has {share} of the {words} words; the release itself {own}.", **told)
    elif len(voices) == 2:
        yield translate(
            "{name} has {share} of the {words} words, the one other voice {rest}; the release itself {own}.", **told
        )
    else:
        yield translate(
            "{name} has {share} of the {words} words, the {others} other voices together {rest}; "
            "the release itself {own}.",
            **told,
        )


def _share(part: float) -> str:
    return localised(f"{part:.0%}")


def _silent(analysis: Analysis) -> Iterator[str]:
    heard = language.hearing(analysis)
    silent = heard[~heard["is_heard"].astype(bool) & (heard["mentions"] > 1)]
    silent = silent.sort_values("mentions", ascending=False, kind="stable").head(3)
    if len(silent):
        names = ", ".join(f"{row.name} ({row.mentions})" for row in silent.itertuples(index=False))
        yield translate("Named most often without a word of their own: {names}.", names=names)


def _grown(analysis: Analysis) -> Iterator[str]:
    """Numbers that a sentence compares, with the growth that it leaves to the reader."""
    for row in analysis.comparisons.head(_MOST_OF_A_KIND).itertuples():
        is_said = isinstance(row.of, str) and row.of
        yield translate("“{of}”: {said}", of=row.of, said=row.sentence) if is_said else str(row.sentence)


def _stated(analysis: Analysis) -> Iterator[str]:
    """Changes that are stated beside the numbers, and whether they follow from them."""
    for row in analysis.stated_changes.head(_MOST_OF_A_KIND).itertuples():
        yield translate("“{of}”: {said}", of=row.text, said=row.sentence)


def _promised(analysis: Analysis) -> Iterator[str]:
    sentences = inventory(analysis)
    dated = sentences[(sentences["act"] == "promise") & sentences["by_when"].notna()]
    for row in dated.head(_MOST_OF_A_KIND).itertuples():
        when, text = day(str(row.by_when)), _cited(row.text)
        # Of a season or an open span the sentence itself tells better.
        is_day = when != row.by_when
        yield (
            translate("Promised for {day}: “{text}”", day=when, text=text)
            if is_day
            else translate("Promised: “{text}”", text=text)
        )


def _counted(analysis: Analysis) -> Iterator[str]:
    """Numbers of which the release tells what they count, the largest of each unit first."""
    numbers = analysis.numbers
    told = numbers[numbers["of"].notna() & (numbers["role"] != "duration")]
    told = told.sort_values("value", ascending=False, kind="stable")
    for row in told.drop_duplicates("of").head(_MOST_OF_A_KIND).itertuples():
        is_part = not isinstance(row.unit, str) or row.text.endswith(row.unit)
        number = row.text if is_part else f"{row.text}\u00a0{translate(row.unit)}"
        if isinstance(row.speaker_name, str):
            yield translate("{name} gives a figure: {number} ({of}).", name=row.speaker_name, number=number, of=row.of)
        else:
            yield translate("The release gives a figure: {number} ({of}).", number=number, of=row.of)


def _quoted(analysis: Analysis) -> Iterator[str]:
    """The longest direct quotation of somebody named."""
    quotes = analysis.quotes
    said = quotes[(quotes["kind"] == "direct") & quotes["speaker_name"].notna()]
    for row in said.sort_values("words", ascending=False, kind="stable").head(1).itertuples():
        yield translate("{name}: “{text}”", name=row.speaker_name, text=_cited(row.text))


def _cited(text: str) -> str:
    parts = text.split()
    return " ".join(parts[:_SHOWN]) + (" …" if len(words(text)) > _SHOWN else "")
