"""How far a reading agrees with annotation by hand."""

import pandas as pd

from helpers.charts.style import BLUE, PALE, RED, Chart, finished, legend_below, new_axes, rows, styled


@styled
def accuracy(measures: pd.DataFrame) -> Chart:
    """Agreement with the hand-made annotation, the full rules beside a baseline.

    Args:
        measures: one row a measure: ``measure``, ``rules``, ``baseline`` (0–1).
    """
    gains = measures["rules"] - measures["baseline"]
    most = measures[gains == gains.max()]
    what = f"“{most['measure'].iloc[0]}”" if len(most) == 1 else f"{len(most)} of {len(measures)} measures"
    finding = f"The rules add most for {what}: {most['baseline'].iloc[0]:.2f} → {most['rules'].iloc[0]:.2f}"
    figure, axes = new_axes(1.2 + 0.42 * len(measures))
    places = range(len(measures))
    axes.hlines(places, measures["baseline"], measures["rules"], color=PALE, linewidth=3, zorder=1)
    hollow = {"facecolor": "white", "edgecolor": RED, "s": 45, "zorder": 2}
    axes.scatter(measures["baseline"], places, marker="o", label="marks and nearest name", **hollow)
    axes.scatter(measures["rules"], places, marker="D", color=BLUE, s=40, label="full rules", zorder=3)
    rows(axes, measures["measure"])
    axes.set_xlim(-0.03, 1.05)
    axes.set_xlabel("agreement with the hand-made annotation (0 none, 1 complete)")
    legend_below(axes, 0.25, columns=2)
    return finished(figure, "accuracy", finding, measures)
