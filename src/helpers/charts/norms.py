"""Measures of a text beside what is usual for its kind."""

from collections.abc import Sequence

import pandas as pd

from helpers.charts.style import BLACK, BLUE, ORANGE, PALE, Chart, finished, legend_below, new_axes, rows, styled
from helpers.text.translation import localised, translate

_APART = 0.05
"""Share of other texts from which a title says that a measure parts two."""


@styled
def norms(table: pd.DataFrame) -> Chart:
    """Where a text lies among others of its kind, one row a measure: the share of them that lie under it.

    Args:
        table: rows of what ``language.beside_norms`` gives.
    """
    told = table.dropna(subset=["below"]).sort_values("below", ascending=False, kind="stable").reset_index(drop=True)
    apart = told[told["verdict"] != "as usual"]
    finding = "No measure to set beside others"
    if len(told):
        texts, issuers = told[["texts", "issuers"]].iloc[0]
        finding = f"{len(told) - len(apart)} of {len(told)} measures are as usual"
        finding += f" among {texts} texts of {issuers} issuers"
        high = told.loc[told["verdict"].str.startswith("higher"), "measure"]
        low = told.loc[told["verdict"].str.startswith("lower"), "measure"]
        finding += f";\nhigh: {', '.join(high) or 'none'}; low: {', '.join(low) or 'none'}"
    figure, axes = new_axes(1.2 + 0.3 * max(1, len(told)))
    axes.axvspan(20, 80, color=PALE, linewidth=0, zorder=0, label="three in five texts")
    places = range(len(told))
    axes.hlines(places, 50, 100 * told["below"], color=BLACK, linewidth=0.8, zorder=1)
    usual = told["verdict"] == "as usual"
    for is_usual, marker in ((True, {"color": BLUE, "marker": "o"}), (False, {"color": ORANGE, "marker": "D"})):
        of_kind = told[usual == is_usual]
        label = "as usual" if is_usual else "high or low"
        axes.scatter(100 * of_kind["below"], of_kind.index, s=42, edgecolor=BLACK, zorder=2, label=label, **marker)
    rows(axes, told["measure"])
    axes.set_xlim(-2, 102)
    axes.set_xlabel("other texts of the kind that lie under it (per cent)")
    if len(told):
        legend_below(axes, 0.75 / (0.3 * len(told) + 0.4), columns=3)
    return finished(figure, "norms", finding, told)


@styled
def norms_compared(one: pd.DataFrame, other: pd.DataFrame, names: Sequence[str]) -> Chart:
    """Where two texts lie among others of their kind, one row a measure, the measures that part them most on top.

    Args:
        one, other: what ``language.beside_norms`` gives of each.
        names: what to call them.
    """
    both = one.merge(other, on="measure", suffixes=("", "_other")).dropna(subset=["below", "below_other"])
    both["apart"] = (both["below"] - both["below_other"]).abs()
    both = both.sort_values("apart", ascending=False, kind="stable", ignore_index=True)
    finding = translate("No measure to set beside others")
    if len(both):
        first = both.iloc[0]
        finding = translate("No measure parts them by five points or more")
    if len(both) and first["apart"] >= _APART:
        shares = {"first": localised(f"{first['below']:.0%}"), "second": localised(f"{first['below_other']:.0%}")}
        finding = translate(
            "What parts them most is {measure}: {first} of releases lie under {one}, {second} under {other}",
            measure=translate(first["measure"]), one=names[0], other=names[1], **shares,
        )  # fmt: skip
    figure, axes = new_axes(1.3 + 0.3 * max(1, len(both)))
    axes.axvspan(20, 80, color=PALE, linewidth=0, zorder=0, label="three in five texts")
    axes.hlines(range(len(both)), 100 * both["below"], 100 * both["below_other"], color=BLACK, linewidth=0.8, zorder=1)
    looks = ({"color": BLUE, "marker": "o"}, {"color": ORANGE, "marker": "D"})
    for column, name, marker in zip(("below", "below_other"), names, looks, strict=True):
        axes.scatter(100 * both[column], both.index, s=42, edgecolor=BLACK, zorder=2, label=name, **marker)
    rows(axes, [translate(measure) for measure in both["measure"]])
    axes.set_xlim(-2, 102)
    axes.set_xlabel("other texts of the kind that lie under it (per cent)")
    if len(both):
        legend_below(axes, 0.75 / (0.3 * len(both) + 0.4), columns=3)
    return finished(figure, "norms_compared", finding, both[["measure", "below", "below_other"]])
