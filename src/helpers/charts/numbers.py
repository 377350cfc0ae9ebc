"""Numbers of a release: what they are, how they compare, and published series beside them."""

import math
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from helpers.charts.style import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    PALE,
    PURPLE,
    RED,
    SKY,
    Chart,
    counts,
    finished,
    in_words,
    new_axes,
    note,
    rows,
    styled,
    whole_numbers,
)


@styled
def figures_by_use(figures: pd.DataFrame) -> Chart:
    """Every figure of a release by what it is: a statistic, or the reason why it is none.

    Args:
        figures: one row a figure: ``text``, ``reason`` (*statistic* for statistics).
    """
    by_reason = figures.groupby("reason", sort=False).size().sort_values(ascending=False, kind="stable")
    finding = f"Of {len(figures)} figures in the release {by_reason.get('statistic', 0)} say how many"
    others = by_reason.drop("statistic", errors="ignore")
    if len(others):
        finding += f";\nmost of the others are of the kind “{others.index[0]}”"
    figure, axes = new_axes(0.9 + 0.32 * max(1, len(by_reason)))
    for place, (reason, count) in enumerate(by_reason.items()):
        bar = {"color": RED, "hatch": "///"} if reason == "statistic" else {"color": PALE, "hatch": ""}
        axes.barh(place, count, **bar, edgecolor="white")
        texts = ", ".join(dict.fromkeys(figures.loc[figures["reason"] == reason, "text"].str[:26]))
        note(axes, texts[:90], (count, place), (5, 0), ha="left", va="center")
    rows(axes, by_reason.index)
    most = int(by_reason.max()) if len(by_reason) else 1
    axes.set_xlim(0, most * 3)
    axes.set_xticks(range(0, most + 1, max(1, most // 5)))
    axes.set_xlabel("figures")
    return finished(figure, "figures_by_use", finding, by_reason.rename("figures").reset_index())


# --- two compared numbers ----------------------------------------------------------------------


@styled
def compared(comparison: pd.Series) -> Chart:
    """Two compared numbers as printed, each with the interval that its rounding leaves.

    Args:
        comparison: a row of ``claims.comparisons``.
    """
    names = ("period", "text", "value", "low", "high")
    table = pd.DataFrame([{name: comparison[f"{side}_{name}"] for name in names} for side in ("old", "new")])
    periods = [str(p) if p is not None else s for p, s in zip(table["period"], ("compared with", "now"), strict=True)]
    finding = (
        f"{in_words(table['value'].iloc[1])} against {in_words(table['value'].iloc[0])}: "
        f"{comparison['ratio']:.2f} times as many;\n"
        f"each printed number stands for a stretch of {in_words((table['high'] - table['low']).max())}"
    )
    figure, axes = new_axes(1.9)
    for place, row in enumerate(table.itertuples()):
        axes.barh(place, row.value, height=0.5, color=(SKY, BLUE)[place], hatch=("///", "")[place], edgecolor="white")
        axes.errorbar(row.value, place, xerr=[[row.value - row.low], [row.high - row.value]], color=BLACK, capsize=6)
        stretch = f"“{row.text}”: {row.low:,.0f} to {row.high:,.0f}"
        note(axes, stretch, (row.high, place), (8, 0), ha="left", va="center")
    axes.set_yticks(range(len(table)), periods)
    axes.set_xlim(0, table["high"].max() * 1.7)
    counts(axes.xaxis)
    axes.set_xlabel("number as printed; the bracket is what rounding leaves open")
    return finished(figure, "compared", finding, table)


class _Way(NamedTuple):
    """How printed digits may have come about, and the growth that they then leave open, in per cent."""

    name: str
    low: float
    high: float
    look: Mapping[str, str]


@styled
def growth(comparison: pd.Series, published: float) -> Chart:
    """The growth that two printed numbers state, what rounding and cutting leave open, and the published growth.

    Args:
        comparison: a row of ``claims.comparisons``.
        published: the growth of the published series between the same years, in per cent.
    """
    printed = comparison["growth_percent"]
    ways = (
        _Way("if rounded", comparison["growth_low"], comparison["growth_high"], {"color": SKY, "hatch": ""}),
        _Way("if cut", comparison["cut_low"], comparison["cut_high"], {"color": PALE, "hatch": "///"}),
    )
    figure, axes = new_axes(2.9)
    for place, way in enumerate(ways):
        axes.barh(place, way.high - way.low, left=way.low, height=0.42, edgecolor=GREY, **way.look)
        note(axes, f"{way.low:+.1f}%", (way.low, place), (-4, 0), ha="right", va="center")
        note(axes, f"{way.high:+.1f}%", (way.high, place), (4, 0), ha="left", va="center")
    label = f"published series: {published:+.1f}%"
    lines = [
        axes.axvline(printed, color=BLUE, linestyle="-", linewidth=1.6, label=f"as printed: {printed:+.1f}%"),
        axes.axvline(published, color=RED, linestyle="--", linewidth=1.6, label=label),
    ]
    low, high = min(way.low for way in ways), max(way.high for way in ways)
    span = max(high, published) - min(low, published)
    axes.set_xlim(min(low, published) - 0.3 * span, max(high, published) + 0.3 * span)
    axes.set_ylim(1.5, -0.5)
    axes.set_yticks(range(len(ways)), [way.name for way in ways])
    axes.set_xlabel(f"growth from {comparison['old_period']} to {comparison['new_period']} (per cent)")
    axes.legend(handles=lines, loc="upper center", bbox_to_anchor=(0.5, -0.3), ncols=2)
    data = pd.DataFrame(
        [("printed", printed, printed), ("published", published, published), *(way[:3] for way in ways)],
        columns=["what", "low_percent", "high_percent"],
    )
    return finished(figure, "growth", _where_it_lies(printed, published, ways), data)


def _where_it_lies(printed: float, published: float, ways: tuple[_Way, ...]) -> str:
    inside = [way.name for way in ways if way.low <= published <= way.high]
    lies = "inside both" if len(inside) == 2 else f"inside the stretch {inside[0]}" if inside else "outside"
    told = ", ".join(f"{way.low:+.1f}% to {way.high:+.1f}% {way.name}" for way in ways)
    return f"Growth {printed:+.1f}% as printed: {told};\nthe published series, {published:+.1f}%, lies {lies}"


# --- published series --------------------------------------------------------------------------

_OTHER_LOOKS = (("s", ORANGE), ("^", GREEN), ("v", PURPLE))


@styled
def series(reports: pd.DataFrame, other: pd.DataFrame, marked: pd.DataFrame) -> Chart:
    """A published series on a logarithmic scale, the release's years marked, other ways of counting beside it.

    Args:
        reports: ``year``, ``value``.
        other: counts that don't belong to the series: ``year``, ``value``, ``counted``.
        marked: the numbers of the release: ``year``, ``value``, ``text``.
    """
    figure, axes = new_axes(3.9)
    line = {"color": BLUE, "marker": "o", "markersize": 3.5, "label": "reports, published series"}
    axes.plot(reports["year"], reports["value"], **line)
    for number, (counted, of_kind) in enumerate(other.groupby("counted", sort=False)):
        marker, colour = _OTHER_LOOKS[number % len(_OTHER_LOOKS)]
        hollow = {"facecolor": "white", "edgecolor": colour, "s": 30, "zorder": 3}
        axes.scatter(of_kind["year"], of_kind["value"], marker=marker, label=counted, **hollow)
    axes.scatter(marked["year"], marked["value"], color=RED, marker="D", s=55, zorder=4, label="as the release prints")
    for row in marked.itertuples():
        said = f"{row.year}: “{row.text}”"
        note(axes, said, (row.year, row.value), (-12, 4), ha="right", va="center", fontsize=8.5)
    axes.set_yscale("log")
    counts(axes.yaxis)
    last = reports["year"].iloc[-1]
    later = other.loc[other["year"] > last, "year"]
    if len(later):
        at = (last + later.min()) / 2
        axes.axvline(at, color=GREY, linestyle=":", linewidth=1)
        note(axes, "series breaks", (at, axes.get_ylim()[0]), (-4, 4), ha="right", color=GREY)
    whole_numbers(axes.xaxis)
    axes.set_xlabel("calendar year")
    axes.set_ylabel("count a year (logarithmic)")
    axes.legend(loc="upper left")
    parts = [reports.assign(counted="reports"), other, marked.assign(counted="as printed")]
    data = pd.concat([part[["year", "value", "counted"]] for part in parts], ignore_index=True)
    return finished(figure, "series", _how_near(reports, marked), data)


def _how_near(reports: pd.DataFrame, marked: pd.DataFrame) -> str:
    first, last = reports.iloc[0], reports.iloc[-1]
    joined = marked.merge(reports, on="year", suffixes=("", "_published"))
    apart = (100 * (joined["value"] / joined["value_published"] - 1)).abs().max()
    return (
        f"The release's numbers lie within {math.ceil(apart * 10) / 10:.1f}% of the published series,\n"
        f"which rose from {in_words(first['value'])} reports in {first['year']:.0f} "
        f"to {in_words(last['value'])} in {last['year']:.0f}"
    )


@styled
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
    finding = f"{value:+.1f}% in {marked}: {above} of {len(growths)} years since {growths['year'].min()} grew faster"
    if len(after):
        finding += f";\nthe next year brought {float(after.iloc[0]):+.1f}%"
    figure, axes = new_axes(2.9)
    own, others = growths[growths["year"] == marked], growths[growths["year"] != marked]
    axes.bar(others["year"], others["growth_percent"], color=PALE, edgecolor=GREY)
    axes.bar(own["year"], own["growth_percent"], color=RED, hatch="///", edgecolor="white")
    axes.axhline(0, color=BLACK, linewidth=0.8)
    for row in growths[growths["year"].between(marked - 3, marked + 1)].itertuples():
        note(axes, f"{row.growth_percent:+.0f}", (row.year, max(row.growth_percent, 0)))
    whole_numbers(axes.xaxis)
    axes.margins(y=0.12)
    axes.set_xlabel("calendar year, against the year before")
    axes.set_ylabel("growth (per cent)")
    return finished(figure, "yearly_growth", finding, growths)


@styled
def reports_and_files(series: pd.DataFrame, marked: int) -> Chart:
    """Reports beside the files that they hold, for the years for which both were published.

    Args:
        series: ``year``, ``reports``, ``files``, ``files_as_printed_source`` (the number of files in the words of its
            source, where it gives one that is rounded or a bound).
        marked: the year that the release speaks of.
    """
    both = series.dropna(subset=["reports", "files"]).reset_index(drop=True)
    both = both.assign(files_per_report=both["files"] / both["reports"])
    here = both[both["year"] == marked]
    finding = "No year with both counts"
    if len(here):
        row = here.iloc[0]
        said = row["files_as_printed_source"]
        files = said if isinstance(said, str) and said else in_words(row["files"])
        finding = (
            f"{marked}: {in_words(row['reports'], 2)} reports held {files} files: "
            f"about {row['files_per_report']:.1f} files a report"
        )
    figure, axes = new_axes(3)
    places = range(len(both))
    files = {"color": ORANGE, "hatch": "///", "label": "files in them"}
    axes.bar([p - 0.2 for p in places], both["reports"], width=0.38, edgecolor="white", color=BLUE, label="reports")
    axes.bar([p + 0.2 for p in places], both["files"], width=0.38, edgecolor="white", **files)
    for place, row in zip(places, both.itertuples(), strict=True):
        note(axes, f"× {row.files_per_report:.1f}", (place, max(row.files, row.reports)))
    axes.set_xticks(list(places), [f"{year}\n(release)" if year == marked else str(year) for year in both["year"]])
    axes.margins(y=0.12)
    counts(axes.yaxis)
    axes.set_xlabel("calendar year; × files a report")
    axes.set_ylabel("count a year")
    axes.legend(loc="upper left")
    return finished(figure, "reports_and_files", finding, both[["year", "reports", "files", "files_per_report"]])
