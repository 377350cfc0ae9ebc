"""What the sentences of a release do, and whether they can be checked."""

import pandas as pd

from helpers.charts.style import (
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

_ACTS = ("fact", "figure", "promise", "demand", "judgement", "other")


@styled
def acts(table: pd.DataFrame) -> Chart:
    """How many sentences of each paragraph do what.

    Args:
        table: what ``claims.inventory`` gives.
    """
    counts = table.groupby(["paragraph", "act"]).size().unstack(fill_value=0)
    counts = counts[[act for act in _ACTS if act in counts]]
    finding = "No sentence to look at"
    if len(table):
        now, later = ((table["checkable"] == word).sum() for word in ("yes", "later"))
        finding = f"Of {len(table)} sentences {now} can be checked now and {later} later;\n"
        finding += ", ".join(f"{act} {count}" for act, count in table["act"].value_counts().items())
    figure, axes = new_axes(3.2)
    below = pd.Series(0, index=counts.index)
    places = range(len(counts))
    for act in counts:
        bar = {**look(_ACTS.index(act)), "edgecolor": "white", "label": act}
        axes.bar(places, counts[act], bottom=below, **bar)
        below = below + counts[act]
    for place, total in zip(places, below, strict=True):
        note(axes, str(total), (place, total))
    axes.set_xticks(list(places), [paragraph_mark(number) for number in counts.index])
    axes.margins(y=0.12)
    whole_numbers(axes.yaxis)
    axes.set_ylabel("sentences")
    axes.set_xlabel("paragraph")
    if len(table):
        legend_below(axes, 0.2, columns=6)
    data = counts.reset_index().melt("paragraph", value_name="sentences", var_name="act")
    return finished(figure, "acts", finding, data)
