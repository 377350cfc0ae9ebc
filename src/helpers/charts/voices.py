"""Who is quoted, how much, where, and with which verbs."""

import itertools
from collections.abc import Iterable, Mapping

import pandas as pd

from helpers.charts.style import (
    BLACK,
    GREY,
    PALE,
    Chart,
    finished,
    legend_below,
    look,
    new_axes,
    rows,
    styled,
    whole_numbers,
)
from helpers.markup.speakers import NOBODYS, PALETTE, speaker_colours, speaker_numbers
from helpers.text.translation import localised, translate


@styled
def voice_share(voices: pd.Series, total: int, colours: Mapping[str, str] | None = None) -> Chart:
    """Words of each quoted voice beside the release's own.

    Args:
        voices: speaker → words in direct, indirect and mixed quotations.
        total: words of the whole release.
        colours: what ``markup.speaker_colours`` gives of its quotations, so that each has the colour and number of the
            marked text; without it in the order of ``voices``.
    """
    colours = dict(zip(voices.index, itertools.cycle(PALETTE), strict=False)) if colours is None else colours
    own = total - int(voices.sum())
    data = pd.DataFrame({"voice": [*voices.index, translate("the release itself")], "words": [*map(int, voices), own]})
    data["share"] = data["words"] / total
    figure, axes = new_axes(0.9 + 0.45 * len(data))
    for number, row in enumerate(data.itertuples()):
        is_own = number == len(data) - 1
        colour = PALE if is_own else colours.get(row.voice, NOBODYS)
        axes.barh(number, row.words, color=colour, edgecolor=GREY if is_own else "white")
        axes.text(row.words + total * 0.006, number, f"{row.words} ({_share(row.share)})", va="center")
    rows(axes, [*_numbered(voices.index, colours), data["voice"].iloc[-1]])
    axes.set_xlabel("words")
    axes.margins(x=0.12)
    return finished(figure, "voice_share", _loudest(voices, total), data)


def _loudest(voices: pd.Series, total: int) -> str:
    if not len(voices):
        return translate("Nobody is quoted: every word is the release's own")
    first = voices.sort_values(ascending=False)
    finding = translate("{name} has {share} of all words", name=first.index[0], share=_share(first.iloc[0] / total))
    if len(first) == 1:
        return translate("{finding}, the only voice quoted", finding=finding)
    more = _share(first.iloc[1] / total)
    return translate("{finding}, no other quoted voice more than {share}", finding=finding, share=more)


def _share(part: float) -> str:
    return localised(f"{part:.0%}")


def _numbered(names: Iterable[str], colours: Mapping[str, str]) -> list[str]:
    """Speakers with their numbers in front, as the marked text has them: *2  Anne Roy*."""
    numbers = speaker_numbers(colours)
    return [f"{numbers.get(name, '?')}  {name}" for name in names]


_KIND_LOOKS = {
    "direct": {"alpha": 1.0, "hatch": ""},
    "indirect": {"alpha": 0.65, "hatch": "///"},
    "mixed": {"alpha": 0.65, "hatch": "///"},
    "narrated": {"alpha": 0.35, "hatch": "|||"},
}


@styled
def voices_along(quotes: pd.DataFrame, length: int) -> Chart:
    """Where in the text each voice is heard: one lane a speaker, from the first character to the last.

    Each has the colour and number of the marked text.

    Args:
        quotes: ``analysis.quotes``.
        length: characters of the release.
    """
    names = quotes["speaker_name"].astype(object)
    unknown = translate("unknown")
    named = quotes.assign(speaker=names.where(names.notna(), unknown))
    colours = speaker_colours(quotes)
    lanes = list(dict.fromkeys(named["speaker"]))
    figure, axes = new_axes(1.0 + 0.42 * max(1, len(lanes)))
    framed = {"edgecolor": BLACK, "linewidth": 0.5}
    for row in named.itertuples():
        lane = lanes.index(row.speaker)
        bar = {"color": colours.get(row.speaker, NOBODYS), **_KIND_LOOKS[row.kind], **framed}
        axes.barh(lane, row.end - row.start, left=row.start, height=0.6, **bar)
    rows(axes, _numbered(lanes, colours))
    axes.set_xlim(0, length)
    axes.set_xlabel("position in the release (characters)")
    for kind in dict.fromkeys(named["kind"]):
        axes.bar(0, 0, color=GREY, **_KIND_LOOKS[kind], **framed, label=kind)
    if len(named):
        # A few lanes make a low plot, and the words under it take their height all the same.
        legend_below(axes, max(0.28, 0.72 / len(lanes)), columns=4)
    data = named[["start", "end", "kind", "speaker", "words"]]
    return finished(figure, "voices_along", _first_heard(named, length), data)


def _first_heard(named: pd.DataFrame, length: int) -> str:
    quoted = named[named["kind"] == "direct"].sort_values("start")
    if not len(quoted):
        return translate("No word stands in quotation marks as somebody's")
    first = quoted.iloc[0]
    share = first["start"] / length
    told = "The first word in quotation marks comes after {share} of the text, from {speaker}"
    return translate(told, share=_share(share), speaker=first["speaker"])


@styled
def verbs(cues: pd.DataFrame) -> Chart:
    """Reporting verbs by what they do to the words they report.

    Args:
        cues: one row a verb: ``lemma``, ``word_class``, ``uses``.
    """
    order = [c for c in ("neutral", "assertive", "evaluative", "directive", "unlisted") if c in set(cues["word_class"])]
    data = cues.assign(rank=cues["word_class"].map({c: n for n, c in enumerate(order)}))
    data = data.sort_values(["rank", "uses", "lemma"], ascending=[True, False, True], ignore_index=True)
    data = data.drop(columns="rank")
    sums = data.groupby("word_class")["uses"].sum()
    finding = ", ".join(f"{sums[c]} {c}" for c in order) + f": what {int(sums.sum())} reporting verbs do"
    figure, axes = new_axes(0.9 + 0.34 * max(1, len(data)))
    for number, row in enumerate(data.itertuples()):
        axes.barh(number, row.uses, **look(order.index(row.word_class)), edgecolor="white")
    for number, word_class in enumerate(order):
        axes.barh(0, 0, **look(number), edgecolor="white", label=word_class)
    rows(axes, data["lemma"])
    axes.set_xlabel("uses (quotations and narrated points that the verb introduces)")
    whole_numbers(axes.xaxis)
    if order:
        axes.legend(loc="lower right")
    return finished(figure, "verbs", finding, data)
