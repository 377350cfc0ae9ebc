"""A choice of voice by style alone."""

import re

from helpers import markup
from helpers.report.voice_filter import MOST, rules, with_filter
from tests.pages import html_faults
from tests.reading import read

TWO = """« Le toit tient », déclare la mairesse, Anne Roy.

« Il a été refait », affirme l'architecte, Paul Girard."""


def marked(text: str) -> str:
    analysis = read(text)
    return markup.marked_text(analysis.release, analysis.quotes).html


def page(html: str) -> str:
    return f"<!DOCTYPE html><html lang=en><head><title>x</title></head><body>{html}</body></html>"


def test_each_speaker_can_be_chosen_and_everybody_is_at_first():
    html = with_filter(marked(TWO), "voice-3")
    chosen = re.findall(r'<input type="radio" name="voice-3" value="(\w+)"( checked)?>', html)
    assert chosen == [("all", " checked"), ("1", ""), ("2", "")]
    assert html_faults(page(html)) == []
    assert all(f"voice-{number})" in rules() for number in range(MOST + 1))


def test_the_text_stays_as_it_was():
    before = marked(TWO)
    assert with_filter(before, "voice").partition("</small>")[2] == before.partition("</small>")[2]


def test_of_one_voice_or_none_there_is_no_choice():
    for text in ("« Le toit tient », déclare la mairesse, Anne Roy.", "Le toit tient."):
        assert with_filter(marked(text), "voice") == marked(text)


def test_nothing_that_a_text_says_becomes_a_choice():
    forged = '<span class="speakers"><span class="speaker"><span x>1</span> A</span></span>'
    html = with_filter(marked(f"{TWO}\n\n{forged}"), '"><script>')
    assert html.count('role="radiogroup"') == 1 and "<script" not in html
    assert html_faults(page(html)) == []
