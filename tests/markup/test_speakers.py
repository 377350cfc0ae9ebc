"""One colour and number for each speaker."""

import re

import pandas as pd

from helpers import charts, markup
from helpers.markup.speakers import speaker_colours, speaker_numbers
from tests.reading import read

HALL = """« Le toit tient », déclare la mairesse, Anne Roy.

« Le toit du marché a été refait, et les étals rouvrent demain », affirme l'architecte, Paul Girard.

La présidente, Louise Caron, a rappelé l'ouverture du marché couvert de la place Haute le samedi et le dimanche."""


def quotes(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["speaker_name", "kind", "start", "end", "words"])


def test_those_with_most_words_of_their_own_come_first_narrated_points_last():
    table = quotes(
        ("Anne Roy", "direct", 0, 20, 4),
        ("Paul Girard", "indirect", 30, 90, 12),
        ("Louise Caron", "narrated", 95, 190, 30),
    )
    assert list(speaker_colours(table)) == ["Paul Girard", "Anne Roy", "Louise Caron"]


def test_words_in_a_quotation_within_another_count_once():
    table = quotes(
        ("Anne Roy", "indirect", 0, 100, 20), ("Paul Girard", "direct", 30, 90, 12), (None, "direct", 95, 99, 1)
    )
    assert list(speaker_colours(table)) == ["Paul Girard", "Anne Roy"]


def test_who_has_as_many_stands_as_first_heard():
    table = quotes(("Zoé", "direct", 0, 20, 4), ("Anne", "direct", 30, 50, 4))
    assert list(speaker_colours(table)) == ["Zoé", "Anne"]


def test_text_charts_and_cards_give_a_speaker_the_same_colour_and_number():
    analysis = read(HALL)
    colours = analysis.colours
    numbers = speaker_numbers(colours)
    assert len(colours) == 3
    text = markup.marked_text(analysis.release, analysis.quotes).html
    along = charts.voices_along(analysis.quotes, len(analysis.release.text)).svg()
    for quotation in analysis.quotations():
        name = quotation.speaker_name
        card = quotation._repr_html_()
        badge = rf"background-color:{colours[name]};[^>]*>{numbers[name]}</span>"
        assert re.search(badge, card) and re.search(badge, text)
        assert f'class="voice-{numbers[name]}"' in card
        assert f"{numbers[name]}  {name}" in along and colours[name] in along


def test_the_chart_of_shares_takes_the_colours_that_it_is_given():
    colours = {"Paul Girard": "#0072b2", "Anne Roy": "#c25400"}
    svg = charts.voice_share(pd.Series({"Anne Roy": 5}), 10, colours).svg()
    assert "2  Anne Roy" in svg and "#c25400" in svg and "#0072b2" not in svg
