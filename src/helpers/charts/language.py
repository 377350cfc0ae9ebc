"""How a release is written: sentences, readability, grammar, and its own words beside the quoted ones."""

import textwrap

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from helpers.charts.style import (
    BLACK,
    BLUE,
    GREY,
    ORANGE,
    PALE,
    SKY,
    WIDTH,
    Chart,
    finished,
    legend_below,
    look,
    new_axes,
    note,
    paragraph_mark,
    styled,
    whole_numbers,
)

# --- sentences ---------------------------------------------------------------------------------


@styled
def sentence_lengths(lengths: pd.DataFrame) -> Chart:
    """The sentences in order, as long as they are, quoted words hatched.

    Args:
        lengths: what ``language.sentence_lengths`` gives, with quotations if there are any.
    """
    words = lengths["words"]
    figure, axes = new_axes(3.4)
    in_quotes = words * lengths["quoted"].fillna(0)
    held = in_quotes > 0
    axes.bar(lengths["number"], words - in_quotes, color=BLUE, width=0.75, label="the release's own words")
    if held.any():
        quoted = {"color": "white", "edgecolor": ORANGE, "hatch": "////", "label": "quoted words"}
        axes.bar(lengths["number"][held], in_quotes[held], bottom=(words - in_quotes)[held], width=0.75, **quoted)
    mean = words.mean() if len(words) else 0
    axes.axhline(mean, color=BLACK, linestyle="--", linewidth=0.8, label="mean")
    top = words.max() * 1.16 if len(words) else 1
    for number, part in lengths.groupby("paragraph"):
        first, last = part["number"].min(), part["number"].max()
        if first > 1:
            axes.axvline(first - 0.5, color=GREY, linewidth=0.5)
        axes.text((first + last) / 2, top * 0.97, paragraph_mark(number), ha="center", va="top", color=GREY, fontsize=8)
    axes.set_ylim(0, top)
    axes.set_xlim(0.4, len(lengths) + 0.6)
    axes.set_xlabel("sentence, in the order of the text (¶ paragraph)")
    axes.set_ylabel("words")
    whole_numbers(axes.xaxis)
    legend_below(axes, 0.2, columns=3)
    data = lengths[["number", "start", "end", "paragraph", "kind", "words", "quoted"]]
    return finished(figure, "sentence_lengths", _range_of_lengths(lengths), data)


def _range_of_lengths(lengths: pd.DataFrame) -> str:
    words, share = lengths["words"], lengths["quoted"].fillna(0)
    if not len(words):
        return "No sentence of running text"
    finding = f"Sentences run from {words.min()} to {words.max()} words, {words.mean():.0f} on average"
    own, quoted = words[share < 0.5], words[share >= 0.5]
    if not (len(own) and len(quoted)):
        return finding
    means = f"{quoted.mean():.0f} against {own.mean():.0f} words"
    chance = mann_whitney(own, quoted)
    if chance >= 0.05:
        return f"{finding};\nthose mostly quoted are not told apart from the rest ({means}, p = {chance:.2f})"
    compared = "longer" if quoted.mean() > own.mean() else "shorter"
    return f"{finding};\nthose mostly quoted are {compared} than the rest ({means}, p = {chance:.2g})"


def mann_whitney(one: pd.Series, other: pd.Series) -> float:
    """How likely two samples of one population differ as much in rank (two-sided; Mann and Whitney 1947)."""
    from scipy.stats import mannwhitneyu  # here, not above: it takes a second to load

    return float(mannwhitneyu(one, other, alternative="two-sided").pvalue)


# --- readability -------------------------------------------------------------------------------


@styled
def readability(table: pd.DataFrame, bands: dict[str, pd.DataFrame]) -> Chart:
    """Each measure on its scale, one point a way of counting, the bar what one sentence changes.

    Args:
        table: what ``language.readability`` gives.
        bands: for each measure what ``language.bands`` gives.
    """
    measures = list(dict.fromkeys(table["measure"]))
    heights = [(table["measure"] == measure).sum() + 1.1 for measure in measures]
    figure = Figure(figsize=(WIDTH, 0.55 + 0.52 * sum(heights)))
    panels = figure.subplots(len(measures), height_ratios=heights, squeeze=False)[:, 0]
    for axes, measure in zip(panels, measures, strict=True):
        of_measure = table[(table["measure"] == measure) & table["value"].notna()]
        _scale(axes, of_measure, bands[measure])
        harder = "→ easier" if measure == "Kandel and Moles" else "→ harder"
        axes.set_xlabel(f"{measure} (points) {harder}")
    return finished(figure, "readability", _verdicts(table), table)


def _scale(axes: Axes, values: pd.DataFrame, bands: pd.DataFrame) -> None:
    """The values of one measure by each way of counting, over the bands of its scale."""
    inner = bands["from"].iloc[1:].tolist()
    width = inner[1] - inner[0] if len(inner) > 1 else 10
    low = min([inner[0] - width, *(values["low"] - 2)])
    high = max([inner[-1] + min(10, 2 * width), *(values["high"] + 2)])
    for number, (begins, ends, label, *_) in enumerate(bands.itertuples(index=False)):
        left, right = max(begins, low), min(ends, high)
        axes.axvspan(left, right, color=PALE if number % 2 else "white", linewidth=0, zorder=0)
        axes.text((left + right) / 2, -0.72, label.replace(" ", "\n", 1), ha="center", va="center", fontsize=7)
    places = range(len(values))
    axes.hlines(places, values["low"], values["high"], color=BLUE, linewidth=3, zorder=2)
    axes.scatter(values["value"], places, color=BLUE, edgecolor="white", marker="D", s=45, zorder=3)
    for place, value in zip(places, values["value"], strict=True):
        note(axes, f"{value:.0f}", (value, place), (0, 6))
    axes.set_yticks(list(places), [text.replace(", ", ",\n") for text in values["convention"]], fontsize=8)
    axes.set_xlim(low, high)
    axes.set_ylim(max(1, len(values)) - 0.5, -1.1)


def _verdicts(table: pd.DataFrame) -> str:
    if table["value"].isna().any():
        return "No running text whose readability could be measured"
    firsts = table.drop_duplicates("measure")
    by_label: dict[str, list[str]] = {}
    for row in firsts.itertuples():
        by_label.setdefault(row.label, []).append(f"{row.measure} ({row.value:.0f})")
    verdicts = ", ".join(f"“{label}” by {' and '.join(by)}" for label, by in by_label.items())
    first = firsts.iloc[0]
    ways = table.loc[table["measure"] == first["measure"], "value"]
    step = max(first["high"] - first["value"], first["value"] - first["low"])
    return (
        f"The text is {verdicts};\nhow one counts moves the first by up to {ways.max() - ways.min():.0f} points, "
        f"one sentence more or less by {step:.0f}"
    )


# --- grammar -----------------------------------------------------------------------------------

_MODALITIES = ("obligation", "advice", "possibility", "probability", "certainty", "will")


@styled
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
            f"{paragraph_mark(busiest)} alone has {counts[most].max()} of them"
        )
    figure, axes = new_axes()
    below = pd.Series(0, index=counts.index)
    for kind in counts:
        bar = look(_MODALITIES.index(kind))
        axes.bar(range(len(counts)), counts[kind], bottom=below, **bar, edgecolor="white", label=kind)
        below = below + counts[kind]
    for place, number in enumerate(numbers):
        said = ", ".join(dict.fromkeys(table.loc[table["paragraph"] == number, "form"]))
        if said:
            note(axes, textwrap.fill(said, 13), (place, below.loc[number]), fontsize=7)
    axes.set_xticks(range(len(numbers)), [paragraph_mark(n) for n in numbers])
    axes.set_ylim(0, max(1, below.max() if len(below) else 1) * 1.45)
    whole_numbers(axes.yaxis)
    axes.set_ylabel("modal words")
    if len(table):
        axes.legend(loc="upper left", ncols=2, fontsize=8)
    data = counts.reset_index().melt("paragraph", value_name="count", var_name="modality")
    return finished(figure, "modality", finding, data)


_PAST = ("passé composé", "imperfect", "passé simple", "pluperfect")


@styled
def verb_forms(table: pd.DataFrame) -> Chart:
    """The verb forms of a text, those that make a clause above those that hang on one.

    Args:
        table: what ``language.verb_forms`` gives.
    """
    counts = table.groupby(["is_finite", "form"]).size().reset_index(name="count")
    counts = counts.sort_values(["is_finite", "count", "form"], ascending=[False, False, True], ignore_index=True)
    finding = "No verb form"
    if len(table):
        finite, past = int(table["is_finite"].sum()), int(table["form"].isin(_PAST).sum())
        passive = table[table["voice"] == "passive"]
        finding = (
            f"{finite} of {len(table)} verb forms make a clause, {past} of these in a past tense;\n"
            f"{len(passive)} are passive, {int(passive['has_agent'].sum())} of these say by whom"
        )
    figure, axes = new_axes(0.9 + 0.3 * max(1, len(counts)))
    looks = {True: {"color": BLUE, "hatch": ""}, False: {"color": SKY, "hatch": "///"}}
    for place, row in enumerate(counts.itertuples()):
        axes.barh(place, row.count, **looks[row.is_finite], edgecolor="white")
        uses = table.loc[(table["form"] == row.form) & (table["is_finite"] == row.is_finite), "lemma"]
        common = ", ".join(uses.value_counts().head(4).index)
        note(axes, f"{row.count}  {common}", (row.count, place), (5, 0), ha="left", va="center")
    axes.set_yticks(range(len(counts)), counts["form"])
    axes.set_ylim(max(1, len(counts)) - 0.4, -0.6)
    axes.set_xlim(0, (counts["count"].max() if len(counts) else 1) * 1.6)
    whole_numbers(axes.xaxis)
    axes.barh(0, 0, **looks[True], label="makes a clause")
    axes.barh(0, 0, **looks[False], edgecolor="white", label="hangs on one")
    axes.legend(loc="lower right")
    axes.set_xlabel("uses, with the verbs used most")
    return finished(figure, "verb_forms", finding, counts)


@styled
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
    figure, axes = new_axes(3.0)
    places = range(len(rates))
    nouns = {"color": ORANGE, "hatch": "///", "label": "nouns made of verbs or adjectives"}
    axes.bar([p - 0.2 for p in places], rates["nominal_rate"], width=0.38, edgecolor="white", **nouns)
    verbs = {"color": BLUE, "label": "full verbs"}
    axes.bar([p + 0.2 for p in places], rates["verb_rate"], width=0.38, edgecolor="white", **verbs)
    for place, row in zip(places, rates.itertuples(), strict=True):
        top = max(row.nominal_rate, row.verb_rate)
        note(axes, f"{row.nominalisations} | {row.verbs}", (place, top), fontsize=7.5)
    axes.set_xticks(list(places), [paragraph_mark(n) for n in rates["paragraph"]])
    axes.margins(y=0.2)
    axes.set_ylabel("in 100 words")
    axes.set_xlabel("paragraph; above the bars the counts, too small for a rate to be trusted one by one")
    legend_below(axes, 0.22, columns=2)
    return finished(figure, "officialese", finding, rates)


# --- own words and quoted ones -----------------------------------------------------------------

_LEAST = 0.1  # uses in 100 words: a logarithmic scale has no zero; what is never used stands at the edge


@styled
def voices_compared(table: pd.DataFrame) -> Chart:
    """How often things stand in the release's own words and in the quoted ones, one row a measure.

    Args:
        table: what ``language.compare`` gives; only what is counted in 100 words is drawn.
    """
    measures = table[table["unit"] == "in 100 words"].dropna(subset=["own", "quoted"])
    size = measures["specificity"].abs()
    measures = measures.assign(size=size).sort_values("size", ascending=False, kind="stable")
    figure, axes = new_axes(1.3 + 0.32 * max(1, len(measures)))
    places = range(len(measures))
    own, quoted = (measures[side].clip(lower=_LEAST).astype(float) for side in ("own", "quoted"))
    axes.hlines(places, own, quoted, color=PALE, linewidth=3, zorder=1)
    hollow = {"facecolor": "white", "edgecolor": BLUE, "s": 48, "zorder": 2}
    filled = {"color": ORANGE, "edgecolor": BLACK, "linewidth": 0.5, "marker": "D", "s": 42, "zorder": 3}
    axes.scatter(own, places, label="the release's own words", **hollow)
    axes.scatter(quoted, places, label="words in quotation marks", **filled)
    labels = [
        f"{'▸ ' if row.is_telling else ''}{row.measure} ({row.own_count} | {row.quoted_count})"
        for row in measures.itertuples()
    ]
    axes.set_yticks(list(places), labels)
    axes.set_ylim(max(1, len(measures)) - 0.5, -0.6)
    axes.set_xscale("log")
    axes.set_xlim(_LEAST * 0.85, max([10.0, *own, *quoted]) * 1.3)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    axes.set_xlabel("uses in 100 words (logarithmic; none: 0.1)   ▸ beyond chance   ( | ) uses own, quoted")
    if len(measures):
        legend_below(axes, 0.16, columns=2)
    return finished(figure, "voices_compared", _what_tells_apart(measures), table)


def _what_tells_apart(measures: pd.DataFrame) -> str:
    telling = measures[measures["is_telling"]]
    if not len(measures):
        return "Nobody is quoted in quotation marks: no two voices to compare"
    if not len(telling):
        return f"None of {len(measures)} measures tells the two voices apart beyond chance"
    first = telling.iloc[0]
    return (
        f"Quoted words have {first['quoted']:.1f} {first['measure']} in a hundred, the release's own "
        f"{first['own']:.1f};\nof {len(measures)} measures {len(telling)} tell{'s' * (len(telling) == 1)} "
        "the voices apart beyond chance"
    )
