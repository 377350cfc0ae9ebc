"""Charts on small invented tables: drawn the same whatever stands around them, whatever a release holds."""

import inspect
import xml.etree.ElementTree as ElementTree

import matplotlib as mpl
import pandas as pd
import pytest

from helpers import charts

VOICES = pd.Series({"Odile Brochet": 40, r"<b> & C:\dossier \1": 20})


def test_every_chart_is_named_once_and_returns_a_chart():
    drawn = [getattr(charts, name) for name in charts.__all__ if name != "Chart"]
    assert {inspect.signature(draw).return_annotation for draw in drawn} == {charts.Chart}
    assert [draw.__name__ for draw in drawn] == sorted(name for name in charts.__all__ if name != "Chart")


def test_a_readers_own_settings_change_nothing():
    plain = charts.voice_share(VOICES, 400).svg()
    with mpl.rc_context({"font.size": 20, "axes.grid": True, "svg.fonttype": "path"}):
        chart = charts.voice_share(VOICES, 400)
        assert chart.svg() == plain == chart.svg()


def test_a_finding_is_the_label_of_its_figure_whatever_characters_it_holds():
    voices = VOICES.iloc[1:]
    chart = charts.voice_share(voices, 400)
    assert ElementTree.fromstring(chart.svg()).get("aria-label") == chart.finding
    assert voices.index[0] in chart.finding and voices.index[0] in chart.csv()


@pytest.mark.parametrize(
    ("draw", "rest", "columns"),
    [
        (charts.verbs, (), ["lemma", "word_class", "uses"]),
        (charts.voices_along, (400,), ["speaker_name", "kind", "start", "end", "words"]),
        (charts.figures_by_use, (), ["text", "reason"]),
        (charts.timeline, (), ["month", "issuer", "releases"]),
        (charts.quoted_shares, (), ["release", "issuer", "words", "quoted_words", "share"]),
    ],
)
def test_nothing_to_draw_is_said(draw, rest, columns):
    chart = draw(pd.DataFrame(columns=columns), *rest)
    assert chart.finding and chart.svg().startswith("<svg") and len(chart.data) == 0
