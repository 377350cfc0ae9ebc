"""Many releases: when they came, what they say of one number, how much of them is quoted, whose words these are.

An archive may have hundreds of issuers, none of them known, or no days: what a figure can't tell apart is told
together, and where nothing is left to draw it says so.
"""

import textwrap
from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, DateFormatter

from helpers.charts.style import (
    BLACK,
    BLUE,
    COLOURS,
    GREY,
    MARKERS,
    PALE,
    Chart,
    counts,
    finished,
    legend_beside,
    look,
    new_axes,
    note,
    rows,
    styled,
    whole_numbers,
)

_UNKNOWN = "not stated"
"""As ``archive.UNKNOWN``, which stands below."""
_TOLD_APART = 6
"""Issuers with a colour of their own."""
_ROWS = 20
"""Issuers with a row of their own."""
_MONTHS = 48
"""Longer times are shown by year."""
_LABELS = 16
"""Labels that fit along an axis, turned."""


@styled
def timeline(months: pd.DataFrame) -> Chart:
    """Releases by month, or by year if they are of more than four, one shade an issuer.

    Issuers of one release, and those beyond the six with most, are told together; where these six have less than a
    third of all releases, nobody is told apart.

    Args:
        months: what ``archive.timeline`` gives; rows without a month are only counted.
    """
    dated = months[months["month"].notna()]
    undated = int(months.loc[months["month"].isna(), "releases"].sum())
    figure, axes = new_axes()
    if dated.empty:
        axes.set_axis_off()
        finding = "No release has a date" if not undated else f"None of {undated:,} releases has a date"
        return finished(figure, "timeline", finding, dated)
    dated, unit = _by_unit(dated)
    groups, told_apart = _groups(dated.groupby("issuer")["releases"].sum())
    table = dated.assign(group=dated["issuer"].map(groups)).pivot_table(
        index=unit, columns="group", values="releases", aggfunc="sum", fill_value=0
    )
    whole = pd.period_range(table.index.min(), table.index.max(), freq=unit[0].upper())
    table = table.reindex([str(period) for period in whole], fill_value=0)[list(dict.fromkeys(groups.values()))]
    sums = table.sum(axis="columns")
    finding = f"{int(sums.sum()):,} dated releases in {len(table)} {unit}{'s' * (len(table) != 1)}"
    finding += f", at most {int(sums.max()):,} in one" if len(table) > 1 else ""
    finding += f"; {undated:,} without a date" if undated else ""
    if told_apart:
        finding += f";\n{told_apart[0]} issued {int(table[told_apart[0]].sum()):,} of them"
    _stacked(axes, table, told_apart)
    axes.set_xlabel(f"{unit} of the release")
    axes.set_ylabel("releases")
    return finished(figure, "timeline", finding, table.reset_index())


def _by_unit(dated: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The rows with the year in place of the month where that many months can't be shown."""
    first, last = (pd.Period(value, "M") for value in (dated["month"].min(), dated["month"].max()))
    if (last - first).n < _MONTHS:
        return dated, "month"
    return dated.assign(year=dated["month"].str[:4]), "year"


def _groups(releases: pd.Series) -> tuple[dict[str, str], list[str]]:
    """What each issuer is told as, in the order of the legend, and those that are told apart."""
    known = releases.drop(_UNKNOWN, errors="ignore").sort_values(ascending=False, kind="stable")
    apart = list(known[known > 1].index[:_TOLD_APART])
    if releases[apart].sum() * 3 < releases.sum():
        apart = []
    others = [name for name in known.index if name not in apart]
    rest = f"{len(others):,} {'others' if apart else 'issuers'}"
    told = {name: name for name in apart} | dict.fromkeys(others, others[0] if len(others) == 1 else rest)
    return told | ({_UNKNOWN: _UNKNOWN} if _UNKNOWN in releases.index else {}), apart


def _stacked(axes: Axes, table: pd.DataFrame, told_apart: Sequence[str]) -> None:
    below = pd.Series(0, table.index)
    for number, name in enumerate(table):
        of_all = {"color": PALE if name == _UNKNOWN else GREY}
        bar = {**(look(number) if name in told_apart else of_all), "edgecolor": "white", "label": _short(name)}
        axes.bar(range(len(table)), table[name], bottom=below, **bar)
        below = below + table[name]
    step = -(-len(table) // _LABELS)
    axes.set_xticks(range(0, len(table), step), table.index[::step], rotation=45 if len(table) > 8 else 0)
    whole_numbers(axes.yaxis)
    legend_beside(axes)


_MOST_DATES = 6
"""Dates along an axis that do not run into one another."""
_THOUSAND, _MILLION = 1e3, 1e6


@styled
def figure_over_time(figures: pd.DataFrame, thing: str) -> Chart:
    """What releases say of one number, by date and issuer, each with the interval that its printing leaves.

    Args:
        figures: rows of ``archive.figures`` on one thing, in one unit; those without a date are only counted.
        thing: what it is, for the title.
    """
    data = figures[figures["date"].notna()].sort_values("date", kind="stable").reset_index(drop=True)
    undated = len(figures) - len(data)
    figure, axes = new_axes()
    columns = ["date", "issuer", "value", "unit", "low", "high"]
    if data.empty:
        axes.set_axis_off()
        finding = f"No release gives a number of “{thing}”"
        if undated:
            finding = f"“{thing}” stands in {_count(undated, 'release')} without a date: no order in time can be told"
        return finished(figure, "figure_over_time", finding, data[columns])
    issuers = data["issuer"].value_counts(sort=True).index
    apart = [name for name in dict.fromkeys(data["issuer"]) if name in set(issuers[: len(COLOURS)])]
    finding = _put_at(data, thing) + (f"; {undated} more without a date" if undated else "")
    scale = _MILLION if data["value"].max() >= _MILLION else 1.0
    for number, name in enumerate(apart):
        _points(axes, data[data["issuer"] == name], scale, _short(name), MARKERS[number], COLOURS[number])
    others = data[~data["issuer"].isin(apart)]
    if len(others):
        _points(axes, others, scale, _count(others["issuer"].nunique(), "other"), ".", GREY)
    unit = next((u for u in data["unit"] if isinstance(u, str)), "")
    axes.set_xlabel("date of the release")
    axes.set_ylabel(f"{'million ' if scale > 1 else ''}{unit}".strip() or "number")
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=2, maxticks=_MOST_DATES))
    axes.xaxis.set_major_formatter(DateFormatter("%Y-%m"))
    if _THOUSAND <= data["value"].max() < _MILLION:
        counts(axes.yaxis)
    axes.margins(x=0.08, y=0.2)
    legend_beside(axes)
    return finished(figure, "figure_over_time", finding, data[columns])


def _put_at(data: pd.DataFrame, thing: str) -> str:
    values = data["value"]
    told = f"“{thing}” is put at {_count(values.nunique(), 'different value')}"
    told += f" by {_count(data['issuer'].nunique(), 'issuer')}"
    if values.nunique() > 1 and values.min() > 0:
        told += f", {values.max() / values.min() - 1:.0%} apart"
    return told


def _points(axes: Axes, data: pd.DataFrame, scale: float, label: str, marker: str, colour: str) -> None:
    value = data["value"]
    # An interval may be open on one side, and no axis takes an infinite bar.
    low, high = (data[side].clip(-1e300, 1e300) for side in ("low", "high"))
    spread = [(value - low) / scale, (high - value) / scale]
    axes.errorbar(
        pd.to_datetime(data["date"]), value / scale, yerr=spread, capsize=3, label=label, fmt=marker, color=colour
    )


@styled
def quoted_shares(shares: pd.DataFrame) -> Chart:
    """How much of each release is quoted, one line an issuer; those beyond the twenty with most releases in one.

    Args:
        shares: what ``archive.shares`` gives.
    """
    data = shares.dropna(subset=["share"])
    sizes = data["issuer"].value_counts(sort=True)
    others = f"{_count(max(0, len(sizes) - _ROWS), 'other')}"
    shown = data.assign(row=data["issuer"].where(data["issuer"].isin(sizes.index[:_ROWS]), others))
    middle = shown.groupby("row")["share"].median().sort_values(ascending=False, kind="stable")
    finding = "No release to show"
    if len(middle):
        sizes = shown.groupby("row").size()
        ends = dict.fromkeys((middle.index[0], middle.index[-1]))
        told = [f"{name}: {middle[name]:.0%} in the middle of {_count(sizes[name], 'release')}" for name in ends]
        finding = "Words in direct quotations, most and least\n" + ";\n".join(told)
    figure, axes = new_axes(1.1 + 0.4 * len(middle))
    for number, name in enumerate(middle.index):
        of_one = shown.loc[shown["row"] == name, "share"] * 100
        axes.plot(of_one, [number] * len(of_one), "o", color=BLUE, alpha=0.6, label=None if number else "a release")
        axes.plot([middle[name] * 100], [number], "|", color=BLACK, markersize=16, label=None if number else "median")
    rows(axes, map(_short, middle.index))
    axes.set_ylim(max(1, len(middle)) - 0.4, -0.6)
    axes.set_xlabel("words in direct quotations, % of the release")
    axes.set_xlim(left=0)
    if len(middle):
        legend_beside(axes)
    return finished(figure, "quoted_shares", finding, data[["release", "issuer", "words", "quoted_words", "share"]])


@styled
def women_heard(women: pd.DataFrame) -> Chart:
    """Women's share of the quoted words of women and men, one bar an issuer, the twenty with most words.

    Args:
        women: what ``archive.women`` gives.
    """
    sums = women.groupby("issuer")[["words_of_women", "words"]].sum()
    sums = sums[sums["words"] > 0].sort_values("words", ascending=False, kind="stable")
    figure, axes = new_axes(1.3 + 0.3 * min(len(sums), _ROWS))
    if sums.empty:
        axes.set_axis_off()
        return finished(figure, "women_heard", "Of no quoted person a gender is told", sums.reset_index())
    share = sums["words_of_women"] / sums["words"]
    shown = share.head(_ROWS).sort_values(ascending=False, kind="stable")
    total = sums["words_of_women"].sum() / sums["words"].sum()
    finding = f"Women have {total:.0%} of the quoted words of persons whose gender is told"
    if len(share) > 1:
        finding += f",\n{share.max():.0%} and {share.min():.0%} where they have most and least"
    axes.barh(range(len(shown)), shown * 100, color=BLUE)
    for number, name in enumerate(shown.index):
        told = f"of {_count(sums['words'][name], 'word')}"
        note(axes, told, (shown[name] * 100, number), (4, 0), ha="left", va="center")
    axes.axvline(50, color=GREY, linewidth=0.8, linestyle="--")
    rows(axes, map(_short, shown.index))
    axes.set_xlim(0, 125)
    axes.set_xticks(range(0, 101, 25))
    axes.set_xlabel("women's share of the quoted words, %")
    return finished(figure, "women_heard", finding, sums.assign(share=share).reset_index())


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _short(issuer: str) -> str:
    """A name that fits beside a plot."""
    return textwrap.shorten(issuer, 40, placeholder="…")
