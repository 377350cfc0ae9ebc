"""What a release's layout says."""

import pandas as pd

from helpers.charts.style import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    SKY,
    YELLOW,
    Chart,
    finished,
    new_axes,
    rows,
    styled,
)
from helpers.text.schema import FRAME
from helpers.text.translation import translate

_KIND_LOOKS = {
    "title": (BLACK, ""),
    "subtitle": (BLACK, "..."),
    "heading": (GREY, ""),
    "embargo": (YELLOW, "xxx"),
    "dateline": (YELLOW, "---"),
    "lead": (ORANGE, "///"),
    "body": (BLUE, ""),
    "bullet": (BLUE, "---"),
    "fact": (BLUE, "..."),
    "signature": (GREY, "///"),
    "boilerplate": (SKY, "..."),
    "source": (GREEN, "xxx"),
    "contact": (PURPLE, "\\\\\\"),
    "links": (PURPLE, "..."),
    "end": (GREY, "xxx"),
}


@styled
def layout(paragraphs: pd.DataFrame) -> Chart:
    """The paragraphs of a release in order, by length and kind.

    Args:
        paragraphs: one row a paragraph: ``kind``, ``words``, ``opening`` (its first words).
    """
    figure, axes = new_axes(0.7 + 0.3 * len(paragraphs))
    for number, row in enumerate(paragraphs.itertuples(), start=1):
        colour, hatch = _KIND_LOOKS[row.kind]
        axes.barh(number, row.words, color=colour, hatch=hatch, edgecolor="white")
        axes.text(row.words + 1, number, str(row.words), va="center", fontsize=8)
    labels = [f"{number}  {opening}" for number, opening in enumerate(paragraphs["opening"], start=1)]
    rows(axes, labels, first=1, fontsize=8)
    axes.set_xlabel("length (words)")
    for kind in dict.fromkeys(paragraphs["kind"]):
        colour, hatch = _KIND_LOOKS[kind]
        axes.bar(0, 0, color=colour, hatch=hatch, edgecolor="white", label=kind)
    axes.legend(loc="lower right")
    return finished(figure, "layout", _longest(paragraphs), paragraphs)


def _longest(paragraphs: pd.DataFrame) -> str:
    body = paragraphs[~paragraphs["kind"].isin(FRAME)]
    longest = body["words"].max() if len(body) else 0
    at = [str(n) for n, words in enumerate(paragraphs["words"], start=1) if words == longest and n - 1 in body.index]
    return translate(
        "{count} paragraphs; longest of those that say something: no. {which}, {words} words",
        count=len(paragraphs), which=translate(" and ").join(at), words=longest,
    )  # fmt: skip
