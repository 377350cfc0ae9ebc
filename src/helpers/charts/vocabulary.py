"""The words of a release: how many different ones, which mark it, where they stand."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from helpers.charts.style import (
    BLACK,
    BLUE,
    GREY,
    ORANGE,
    PALE,
    RED,
    Chart,
    finished,
    new_axes,
    note,
    paragraph_mark,
    rows,
    styled,
)


@styled
def vocabulary_growth(growth: pd.DataFrame) -> Chart:
    """How many different words the text has used up to each of its words.

    Args:
        growth: what ``language.growth`` gives.
    """
    total, different = len(growth), int(growth["is_new"].sum())
    finding = f"{total} words, {different} different ones"
    if total >= 200:
        first, last = int(growth["is_new"].iloc[:100].sum()), int(growth["is_new"].iloc[-100:].sum())
        finding += f":\nthe first hundred words bring {first} new ones, the last hundred {last}"
    figure, axes = new_axes(3.6)
    lines = {
        "lemmas": ("as written", {"color": BLUE, "linewidth": 1.8}),
        "expected": ("the same words in random order (mean)", {"color": ORANGE, "linestyle": "--", "linewidth": 1.4}),
        "n": ("if no word came back", {"color": GREY, "linestyle": ":", "linewidth": 1}),
    }
    # What was written is drawn over the rest, but stands first in the legend.
    for column in reversed(lines):
        axes.plot(growth["n"], growth[column], **lines[column][1])
    for label, line in lines.values():
        axes.plot([], [], label=label, **line)
    axes.set_xlim(0, max(1, total))
    axes.set_ylim(0, max(1, different * 1.15))
    axes.set_xlabel("words read")
    axes.set_ylabel("different words (lemmas)")
    axes.legend(loc="lower right")
    return finished(figure, "vocabulary_growth", finding, growth[["n", "start", "end", "lemmas", "expected"]])


@styled
def key_terms(keyness: pd.DataFrame, top: int = 15) -> Chart:
    """The words that mark the text most, by how much more often they stand in it than in general French.

    Args:
        keyness: rows of what ``language.keyness`` gives, most surprising first; all listed words.
        top: how many to draw.
    """
    terms = keyness.head(top)
    times = 2 ** terms["log_ratio"]
    finding = "No word marks this text beyond chance"
    if len(terms):
        first, factor = terms.iloc[0], float(f"{times.iloc[0]:.2g}")
        finding = (
            f"“{first['form']}” marks this text most: {first['count']} uses, "
            f"{factor:,.0f} times as dense\nas in general French"
        )
    figure, axes = new_axes(0.9 + 0.26 * max(1, len(terms)))
    places = range(len(terms))
    axes.hlines(places, 1, times, color=PALE, linewidth=2, zorder=1)
    axes.scatter(times, places, s=12 * terms["count"].astype(float), color=BLUE, edgecolor="white", zorder=2)
    for place, count, at in zip(places, terms["count"], times, strict=True):
        note(axes, f"{count} uses", (at, place), (9, 0), ha="left", va="center", fontsize=7.5)
    rows(axes, terms["form"])
    axes.set_xscale("log")
    axes.set_xlim(1, times.max() * 4 if len(terms) else 10)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.set_xlabel("times as frequent as in general French (logarithmic); most surprising (G²) on top")
    columns = ["form", "count", "per_thousand", "reference_per_million", "expected", "g2", "log_ratio"]
    return finished(figure, "key_terms", finding, terms[columns])


_TERM_COLOURS = {"acronym": BLUE, "formula": RED}


@styled
def term_places(places: pd.DataFrame, words: pd.DataFrame) -> Chart:
    """Where acronyms and formulae stand along the text, one row each.

    Args:
        places: what ``language.term_places`` gives.
        words: what ``language.word_table`` gives.
    """
    terms = places.groupby(["kind", "term"], sort=False).size().reset_index(name="count")
    terms = terms.sort_values(["kind", "count"], ascending=[True, False], kind="stable").reset_index(drop=True)
    figure, axes = new_axes(1.1 + 0.27 * max(1, len(terms)))
    _paragraphs_above(axes, words)
    for row, term in enumerate(terms.itertuples()):
        uses = places[(places["kind"] == term.kind) & (places["term"] == term.term)]
        axes.vlines(uses["word"], row - 0.3, row + 0.3, color=_TERM_COLOURS[term.kind], linewidth=2)
        explained = uses.loc[uses["is_definition"], "word"]
        axes.scatter(explained, [row] * len(explained), marker="D", s=40, color="white", edgecolor=BLACK, zorder=3)
    axes.set_yticks(range(len(terms)), [f"{t.term} ({t.count})" for t in terms.itertuples(name="Term")])
    axes.set_ylim(max(1, len(terms)) - 0.4, -0.6)
    axes.set_xlim(0, len(words) + 1)
    axes.set_xlabel("position in the running text (words); ◇ the acronym is explained")
    return finished(figure, "term_places", _most_used(terms, places, words), places)


def _paragraphs_above(axes: Axes, words: pd.DataFrame) -> None:
    """A line where each paragraph begins, its number above."""
    starts = words.drop_duplicates("paragraph").index + 1
    for start in starts:
        axes.axvline(start, color=PALE, linewidth=1, zorder=0)
    above = axes.secondary_xaxis("top")
    marks = [paragraph_mark(n) for n in words["paragraph"].unique()]
    above.set_xticks(list(starts), marks, ha="left", color=GREY, fontsize=7.5)
    above.tick_params(length=0, pad=1)
    above.spines["top"].set_visible(False)


def _most_used(terms: pd.DataFrame, places: pd.DataFrame, words: pd.DataFrame) -> str:
    told = []
    for kind, text in (("acronym", "{} stands in {} of {} paragraphs"), ("formula", "the formula “{}” in {} of {}")):
        of_kind = terms.loc[terms["kind"] == kind, "term"]
        if len(of_kind):
            term = of_kind.iloc[0]
            held = places.loc[(places["kind"] == kind) & (places["term"] == term), "paragraph"].nunique()
            told.append(text.format(term, held, words["paragraph"].nunique()))
    return ";\n".join(told) or "No acronym is explained and no formula comes back"


@styled
def dispersion(table: pd.DataFrame, words: pd.DataFrame, top: int = 14) -> Chart:
    """How the most used words of content lie over the paragraphs, most even on top.

    Args:
        table: what ``language.dispersion`` gives.
        words: what ``language.word_table`` gives.
        top: how many of the most used to draw.
    """
    most = table.nlargest(top, "count", keep="first").sort_values("dp", kind="stable", ignore_index=True)
    numbers = list(dict.fromkeys(words["paragraph"]))
    counts = words.groupby(["lemma", "paragraph"]).size()
    finding = "No word of content is used often enough to lie anywhere"
    if len(most):
        first, last = most.iloc[0], most.iloc[-1]
        finding = f"“{first['lemma']}” runs through the text: {first['parts']} of {len(numbers)} paragraphs"
        finding += f";\n“{last['lemma']}” keeps to {last['parts']}" if len(most) > 1 else ""
    figure, axes = new_axes(1.0 + 0.27 * max(1, len(most)))
    for place, row in enumerate(most.itertuples()):
        for column, number in enumerate(numbers):
            count = int(counts.get((row.lemma, number), 0))
            if count:
                axes.scatter(column, place, s=70 + 45 * count, color=BLUE, edgecolor="white")
                axes.text(column, place, str(count), ha="center", va="center", fontsize=7.5, color="white")
        axes.text(len(numbers) - 0.35, place, f"DP {row.dp:.2f}", va="center", fontsize=8)
    axes.set_yticks(range(len(most)), [f"{row.lemma} ({row.count})" for row in most.itertuples()])
    axes.set_ylim(max(1, len(most)) - 0.4, -0.7)
    axes.set_xticks(range(len(numbers)), [paragraph_mark(n) for n in numbers])
    axes.set_xlim(-0.6, len(numbers) + 0.3)
    axes.set_xlabel("paragraph; each disc as large as its uses; DP 0: evenly spread, 1: all in one place")
    return finished(figure, "dispersion", finding, most)
