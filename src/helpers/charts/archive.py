"""Many releases: when they came, what they say of one number, how much of them is quoted."""

import textwrap

import pandas as pd
from matplotlib.dates import DateFormatter

from helpers.charts.style import (
    BLACK,
    BLUE,
    COLOURS,
    MARKERS,
    Chart,
    finished,
    legend_beside,
    look,
    new_axes,
    rows,
    styled,
    whole_numbers,
)


@styled
def timeline(months: pd.DataFrame) -> Chart:
    """Releases by month, one shade an issuer.

    Args:
        months: what ``archive.timeline`` gives; rows without a month are left out.
    """
    by_month = months[months["month"].notna()].pivot_table(
        index="month", columns="issuer", values="releases", aggfunc="sum", fill_value=0
    )
    by_month = by_month[by_month.sum().sort_values(ascending=False, kind="stable").index]
    finding = "No release has a date"
    if len(by_month):
        whole = pd.period_range(by_month.index.min(), by_month.index.max(), freq="M")
        by_month = by_month.reindex([str(month) for month in whole], fill_value=0)
        sums = by_month.sum(axis="columns")
        finding = f"{int(sums.sum())} dated releases in {len(by_month)} months, at most {int(sums.max())} in one"
        finding += f";\n{by_month.columns[0]} issued {int(by_month.iloc[:, 0].sum())} of them"
    figure, axes = new_axes()
    below = pd.Series(0, by_month.index)
    for number, issuer in enumerate(by_month):
        bar = {**look(number), "edgecolor": "white", "label": _short(issuer)}
        axes.bar(by_month.index, by_month[issuer], bottom=below, **bar)
        below = below + by_month[issuer]
    axes.set_xlabel("month of the dateline")
    axes.set_ylabel("releases")
    whole_numbers(axes.yaxis)
    axes.tick_params(axis="x", labelrotation=45 if len(by_month) > 8 else 0)
    if len(by_month):
        legend_beside(axes)
    return finished(figure, "timeline", finding, by_month.reset_index())


@styled
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
    figure, axes = new_axes()
    scale = 1e6 if len(data) and data["value"].max() >= 1e6 else 1.0
    for number, issuer in enumerate(issuers):
        of_one = data[data["issuer"] == issuer]
        value = of_one["value"]
        # An interval may be open on one side, and no axis takes an infinite bar.
        low, high = (of_one[side].clip(-1e300, 1e300) for side in ("low", "high"))
        point = {"fmt": MARKERS[number % len(MARKERS)], "color": COLOURS[number % len(COLOURS)]}
        spread = [(value - low) / scale, (high - value) / scale]
        axes.errorbar(
            pd.to_datetime(of_one["date"]), value / scale, yerr=spread, capsize=3, label=_short(issuer), **point
        )
    axes.set_xlabel("date of the release")
    axes.set_ylabel(f"{'million ' if scale > 1 else ''}{unit}".strip() or "number")
    axes.xaxis.set_major_formatter(DateFormatter("%Y-%m"))
    axes.margins(x=0.08, y=0.2)
    if issuers:
        legend_beside(axes)
    return finished(figure, "figure_over_time", finding, data[["date", "issuer", "value", "unit", "low", "high"]])


@styled
def quoted_shares(shares: pd.DataFrame) -> Chart:
    """How much of each release is quoted, one line an issuer.

    Args:
        shares: what ``archive.shares`` gives.
    """
    data = shares.dropna(subset=["share"])
    middle = data.groupby("issuer")["share"].median().sort_values(ascending=False, kind="stable")
    finding = "No release to show"
    if len(middle):
        sizes = data.groupby("issuer").size()
        ends = dict.fromkeys((middle.index[0], middle.index[-1]))
        told = [f"{name}: {middle[name]:.0%} in the middle of {sizes[name]} releases" for name in ends]
        finding = "Words in direct quotations, most and least\n" + ";\n".join(told)
    figure, axes = new_axes(1.1 + 0.4 * len(middle))
    for number, issuer in enumerate(middle.index):
        of_one = data.loc[data["issuer"] == issuer, "share"] * 100
        axes.plot(of_one, [number] * len(of_one), "o", color=BLUE, alpha=0.6, label=None if number else "a release")
        axes.plot([middle[issuer] * 100], [number], "|", color=BLACK, markersize=16, label=None if number else "median")
    rows(axes, map(_short, middle.index))
    axes.set_ylim(max(1, len(middle)) - 0.4, -0.6)
    axes.set_xlabel("words in direct quotations, % of the release")
    axes.set_xlim(left=0)
    if len(middle):
        legend_beside(axes)
    return finished(figure, "quoted_shares", finding, data[["release", "issuer", "words", "quoted_words", "share"]])


def _short(issuer: str) -> str:
    """A name that fits beside a plot."""
    return textwrap.shorten(issuer, 40, placeholder="…")
