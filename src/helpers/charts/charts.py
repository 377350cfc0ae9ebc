"""Tables → figures: one finding each, in its title; deterministic SVG, so that tests compare them.

Every function returns a ``Chart``, which shows itself in a notebook as SVG and carries the table
that it draws, so that no figure stands without its numbers. Colours are Okabe and Ito's (2008),
told apart by the colour-blind; lightness, hatching or markers tell them apart in black and white.
"""

import functools
import io
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import ParamSpec

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import DateFormatter
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from helpers.text.schema import FRAME

P = ParamSpec("P")

BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, RED, PURPLE = (
    "#000000", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7",
)  # fmt: skip
GREY, PALE = "#6b6b6b", "#d9d9d9"
COLOURS = (BLUE, ORANGE, GREEN, PURPLE, SKY, RED, YELLOW)
HATCHES = ("", "///", "...", "\\\\\\", "xxx", "---", "ooo")

_STYLE = {
    "svg.hashsalt": "helpers",
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 10,
    "axes.titleweight": "bold",
    "axes.axisbelow": True,
    "axes.grid": False,
    "hatch.linewidth": 0.6,
    "legend.frameon": False,
    "figure.constrained_layout.use": True,
}


@dataclass(frozen=True, eq=False)
class Chart:
    """A figure with what it shows in words and the table it was drawn from.

    ``name`` is its file name without ending, ``finding`` its title, ``data`` its CSV twin.
    """

    figure: Figure
    name: str
    finding: str
    data: pd.DataFrame

    @functools.cached_property
    def _svg(self) -> str:
        # Once: the layout engine moves things a little at every drawing.
        out = io.StringIO()
        with mpl.rc_context(_STYLE):
            self.figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        svg = out.getvalue()
        svg = svg[svg.index("<svg") :]
        label = escape(self.finding.replace("\n", " "))
        return re.sub(r"<svg ", f'<svg role="img" aria-label="{label}" ', svg, count=1)

    def svg(self) -> str:
        """The figure as SVG, the same to the byte on every run, its finding as accessible title."""
        return self._svg

    def csv(self) -> str:
        """The table behind the figure as CSV."""
        return self.data.to_csv(index=False, lineterminator="\n", float_format="%.6g")

    def __repr__(self) -> str:
        return f"Chart {self.name}: {' '.join(self.finding.split())}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"image/svg+xml": self.svg(), "text/csv": self.csv(), "text/plain": repr(self)}


def _styled(draw: Callable[P, Chart]) -> Callable[P, Chart]:
    """Draw in the house style, whatever the reader's own matplotlib settings."""

    @functools.wraps(draw)
    def styled(*args: P.args, **kwargs: P.kwargs) -> Chart:
        with mpl.rc_context():
            mpl.rcdefaults()
            mpl.rcParams.update(_STYLE)
            return draw(*args, **kwargs)

    return styled


def _axes(width: float = 7.6, height: float = 3.2) -> tuple[Figure, Axes]:
    """A figure of one plot, in inches, outside pyplot's global state."""
    figure = Figure(figsize=(width, height))
    return figure, figure.add_subplot()


def _chart(figure: Figure, name: str, finding: str, data: pd.DataFrame) -> Chart:
    """Finish a figure: the finding becomes its title, wrapped to its width."""
    # A bold letter of this size is about a twelfth of an inch wide.
    width = int(figure.get_size_inches()[0] * 12)
    title = "\n".join(textwrap.fill(line, width) for line in finding.splitlines())
    figure.suptitle(title, x=0.01, ha="left", fontsize=10, fontweight="bold")
    return _settled(Chart(figure, name, finding, data))


def _settled(chart: Chart) -> Chart:
    """Lay out once and keep it: with things beside the axes, each new drawing would move the axes a little."""
    chart.figure.draw_without_rendering()
    chart.figure.set_layout_engine("none")
    if len(chart.figure.axes) > 1:
        # Panels beside each other are solved for, and the solution differs in its last digits from run to run.
        for axes in chart.figure.axes:
            axes.set_position([round(value, 4) for value in axes.get_position().bounds])
    return chart


# --- layout ------------------------------------------------------------------------------------

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


@_styled
def layout(paragraphs: pd.DataFrame) -> Chart:
    """The paragraphs of a release in order, by length and kind.

    Args:
        paragraphs: one row a paragraph: ``kind``, ``words``, ``opening`` (its first words).
    """
    body = paragraphs[~paragraphs["kind"].isin(FRAME)]
    longest = body["words"].max() if len(body) else 0
    at = [str(n) for n, words in enumerate(paragraphs["words"], start=1) if words == longest and n - 1 in body.index]
    finding = (
        f"{len(paragraphs)} paragraphs; longest of those that say something: no. {' and '.join(at)}, {longest} words"
    )
    figure, axes = _axes(height=0.7 + 0.3 * len(paragraphs))
    numbers = range(1, len(paragraphs) + 1)
    for number, row in zip(numbers, paragraphs.itertuples(), strict=True):
        colour, hatch = _KIND_LOOKS[row.kind]
        axes.barh(number, row.words, color=colour, hatch=hatch, edgecolor="white")
        axes.text(row.words + 1, number, str(row.words), va="center", fontsize=8)
    labels = [f"{n}  {opening}" for n, opening in zip(numbers, paragraphs["opening"], strict=True)]
    axes.set_yticks(list(numbers), labels, fontsize=8)
    axes.invert_yaxis()
    axes.set_xlabel("length (words)")
    for kind in dict.fromkeys(paragraphs["kind"]):
        colour, hatch = _KIND_LOOKS[kind]
        axes.bar(0, 0, color=colour, hatch=hatch, edgecolor="white", label=kind)
    axes.legend(loc="lower right")
    return _chart(figure, "layout", finding, paragraphs)


# --- voices ------------------------------------------------------------------------------------


@_styled
def voice_share(voices: pd.Series, total: int) -> Chart:
    """Words of each quoted voice beside the release's own.

    Args:
        voices: speaker → words in direct, indirect and mixed quotations.
        total: words of the whole release.
    """
    own = total - int(voices.sum())
    data = pd.DataFrame({"voice": [*voices.index, "the release itself"], "words": [*map(int, voices), own]})
    data["share"] = data["words"] / total
    if len(voices):
        first = voices.sort_values(ascending=False)
        finding = f"{first.index[0]} has {first.iloc[0] / total:.0%} of all words"
        only = ", the only voice quoted"
        finding += f", no other quoted voice more than {first.iloc[1] / total:.0%}" if len(first) > 1 else only
    else:
        finding = "Nobody is quoted: every word is the release's own"
    figure, axes = _axes(height=0.9 + 0.45 * len(data))
    for number, row in enumerate(data.itertuples()):
        own_voice = number == len(data) - 1
        colour = PALE if own_voice else COLOURS[number % len(COLOURS)]
        hatch = "" if own_voice else HATCHES[number % len(HATCHES)]
        axes.barh(number, row.words, color=colour, hatch=hatch, edgecolor=GREY if own_voice else "white")
        axes.text(row.words + total * 0.006, number, f"{row.words} ({row.share:.0%})", va="center")
    axes.set_yticks(range(len(data)), data["voice"])
    axes.invert_yaxis()
    axes.set_xlabel("words")
    axes.margins(x=0.12)
    return _chart(figure, "voice_share", finding, data)


_KIND_HATCHES = {"direct": "", "indirect": "///", "mixed": "///", "narrated": "..."}
_KIND_SHADES = {"direct": 1.0, "indirect": 0.65, "mixed": 0.65, "narrated": 0.35}


@_styled
def voices_along(quotes: pd.DataFrame, length: int) -> Chart:
    """Where in the text each voice is heard: one lane a speaker, from the first character to the last.

    Args:
        quotes: ``analysis.quotes``.
        length: characters of the release.
    """
    names = quotes["speaker_name"].astype(object)
    named = quotes.assign(speaker=names.where(names.notna(), "unknown"))
    lanes = list(dict.fromkeys(named["speaker"]))
    quoted = named[named["kind"] == "direct"]
    if len(quoted):
        first = int(quoted["start"].min())
        who = quoted.sort_values("start")["speaker"].iloc[0]
        finding = f"The first word in quotation marks comes after {first / length:.0%} of the text, from {who}"
    else:
        finding = "No word stands in quotation marks as somebody's"
    figure, axes = _axes(height=1.0 + 0.42 * max(1, len(lanes)))
    for row in named.itertuples():
        lane = lanes.index(row.speaker)
        axes.barh(
            lane,
            row.end - row.start,
            left=row.start,
            height=0.6,
            color=COLOURS[lane % len(COLOURS)],
            alpha=_KIND_SHADES[row.kind],
            hatch=_KIND_HATCHES[row.kind],
            edgecolor=BLACK,
            linewidth=0.5,
        )
    axes.set_yticks(range(len(lanes)), lanes)
    axes.invert_yaxis()
    axes.set_xlim(0, length)
    axes.set_xlabel("position in the release (characters)")
    for kind in dict.fromkeys(named["kind"]):
        axes.bar(
            0,
            0,
            color=GREY,
            alpha=_KIND_SHADES[kind],
            hatch=_KIND_HATCHES[kind],
            edgecolor=BLACK,
            linewidth=0.5,
            label=kind,
        )
    if len(named):
        axes.legend(loc="upper left", bbox_to_anchor=(0, -0.28), ncols=4)
    return _chart(figure, "voices_along", finding, named[["start", "end", "kind", "speaker", "words"]])


@_styled
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
    total = int(sums.sum())
    finding = ", ".join(f"{sums[c]} {c}" for c in order) + f": what {total} reporting verbs do"
    figure, axes = _axes(height=0.9 + 0.34 * max(1, len(data)))
    for number, row in enumerate(data.itertuples()):
        k = order.index(row.word_class)
        axes.barh(number, row.uses, color=COLOURS[k], hatch=HATCHES[k], edgecolor="white")
    for k, c in enumerate(order):
        axes.barh(0, 0, color=COLOURS[k], hatch=HATCHES[k], edgecolor="white", label=c)
    axes.set_yticks(range(len(data)), data["lemma"])
    axes.invert_yaxis()
    axes.set_xlabel("uses (quotations and narrated points that the verb introduces)")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    if order:
        axes.legend(loc="lower right")
    return _chart(figure, "verbs", finding, data)


# --- accuracy ----------------------------------------------------------------------------------


@_styled
def accuracy(measures: pd.DataFrame) -> Chart:
    """Agreement with the hand-made annotation, the full rules beside a baseline.

    Args:
        measures: one row a measure: ``measure``, ``rules``, ``baseline`` (0–1).
    """
    gains = measures["rules"] - measures["baseline"]
    most = measures[gains == gains.max()]
    what = f"“{most['measure'].iloc[0]}”" if len(most) == 1 else f"{len(most)} of {len(measures)} measures"
    finding = f"The rules add most for {what}: {most['baseline'].iloc[0]:.2f} → {most['rules'].iloc[0]:.2f}"
    figure, axes = _axes(height=1.2 + 0.42 * len(measures))
    places = range(len(measures))
    axes.hlines(places, measures["baseline"], measures["rules"], color=PALE, linewidth=3, zorder=1)
    hollow = {"facecolor": "white", "edgecolor": RED, "s": 45, "zorder": 2}
    axes.scatter(measures["baseline"], places, marker="o", label="marks and nearest name", **hollow)
    axes.scatter(measures["rules"], places, marker="D", color=BLUE, s=40, label="full rules", zorder=3)
    axes.set_yticks(list(places), measures["measure"])
    axes.invert_yaxis()
    axes.set_xlim(-0.03, 1.05)
    axes.set_xlabel("agreement with the hand-made annotation (0 none, 1 complete)")
    axes.legend(loc="upper left", bbox_to_anchor=(0, -0.25), ncols=2)
    return _chart(figure, "accuracy", finding, measures)


# --- language ----------------------------------------------------------------------------------


@_styled
def sentence_lengths(lengths: pd.DataFrame) -> Chart:
    """The sentences in order, as long as they are, quoted words hatched.

    Args:
        lengths: what ``language.sentence_lengths`` gives, with quotations if there are any.
    """
    words = lengths["words"]
    finding = "No sentence of running text"
    if len(words):
        finding = f"Sentences run from {words.min()} to {words.max()} words, {words.mean():.0f} on average"
    share = lengths["quoted"].fillna(0)
    own, quoted = words[share < 0.5], words[share >= 0.5]
    if len(own) and len(quoted):
        apart = quoted.mean() - own.mean()
        kind = "longer" if apart >= 0.5 else "shorter" if apart <= -0.5 else "as long"
        than = "as" if kind == "as long" else "than"
        finding += f";\nthose mostly quoted ({quoted.mean():.0f}) are {kind} {than} the rest ({own.mean():.0f})"
    figure, axes = _axes(height=3.4)
    in_quotes = words * share
    held = in_quotes > 0
    axes.bar(lengths["number"], words - in_quotes, color=BLUE, width=0.75, label="the release's own words")
    if held.any():
        axes.bar(
            lengths["number"][held], in_quotes[held], bottom=(words - in_quotes)[held], color="white",
            edgecolor=ORANGE, hatch="////", width=0.75, label="quoted words",
        )  # fmt: skip
    mean = words.mean() if len(words) else 0
    axes.axhline(mean, color=BLACK, linestyle="--", linewidth=0.8, label="mean")
    top = words.max() * 1.16 if len(words) else 1
    for _, part in lengths.groupby("paragraph"):
        first, last = part["number"].min(), part["number"].max()
        if first > 1:
            axes.axvline(first - 0.5, color=GREY, linewidth=0.5)
        axes.text((first + last) / 2, top * 0.97, f"¶ {part['paragraph'].iloc[0] + 1}", ha="center", va="top",
                  color=GREY, fontsize=8)  # fmt: skip
    axes.set_ylim(0, top)
    axes.set_xlim(0.4, len(lengths) + 0.6)
    axes.set_xlabel("sentence, in the order of the text (¶ paragraph)")
    axes.set_ylabel("words")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.legend(loc="upper left", bbox_to_anchor=(0, -0.2), ncols=3)
    data = lengths[["number", "start", "end", "paragraph", "kind", "words", "quoted"]]
    return _chart(figure, "sentence_lengths", finding, data)


@_styled
def readability(table: pd.DataFrame, bands: dict[str, pd.DataFrame]) -> Chart:
    """Each measure on its scale, one point a way of counting, the bar what one sentence changes.

    Args:
        table: what ``language.readability`` gives.
        bands: for each measure what ``language.bands`` gives.
    """
    measures = list(dict.fromkeys(table["measure"]))
    is_empty = bool(table["value"].isna().any())
    firsts = [table[table["measure"] == measure].iloc[0] for measure in measures]
    said: dict[str, list[str]] = {}
    for row in firsts:
        said.setdefault(row["label"], []).append(f"{row['measure']} ({row['value']:.0f})")
    verdicts = ", ".join(f"“{label}” by {' and '.join(by)}" for label, by in said.items())
    ways = table[table["measure"] == measures[0]]
    spread = ways["value"].max() - ways["value"].min()
    step = max(firsts[0]["high"] - firsts[0]["value"], firsts[0]["value"] - firsts[0]["low"])
    finding = (
        f"The text is {verdicts};\nhow one counts moves the first by up to {spread:.0f} points, "
        f"one sentence more or less by {step:.0f}"
    )
    if is_empty:
        finding = "No running text whose readability could be measured"
    heights = [(table["measure"] == measure).sum() + 1.1 for measure in measures]
    figure = Figure(figsize=(7.6, 0.55 + 0.52 * sum(heights)))
    panels = figure.subplots(len(measures), height_ratios=heights, squeeze=False)[:, 0]
    for axes, measure in zip(panels, measures, strict=True):
        rows = table[(table["measure"] == measure) & table["value"].notna()]
        scale = bands[measure]
        inner = scale["from"].iloc[1:].tolist()
        width = inner[1] - inner[0] if len(inner) > 1 else 10
        low = min([inner[0] - width, *(rows["low"] - 2)])
        high = max([inner[-1] + min(10, 2 * width), *(rows["high"] + 2)])
        for number, band in enumerate(scale.itertuples(index=False)):
            left, right = max(band[0], low), min(band[1], high)
            axes.axvspan(left, right, color=PALE if number % 2 else "white", linewidth=0, zorder=0)
            axes.text((left + right) / 2, -0.72, band[2].replace(" ", "\n", 1), ha="center", va="center", fontsize=7)
        places = range(len(rows))
        axes.hlines(places, rows["low"], rows["high"], color=BLUE, linewidth=3, zorder=2)
        axes.scatter(rows["value"], places, color=BLUE, edgecolor="white", marker="D", s=45, zorder=3)
        for place, value in zip(places, rows["value"], strict=True):
            axes.annotate(f"{value:.0f}", (value, place), xytext=(0, 6), textcoords="offset points", ha="center",
                          fontsize=8)  # fmt: skip
        axes.set_yticks(list(places), [text.replace(", ", ",\n") for text in rows["convention"]], fontsize=8)
        axes.set_xlim(low, high)
        axes.set_ylim(max(1, len(rows)) - 0.5, -1.1)
        harder = "→ easier" if measure == "Kandel and Moles" else "→ harder"
        axes.set_xlabel(f"{measure} (points) {harder}")
    return _chart(figure, "readability", finding, table)


@_styled
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
    figure, axes = _axes(height=3.6)
    axes.plot(growth["n"], growth["n"], color=GREY, linestyle=":", linewidth=1)
    axes.plot(growth["n"], growth["expected"], color=ORANGE, linestyle="--", linewidth=1.4)
    axes.plot(growth["n"], growth["lemmas"], color=BLUE, linewidth=1.8)
    axes.plot([], [], color=BLUE, linewidth=1.8, label="as written")
    axes.plot([], [], color=ORANGE, linestyle="--", linewidth=1.4, label="the same words in random order (mean)")
    axes.plot([], [], color=GREY, linestyle=":", linewidth=1, label="if no word came back")
    axes.set_xlim(0, max(1, total))
    axes.set_ylim(0, max(1, different * 1.15))
    axes.set_xlabel("words read")
    axes.set_ylabel("different words (lemmas)")
    axes.legend(loc="lower right")
    return _chart(figure, "vocabulary_growth", finding, growth[["n", "start", "end", "lemmas", "expected"]])


@_styled
def key_terms(keyness: pd.DataFrame, top: int = 15) -> Chart:
    """The words that mark the text most, by how much more often they stand in it than in general French.

    Args:
        keyness: rows of what ``language.keyness`` gives, most surprising first; all listed words.
        top: how many to draw.
    """
    rows = keyness.head(top)
    times = 2 ** rows["log_ratio"]
    finding = "No word marks this text beyond chance"
    if len(rows):
        first, factor = rows.iloc[0], float(f"{times.iloc[0]:.2g}")
        finding = (
            f"“{first['form']}” marks this text most: {first['count']} uses, "
            f"{factor:,.0f} times as dense\nas in general French"
        )
    figure, axes = _axes(height=0.9 + 0.26 * max(1, len(rows)))
    places = range(len(rows))
    axes.hlines(places, 1, times, color=PALE, linewidth=2, zorder=1)
    axes.scatter(times, places, s=12 * rows["count"].astype(float), color=BLUE, edgecolor="white", zorder=2)
    for place, count, at in zip(places, rows["count"], times, strict=True):
        axes.annotate(f"{count} uses", (at, place), xytext=(9, 0), textcoords="offset points", va="center",
                      fontsize=7.5)  # fmt: skip
    axes.set_yticks(list(places), rows["form"])
    axes.invert_yaxis()
    axes.set_xscale("log")
    axes.set_xlim(1, times.max() * 4 if len(rows) else 10)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.set_xlabel("times as frequent as in general French (logarithmic); most surprising (G²) on top")
    columns = ["form", "count", "per_thousand", "reference_per_million", "expected", "g2", "log_ratio"]
    return _chart(figure, "key_terms", finding, rows[columns])


@_styled
def term_places(places: pd.DataFrame, words: pd.DataFrame) -> Chart:
    """Where acronyms and formulae stand along the text, one row each.

    Args:
        places: what ``language.places`` gives.
        words: what ``language.word_table`` gives.
    """
    terms = places.groupby(["kind", "term"], sort=False).size().reset_index(name="count")
    terms = terms.sort_values(["kind", "count"], ascending=[True, False], kind="stable").reset_index(drop=True)
    paragraphs = words["paragraph"].nunique()
    said = []
    for kind, text in (("acronym", "{} stands in {} of {} paragraphs"), ("formula", "the formula “{}” in {} of {}")):
        of_kind = terms[terms["kind"] == kind]
        if len(of_kind):
            term = of_kind["term"].iloc[0]
            held = places[(places["kind"] == kind) & (places["term"] == term)]["paragraph"].nunique()
            said.append(text.format(term, held, paragraphs))
    finding = ";\n".join(said) or "No acronym is explained and no formula comes back"
    figure, axes = _axes(height=1.1 + 0.27 * max(1, len(terms)))
    starts = words.drop_duplicates("paragraph").index + 1
    for start in starts:
        axes.axvline(start, color=PALE, linewidth=1, zorder=0)
    above = axes.secondary_xaxis("top")
    numbers = [f"¶ {number + 1}" for number in words["paragraph"].unique()]
    above.set_xticks(list(starts), numbers, ha="left", color=GREY, fontsize=7.5)
    above.tick_params(length=0, pad=1)
    above.spines["top"].set_visible(False)
    colours = {"acronym": BLUE, "formula": RED}
    for row, term in enumerate(terms.itertuples()):
        uses = places[(places["kind"] == term.kind) & (places["term"] == term.term)]
        axes.vlines(uses["word"], row - 0.3, row + 0.3, color=colours[term.kind], linewidth=2)
        explained = uses[uses["is_definition"]]
        axes.scatter(explained["word"], [row] * len(explained), marker="D", s=40, color="white", edgecolor=BLACK,
                     zorder=3)  # fmt: skip
    axes.set_yticks(range(len(terms)), [f"{t.term} ({t.count})" for t in terms.itertuples(name="Term")])
    axes.set_ylim(max(1, len(terms)) - 0.4, -0.6)
    axes.set_xlim(0, len(words) + 1)
    axes.set_xlabel("position in the running text (words); ◇ the acronym is explained")
    return _chart(figure, "term_places", finding, places)


@_styled
def voices_compared(table: pd.DataFrame) -> Chart:
    """How often things stand in the release's own words and in the quoted ones, one row a measure.

    Args:
        table: what ``language.compare`` gives; only what is counted in 100 words is drawn.
    """
    rows = table[table["unit"] == "in 100 words"].dropna(subset=["own", "quoted"])
    rows = rows.assign(size=rows["specificity"].abs()).sort_values("size", ascending=False, kind="stable")
    telling = rows[rows["is_telling"]]
    finding = "Nobody is quoted in quotation marks: no two voices to compare"
    if len(rows):
        finding = f"None of {len(rows)} measures tells the two voices apart beyond chance"
    if len(telling):
        first = telling.iloc[0]
        finding = (
            f"Quoted words have {first['quoted']:.1f} {first['measure']} in a hundred, the release's own "
            f"{first['own']:.1f};\nof {len(rows)} measures {len(telling)} tell{'s' * (len(telling) == 1)} "
            "the voices apart beyond chance"
        )
    figure, axes = _axes(height=1.3 + 0.32 * max(1, len(rows)))
    places = range(len(rows))
    least = 0.1  # a logarithmic scale has no zero; what is never used stands at the edge
    own, quoted = (rows[side].clip(lower=least).astype(float) for side in ("own", "quoted"))
    axes.hlines(places, own, quoted, color=PALE, linewidth=3, zorder=1)
    axes.scatter(own, places, facecolor="white", edgecolor=BLUE, s=48, zorder=2, label="the release's own words")
    axes.scatter(quoted, places, color=ORANGE, edgecolor=BLACK, linewidth=0.5, marker="D", s=42, zorder=3,
                 label="words in quotation marks")  # fmt: skip
    labels = [
        f"{'▸ ' if row.is_telling else ''}{row.measure} ({row.own_count} | {row.quoted_count})"
        for row in rows.itertuples()
    ]
    axes.set_yticks(list(places), labels)
    axes.set_ylim(max(1, len(rows)) - 0.5, -0.6)
    axes.set_xscale("log")
    axes.set_xlim(least * 0.85, max([10.0, *own, *quoted]) * 1.3)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    axes.set_xlabel("uses in 100 words (logarithmic; none: 0.1)   ▸ beyond chance   ( | ) uses own, quoted")
    if len(rows):
        axes.legend(loc="upper left", bbox_to_anchor=(0, -0.16), ncols=2)
    return _chart(figure, "voices_compared", finding, table)


_MODALITIES = ("obligation", "advice", "possibility", "probability", "certainty", "will")


@_styled
def modality(table: pd.DataFrame, words: pd.DataFrame) -> Chart:
    """Modal words of each paragraph, by what they say.

    Args:
        table: what ``language.modality`` gives.
        words: what ``language.word_table`` gives.
    """
    numbers = list(dict.fromkeys(words["paragraph"]))
    counts = table.groupby(["paragraph", "modality"]).size().unstack(fill_value=0).reindex(numbers, fill_value=0)
    counts = counts[[kind for kind in _MODALITIES if kind in counts]]
    finding = "No modal word of the list"
    if len(table):
        sums = counts.sum()
        most = str(sums.idxmax())
        busiest = counts[most].idxmax()
        finding = (
            f"{sums[most]} of {len(table)} modal words speak of {most};\n"
            f"¶ {busiest + 1} alone has {counts[most].max()} of them"
        )
    figure, axes = _axes(height=3.2)
    below = pd.Series(0, index=counts.index)
    for kind in counts:
        at = _MODALITIES.index(kind)
        axes.bar(range(len(counts)), counts[kind], bottom=below, color=COLOURS[at], hatch=HATCHES[at],
                 edgecolor="white", label=kind)  # fmt: skip
        below = below + counts[kind]
    for place, number in enumerate(numbers):
        said = ", ".join(dict.fromkeys(table.loc[table["paragraph"] == number, "lemma"]))
        if said:
            axes.annotate(textwrap.fill(said, 13), (place, below.loc[number]), xytext=(0, 3),
                          textcoords="offset points", ha="center", fontsize=7)  # fmt: skip
    axes.set_xticks(range(len(numbers)), [f"¶ {number + 1}" for number in numbers])
    axes.set_ylim(0, max(1, below.max() if len(below) else 1) * 1.45)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylabel("modal words")
    if len(table):
        axes.legend(loc="upper left", ncols=2, fontsize=8)
    data = counts.reset_index().melt("paragraph", value_name="count", var_name="modality")
    return _chart(figure, "modality", finding, data)


@_styled
def verb_forms(table: pd.DataFrame) -> Chart:
    """The verb forms of a text, those that make a clause above those that hang on one.

    Args:
        table: what ``language.verb_forms`` gives.
    """
    counts = table.groupby(["is_finite", "form"]).size().reset_index(name="count")
    counts = counts.sort_values(["is_finite", "count", "form"], ascending=[False, False, True], ignore_index=True)
    finding = "No verb form"
    if len(table):
        finite = int(table["is_finite"].sum())
        past = int(table["form"].isin(["passé composé", "imperfect", "passé simple", "pluperfect"]).sum())
        passive = table[table["voice"] == "passive"]
        finding = (
            f"{finite} of {len(table)} verb forms make a clause, {past} of these in a past tense;\n"
            f"{len(passive)} are passive, {int(passive['has_agent'].sum())} of these say by whom"
        )
    figure, axes = _axes(height=0.9 + 0.3 * max(1, len(counts)))
    for place, row in enumerate(counts.itertuples()):
        axes.barh(place, row.count, color=BLUE if row.is_finite else SKY, hatch="" if row.is_finite else "///",
                  edgecolor="white")  # fmt: skip
        uses = table[(table["form"] == row.form) & (table["is_finite"] == row.is_finite)]
        common = [lemma for lemma, _ in uses["lemma"].value_counts(sort=True).head(4).items()]
        axes.text(row.count, place, f"  {row.count}  {', '.join(common)}", va="center", fontsize=8)
    axes.set_yticks(range(len(counts)), counts["form"])
    axes.set_ylim(max(1, len(counts)) - 0.4, -0.6)
    axes.set_xlim(0, (counts["count"].max() if len(counts) else 1) * 1.6)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.barh(0, 0, color=BLUE, label="makes a clause")
    axes.barh(0, 0, color=SKY, hatch="///", edgecolor="white", label="hangs on one")
    axes.legend(loc="lower right")
    axes.set_xlabel("uses, with the verbs used most")
    return _chart(figure, "verb_forms", finding, counts)


@_styled
def dispersion(table: pd.DataFrame, words: pd.DataFrame, top: int = 14) -> Chart:
    """How the most used words of content lie over the paragraphs, most even on top.

    Args:
        table: what ``language.dispersion`` gives.
        words: what ``language.word_table`` gives.
        top: how many of the most used to draw.
    """
    rows = table.nlargest(top, "count", keep="first").sort_values("dp", kind="stable", ignore_index=True)
    numbers = list(dict.fromkeys(words["paragraph"]))
    counts = words.groupby(["lemma", "paragraph"]).size()
    finding = "No word of content is used often enough to lie anywhere"
    if len(rows):
        first = rows.iloc[0]
        finding = f"“{first['lemma']}” runs through the text: {first['parts']} of {len(numbers)} paragraphs"
        if len(rows) > 1:
            last = rows.iloc[-1]
            finding += f";\n“{last['lemma']}” keeps to {last['parts']}"
    figure, axes = _axes(height=1.0 + 0.27 * max(1, len(rows)))
    for place, row in enumerate(rows.itertuples()):
        for column, number in enumerate(numbers):
            count = int(counts.get((row.lemma, number), 0))
            if count:
                axes.scatter(column, place, s=70 + 45 * count, color=BLUE, edgecolor="white")
                axes.text(column, place, str(count), ha="center", va="center", fontsize=7.5, color="white")
        axes.text(len(numbers) - 0.35, place, f"DP {row.dp:.2f}", va="center", fontsize=8)
    axes.set_yticks(range(len(rows)), [f"{row.lemma} ({row.count})" for row in rows.itertuples()])
    axes.set_ylim(max(1, len(rows)) - 0.4, -0.7)
    axes.set_xticks(range(len(numbers)), [f"¶ {number + 1}" for number in numbers])
    axes.set_xlim(-0.6, len(numbers) + 0.3)
    axes.set_xlabel("paragraph; each disc as large as its uses; DP 0: evenly spread, 1: all in one place")
    return _chart(figure, "dispersion", finding, rows)


@_styled
def officialese(paragraphs: pd.DataFrame) -> Chart:
    """Nouns made of verbs beside full verbs, paragraph by paragraph.

    Args:
        paragraphs: one row a paragraph: ``paragraph``, ``words``, ``nominalisations``, ``verbs`` (counts).
    """
    rates = paragraphs.assign(
        nominal_rate=100 * paragraphs["nominalisations"] / paragraphs["words"],
        verb_rate=100 * paragraphs["verbs"] / paragraphs["words"],
    )
    finding = "No running text"
    if len(rates):
        ahead = int((rates["nominalisations"] > rates["verbs"]).sum())
        finding = (
            f"{paragraphs['nominalisations'].sum()} nouns made of verbs or adjectives stand beside "
            f"{paragraphs['verbs'].sum()} full verbs;\nin {ahead} of {len(rates)} paragraphs these nouns are the more"
        )
    figure, axes = _axes(height=3.0)
    places = range(len(rates))
    axes.bar([p - 0.2 for p in places], rates["nominal_rate"], width=0.38, color=ORANGE, hatch="///",
             edgecolor="white", label="nouns made of verbs or adjectives")  # fmt: skip
    axes.bar([p + 0.2 for p in places], rates["verb_rate"], width=0.38, color=BLUE, edgecolor="white",
             label="full verbs")  # fmt: skip
    for place, row in zip(places, rates.itertuples(), strict=True):
        axes.annotate(f"{row.nominalisations} | {row.verbs}", (place, max(row.nominal_rate, row.verb_rate)),
                      xytext=(0, 3), textcoords="offset points", ha="center", fontsize=7.5)  # fmt: skip
    axes.set_xticks(list(places), [f"¶ {number + 1}" for number in rates["paragraph"]])
    axes.margins(y=0.2)
    axes.set_ylabel("in 100 words")
    axes.set_xlabel("paragraph; above the bars the counts, too small for a rate to be trusted one by one")
    axes.legend(loc="upper left", bbox_to_anchor=(0, -0.22), ncols=2)
    return _chart(figure, "officialese", finding, rates)


# --- numbers -----------------------------------------------------------------------------------


def _in_words(value: float, places: int = 1) -> str:
    """A count for a title or a label: *7.4 million*."""
    for scale, name in ((1e9, " billion"), (1e6, " million")):
        if abs(value) >= scale:
            return f"{value / scale:,.{places}f}{name}"
    return f"{value:,.0f}"


def _counts(axes: Axes, axis: str) -> None:
    """Counts along an axis in words rather than in powers of ten."""
    getattr(axes, f"{axis}axis").set_major_formatter(FuncFormatter(lambda value, _: _in_words(value, 0)))


@_styled
def compared(comparison: pd.Series) -> Chart:
    """Two compared numbers as printed, each with the interval that its rounding leaves.

    Args:
        comparison: a row of ``claims.comparisons``.
    """
    sides = ("old", "new")
    table = pd.DataFrame(
        [{name: comparison[f"{s}_{name}"] for name in ("period", "text", "value", "low", "high")} for s in sides]
    )
    periods = [str(p) if p is not None else s for p, s in zip(table["period"], ("compared with", "now"), strict=True)]
    finding = (
        f"{_in_words(table['value'].iloc[1])} against {_in_words(table['value'].iloc[0])}: "
        f"{comparison['ratio']:.2f} times as many;\n"
        f"each printed number stands for a stretch of {_in_words((table['high'] - table['low']).max())}"
    )
    figure, axes = _axes(height=1.9)
    for place, row in enumerate(table.itertuples()):
        axes.barh(place, row.value, height=0.5, color=(SKY, BLUE)[place], hatch=("///", "")[place], edgecolor="white")
        axes.errorbar(row.value, place, xerr=[[row.value - row.low], [row.high - row.value]], color=BLACK, capsize=6)
        label = f"  “{row.text}”: {row.low:,.0f} to {row.high:,.0f}"
        axes.text(row.high, place, label, va="center", fontsize=8)
    axes.set_yticks(range(len(table)), periods)
    axes.set_xlim(0, table["high"].max() * 1.7)
    _counts(axes, "x")
    axes.set_xlabel("number as printed; the bracket is what rounding leaves open")
    return _chart(figure, "compared", finding, table)


@_styled
def growth(comparison: pd.Series, published: float) -> Chart:
    """The growth that two printed numbers state, what rounding and cutting leave open, and the published growth.

    Args:
        comparison: a row of ``claims.comparisons``.
        published: the growth of the published series between the same years, in per cent.
    """
    printed = comparison["growth_percent"]
    ways = [
        ("if rounded", comparison["growth_low"], comparison["growth_high"], SKY, ""),
        ("if cut", comparison["cut_low"], comparison["cut_high"], PALE, "///"),
    ]
    inside = [name for name, low, high, _, _ in ways if low <= published <= high]
    lies = "inside both" if len(inside) == 2 else f"inside the stretch {inside[0]}" if inside else "outside"
    told = ", ".join(f"{low:+.1f} % to {high:+.1f} % {name}" for name, low, high, _, _ in ways)
    finding = f"Growth {printed:+.1f} % as printed: {told};\nthe published series, {published:+.1f} %, lies {lies}"
    figure, axes = _axes(height=2.9)
    for place, (name, low, high, colour, hatch) in enumerate(ways):
        axes.barh(place, high - low, left=low, height=0.42, color=colour, hatch=hatch, edgecolor=GREY, label=name)
        for value, side, shift in ((low, "right", -4), (high, "left", 4)):
            axes.annotate(
                f"{value:+.1f} %",
                (value, place),
                (shift, 0),
                textcoords="offset points",
                ha=side,
                va="center",
                fontsize=8,
            )
    low, high = min(w[1] for w in ways), max(w[2] for w in ways)
    for value, colour, style, name in ((printed, BLUE, "-", "as printed"), (published, RED, "--", "published series")):
        axes.axvline(value, color=colour, linestyle=style, linewidth=1.6, label=f"{name}: {value:+.1f} %")
    span = max(high, published) - min(low, published)
    axes.set_xlim(min(low, published) - 0.3 * span, max(high, published) + 0.3 * span)
    axes.set_ylim(1.5, -0.5)
    axes.set_yticks(range(len(ways)), [name for name, *_ in ways])
    axes.set_xlabel(f"growth from {comparison['old_period']} to {comparison['new_period']} (per cent)")
    handles, labels = axes.get_legend_handles_labels()
    lines = [n for n, label in enumerate(labels) if "%" in label]
    axes.legend(
        [handles[n] for n in lines], [labels[n] for n in lines], loc="upper center", bbox_to_anchor=(0.5, -0.3), ncols=2
    )
    data = pd.DataFrame(
        [("printed", printed, printed), ("published", published, published), *((w[0], w[1], w[2]) for w in ways)],
        columns=["what", "low_percent", "high_percent"],
    )
    return _chart(figure, "growth", finding, data)


@_styled
def series(reports: pd.DataFrame, other: pd.DataFrame, marked: pd.DataFrame) -> Chart:
    """A published series on a logarithmic scale, the release's years marked, other ways of counting beside it.

    Args:
        reports: ``year``, ``value``.
        other: counts that don't belong to the series: ``year``, ``value``, ``counted``.
        marked: the numbers of the release: ``year``, ``value``, ``text``.
    """
    first, last = reports.iloc[0], reports.iloc[-1]
    joined = marked.merge(reports, on="year", suffixes=("", "_published"))
    apart = (
        float((100 * (joined["value"] / joined["value_published"] - 1)).abs().max()) if len(joined) else float("nan")
    )
    finding = (
        f"The release's numbers lie within {apart:.1f} % of the published series,\n"
        f"which rose from {_in_words(first['value'])} reports in {first['year']:.0f} "
        f"to {_in_words(last['value'])} in {last['year']:.0f}"
    )
    figure, axes = _axes(height=3.9)
    axes.plot(
        reports["year"], reports["value"], color=BLUE, marker="o", markersize=3.5, label="reports, published series"
    )
    for number, (counted, rows) in enumerate(other.groupby("counted", sort=False)):
        marker, colour = ("s^v"[number % 3], (ORANGE, GREEN, PURPLE)[number % 3])
        axes.scatter(
            rows["year"],
            rows["value"],
            marker=marker,
            facecolor="white",
            edgecolor=colour,
            s=30,
            zorder=3,
            label=counted,
        )
    axes.scatter(marked["year"], marked["value"], color=RED, marker="D", s=55, zorder=4, label="as the release prints")
    for row in marked.itertuples():
        axes.annotate(
            f"{row.year}: “{row.text}”", (row.year, row.value), xytext=(-12, 4), textcoords="offset points", ha="right",
            va="center", fontsize=8.5,
        )  # fmt: skip
    axes.set_yscale("log")
    _counts(axes, "y")
    later = other.loc[other["year"] > last["year"], "year"]
    if len(later):
        at = (last["year"] + later.min()) / 2
        axes.axvline(at, color=GREY, linestyle=":", linewidth=1)
        floor = axes.get_ylim()[0]
        axes.annotate(
            "series breaks", (at, floor), xytext=(-4, 4), textcoords="offset points", ha="right", fontsize=8, color=GREY
        )
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlabel("calendar year")
    axes.set_ylabel("count a year (logarithmic)")
    axes.legend(loc="upper left")
    parts = [reports.assign(counted="reports"), other, marked.assign(counted="as printed")]
    data = pd.concat([p[["year", "value", "counted"]] for p in parts], ignore_index=True)
    return _chart(figure, "series", finding, data)


@_styled
def yearly_growth(growths: pd.DataFrame, marked: int) -> Chart:
    """Growth on the year before, year by year, one year marked.

    Args:
        growths: ``year``, ``growth_percent``.
        marked: the year that the release speaks of.
    """
    here = growths.loc[growths["year"] == marked, "growth_percent"]
    value = float(here.iloc[0]) if len(here) else float("nan")
    above = int((growths["growth_percent"] > value).sum())
    after = growths.loc[growths["year"] == marked + 1, "growth_percent"]
    finding = f"{value:+.1f} % in {marked}: {above} of {len(growths)} years since {growths['year'].min()} grew faster"
    if len(after):
        finding += f";\nthe next year brought {float(after.iloc[0]):+.1f} %"
    figure, axes = _axes(height=2.9)
    is_marked = growths["year"] == marked
    axes.bar(growths["year"][~is_marked], growths["growth_percent"][~is_marked], color=PALE, edgecolor=GREY)
    axes.bar(
        growths["year"][is_marked], growths["growth_percent"][is_marked], color=RED, hatch="///", edgecolor="white"
    )
    axes.axhline(0, color=BLACK, linewidth=0.8)
    for row in growths[growths["year"].between(marked - 3, marked + 1)].itertuples():
        axes.annotate(
            f"{row.growth_percent:+.0f}", (row.year, max(row.growth_percent, 0)), xytext=(0, 3),
            textcoords="offset points", ha="center", fontsize=8,
        )  # fmt: skip
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.margins(y=0.12)
    axes.set_xlabel("calendar year, against the year before")
    axes.set_ylabel("growth (per cent)")
    return _chart(figure, "yearly_growth", finding, growths)


@_styled
def reports_and_files(series: pd.DataFrame, marked: int) -> Chart:
    """Reports beside the files that they hold, for the years for which both were published.

    Args:
        series: ``year``, ``reports``, ``files``.
        marked: the year that the release speaks of.
    """
    both = series.dropna(subset=["reports", "files"]).reset_index(drop=True)
    both = both.assign(files_per_report=both["files"] / both["reports"])
    here = both[both["year"] == marked]
    finding = "No year with both counts"
    if len(here):
        row = here.iloc[0]
        finding = (
            f"{marked}: {_in_words(row['reports'], 2)} reports held about {_in_words(row['files'], 0)} files: "
            f"{row['files_per_report']:.1f} files a report"
        )
    figure, axes = _axes(height=3)
    places = range(len(both))
    axes.bar([p - 0.2 for p in places], both["reports"], width=0.38, color=BLUE, label="reports", edgecolor="white")
    axes.bar([p + 0.2 for p in places], both["files"], width=0.38, color=ORANGE, hatch="///", label="files in them",
             edgecolor="white")  # fmt: skip
    for place, row in zip(places, both.itertuples(), strict=True):
        axes.annotate(f"× {row.files_per_report:.1f}", (place, max(row.files, row.reports)), xytext=(0, 3),
                      textcoords="offset points", ha="center", fontsize=8)  # fmt: skip
    axes.set_xticks(list(places), [f"{year}\n(release)" if year == marked else str(year) for year in both["year"]])
    axes.margins(y=0.12)
    _counts(axes, "y")
    axes.set_xlabel("calendar year; × files a report")
    axes.set_ylabel("count a year")
    axes.legend(loc="upper left")
    return _chart(figure, "reports_and_files", finding, both[["year", "reports", "files", "files_per_report"]])


@_styled
def figures_by_use(figures: pd.DataFrame) -> Chart:
    """Every figure of a release by what it is: a statistic, or the reason why it is none.

    Args:
        figures: one row a figure: ``text``, ``reason`` (*statistic* for statistics).
    """
    counts = figures.groupby("reason", sort=False).size().sort_values(ascending=False, kind="stable")
    found = int(counts.get("statistic", 0))
    finding = f"Of {len(figures)} figures in the release {found} say how many"
    rest = counts.drop("statistic", errors="ignore")
    if len(rest):
        finding += f";\nmost of the others are of the kind “{rest.index[0]}”"
    figure, axes = _axes(height=0.9 + 0.32 * max(1, len(counts)))
    for place, (reason, count) in enumerate(counts.items()):
        is_statistic = reason == "statistic"
        axes.barh(
            place, count, color=RED if is_statistic else PALE, hatch="///" if is_statistic else "", edgecolor="white"
        )
        texts = ", ".join(dict.fromkeys(figures.loc[figures["reason"] == reason, "text"].str[:26]))
        axes.text(count, place, f"  {texts[:90]}", va="center", fontsize=8)
    axes.set_yticks(range(len(counts)), list(counts.index))
    axes.invert_yaxis()
    most = int(counts.max()) if len(counts) else 1
    axes.set_xlim(0, most * 3)
    axes.set_xticks(range(0, most + 1, max(1, most // 5)))
    axes.set_xlabel("figures")
    return _chart(figure, "figures_by_use", finding, counts.rename("figures").reset_index())


# --- many releases -----------------------------------------------------------------------------


@_styled
def timeline(months: pd.DataFrame) -> Chart:
    """Releases by month, one shade an issuer.

    Args:
        months: what ``archive.timeline`` gives; rows without a month are left out.
    """
    counted = months[months["month"].notna()].pivot_table(
        index="month", columns="issuer", values="releases", aggfunc="sum", fill_value=0
    )
    counted = counted[counted.sum().sort_values(ascending=False, kind="stable").index]
    if len(counted):
        whole = [str(month) for month in pd.period_range(counted.index.min(), counted.index.max(), freq="M")]
        counted = counted.reindex(whole, fill_value=0)
    busiest = counted.sum(axis="columns")
    finding = "No release has a date"
    if len(counted):
        most = int(busiest.max())
        finding = f"{int(busiest.sum())} dated releases in {len(counted)} months, at most {most} in one"
        finding += f";\n{counted.columns[0]} issued {int(counted.iloc[:, 0].sum())} of them"
    figure, axes = _axes()
    below = pd.Series(0, counted.index)
    for number, issuer in enumerate(counted):
        colour, hatch = COLOURS[number % len(COLOURS)], HATCHES[number % len(HATCHES)]
        axes.bar(
            counted.index, counted[issuer], bottom=below, color=colour, hatch=hatch, edgecolor="white",
            label=textwrap.shorten(issuer, 40, placeholder="…"),
        )  # fmt: skip
        below = below + counted[issuer]
    axes.set_xlabel("month of the dateline")
    axes.set_ylabel("releases")
    _counts(axes, "y")
    axes.tick_params(axis="x", labelrotation=45 if len(counted) > 8 else 0)
    if len(counted):
        axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
    return _chart(figure, "timeline", finding, counted.reset_index())


_MARKERS = ("o", "s", "^", "D", "v", "P", "X")


@_styled
def figure_over_time(figures: pd.DataFrame, thing: str) -> Chart:
    """What releases say of one number, by date and issuer, each with the interval that its printing leaves.

    Args:
        figures: rows of ``archive.figures`` on one thing, in one unit.
        thing: what it is, for the title.
    """
    data = figures[figures["date"].notna()].sort_values("date", kind="stable").reset_index(drop=True)
    issuers = list(dict.fromkeys(data["issuer"]))
    unit = next((u for u in data["unit"] if isinstance(u, str)), "")
    different = data["value"].nunique()
    finding = f"“{thing}” is put at {different} different value{'s' * (different != 1)} by {len(issuers)} "
    finding += f"issuer{'s' * (len(issuers) != 1)}"
    if different > 1:
        finding += f", {data['value'].max() / data['value'].min() - 1:.0%} apart"
    figure, axes = _axes()
    scale = 1e6 if len(data) and data["value"].max() >= 1e6 else 1.0
    for number, issuer in enumerate(issuers):
        rows = data[data["issuer"] == issuer]
        low, high = (rows[side].clip(-1e300, 1e300) for side in ("low", "high"))
        axes.errorbar(
            pd.to_datetime(rows["date"]), rows["value"] / scale,
            yerr=[(rows["value"] - low) / scale, (high - rows["value"]) / scale],
            fmt=_MARKERS[number % len(_MARKERS)], color=COLOURS[number % len(COLOURS)], capsize=3,
            label=textwrap.shorten(issuer, 40, placeholder="…"),
        )  # fmt: skip
    axes.set_xlabel("date of the release")
    axes.set_ylabel(f"{'million ' if scale > 1 else ''}{unit}".strip() or "number")
    axes.xaxis.set_major_formatter(DateFormatter("%Y-%m"))
    axes.margins(x=0.08, y=0.2)
    if issuers:
        axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
    return _chart(figure, "figure_over_time", finding, data[["date", "issuer", "value", "unit", "low", "high"]])


@_styled
def quoted_shares(shares: pd.DataFrame) -> Chart:
    """How much of each release is quoted, one line an issuer.

    Args:
        shares: what ``archive.shares`` gives.
    """
    data = shares.dropna(subset=["share"])
    middle = data.groupby("issuer")["share"].median().sort_values(ascending=False, kind="stable")
    finding = "No release to show"
    if len(middle):
        finding = f"Half of the releases of {middle.index[0]} quote more than {middle.iloc[0]:.0%}"
        if len(middle) > 1:
            finding += f",\nof those of {middle.index[-1]} more than {middle.iloc[-1]:.0%}"
    figure, axes = _axes(height=1.1 + 0.4 * len(middle))
    for number, issuer in enumerate(middle.index):
        of_one = data.loc[data["issuer"] == issuer, "share"] * 100
        axes.plot(of_one, [number] * len(of_one), "o", color=BLUE, alpha=0.6, label="a release" if not number else None)
        axes.plot([middle[issuer] * 100], [number], "|", color=BLACK, markersize=16, label=None if number else "median")
    axes.set_yticks(range(len(middle)), [textwrap.shorten(issuer, 40, placeholder="…") for issuer in middle.index])
    axes.invert_yaxis()
    axes.set_xlabel("words in direct quotations, % of the release")
    axes.set_xlim(left=0)
    if len(middle):
        axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
    return _chart(figure, "quoted_shares", finding, data[["release", "issuer", "words", "quoted_words", "share"]])
