"""A reading does not depend on line ends, invisible characters or the form of accents. Texts are invented."""

import re
import unicodedata

import pytest

from helpers import Analysis, Release
from tests.reading import EXAMPLES, example, read

CHANGES = {
    "decomposed accents": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": lambda text: re.sub(r"\b(\w{4})(\w{5,})", "\\1\u00ad\\2", text),
    "carriage returns": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "typographic apostrophes": lambda text: text.replace("'", "’"),
}


def told(analysis: Analysis) -> list[tuple]:
    def plain(text: str | None) -> str:
        return " ".join(unicodedata.normalize("NFC", text or "").replace("\u00ad", "").replace("’", "'").split())

    quotes = [(q.kind, plain(q.text), plain(q.speaker_name)) for q in analysis.quotes.itertuples()]
    return quotes + [(plain(s.text), s.value, s.unit) for s in analysis.statistics.itertuples()]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", EXAMPLES[::4])
def test_what_is_not_seen_changes_nothing_and_every_place_is_exact(name, change):
    before = example(name)
    text = CHANGES[change](before.release.text)
    after = read(text)
    assert told(after) == told(before)
    for table in (after.quotes, after.statistics, after.sentences, after.tokens):
        assert [text[a:b] for a, b in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()
    for paragraph in after.release.paragraphs:
        assert text[paragraph.start : paragraph.end] == paragraph.text


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("une ressour-\nces rare", "une ressources rare"),
        ("Claire Vas-\nson, maire", "Claire Vasson, maire"),
        ("son porte-\nparole a dit", "son porte-parole a dit"),
        ("elle a dit\n  que l'eau", "elle a dit que l'eau"),
    ],
)
def test_words_divided_at_line_ends_are_made_whole(lines, joined):
    text = f"Le maire est venu hier. Il a vu que {lines} est là."
    release = Release.from_text(text, any_language=True)
    assert release.normal is not None and joined in release.normal.text
    assert release.text == text


def test_lines_that_are_paragraphs_stay_apart():
    release = Release.from_text("Anne Roy\n12 rue du Pont\n1000 Lac-Clair\n+41 21 555 01 23", any_language=True)
    assert release.normal is None and len(release.paragraphs) == 4
