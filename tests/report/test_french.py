"""A reader of French is told in French: whole pages of the report. All texts are invented."""

import re
from html.parser import HTMLParser

import pytest

from helpers import paths
from helpers.report import notebooks, site
from helpers.text import translation

CITY = """La passerelle de la Loutre rouvre

VAL-CENDRE, le 3 mai 2023 – La Ville rouvre la passerelle de la Loutre aux cyclistes, après trois ans de travaux.

« Nous avons tenu la promesse faite aux habitants du quartier », déclare la mairesse, Odile Ferrant. Selon le libraire,
Jean Maubert, les clients sont revenus. On dit que le maire rouvrira aussi le gué le 4 juin 2023.

Les travaux de la passerelle de la Loutre ont coûté 4,2 millions d'euros. Le nombre de passages est passé de 120 000 en
2018 à 150 000 en 2019, une hausse de 40 %.

Contact : Anne Roy, 819-555-0100, roy@example.org
"""
SHOPS = """Passerelle : les commerçants s'inquiètent

VAL-CENDRE, le 9 mai 2023 – Les commerçants disent que les clients manquent.

« Nous avons tenu la promesse faite aux habitants du quartier », déclare la mairesse, Odile Ferrant.

Les travaux de la passerelle de la Loutre ont coûté 5,1 millions d'euros.
"""
ENGLISH = re.compile(r"\b(?:the|of|and|with|this|that|which|is|are|was|than|from|by|who|what|words|release)\b", re.I)
"""Words that no French sentence has."""


class Seen(HTMLParser):
    """What a page shows and what a screen reader says of it, without code and what is marked as English."""

    VOID = ("meta", "img", "input", "br", "link")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.told: list[str] = []
        self._hidden: list[bool] = []
        self.language = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.language = self.language or given.get("lang")
        hidden = tag in ("style", "code") or given.get("class") == "code" or given.get("lang") == "en"
        is_seen = not (hidden or any(self._hidden))
        if tag not in self.VOID:
            self._hidden.append(hidden)
        if is_seen:
            self.told += [given[name] for name in ("aria-label", "title", "alt") if given.get(name)]

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            self._hidden.pop()

    def handle_data(self, data):
        if not any(self._hidden) and data.strip():
            self.told.append(" ".join(data.split()))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Two reports and their comparison, made where French is asked for; and the labels that had no French."""
    folder, missing = tmp_path_factory.mktemp("shelf"), []
    known = translation.french

    def french(text: str, context: str = "") -> str:
        if text and not any(map(translation.has_french, (text, f"{context}|{text}"))):
            missing.append(text)
        return known(text, context)

    with pytest.MonkeyPatch.context() as asked:
        asked.setenv("LANGUAGE", "fr")
        asked.setattr(translation, "french", french)
        for name, text in (("ville", CITY), ("commerces", SHOPS)):
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        notebook = paths.NOTEBOOKS / f"{notebooks.YOUR_RELEASE}.ipynb"
        output = folder / "site"
        files = [folder / f"{name}.txt" for name in ("ville", "commerces")]
        readings = [site.build_release([notebook], output, file).analysis for file in files]
        site.compare(readings, output)
    return output, missing


def test_every_page_is_in_french(shelf):
    output, _ = shelf
    pages = sorted(output.rglob("*.html"))
    assert len(pages) == 7
    for path in pages:
        seen = Seen(path.read_text(encoding="utf-8"))
        assert seen.language == "fr", path
        assert [text for text in seen.told if ENGLISH.search(text)] == [], path


def test_no_label_of_a_page_is_missing(shelf):
    _, missing = shelf
    assert missing == []


def test_figures_are_in_french(shelf):
    output, _ = shelf
    figures = [path.read_text(encoding="utf-8") for path in output.rglob("*.svg")]
    told = [re.sub(r"(?s)<metadata>.*?</metadata>|<style.*?</style>|<[^>]+>", " ", figure) for figure in figures]
    assert len(told) == 6 and any("mots" in text for text in told)
    assert [ENGLISH.findall(text) for text in told if ENGLISH.search(text)] == []


def test_findings_are_told_in_french(shelf):
    output, _ = shelf
    (page,) = output.glob("ville-*/index.html")
    told = Seen(page.read_text(encoding="utf-8")).told
    assert any(text.startswith("Odile Ferrant a ") and "mots" in text for text in told)
    assert any("De 120 000 à 150 000, cela fait +25,0 %" in text.replace("\u202f", " ") for text in told), told


def test_a_page_that_has_no_french_is_english_throughout_and_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("LANGUAGE", "fr")
    monkeypatch.setattr(site, "execute", lambda notebook, *_, **__: notebook)
    site.build([paths.NOTEBOOKS / "01_release.ipynb"], tmp_path / "site")
    page = (tmp_path / "site" / "01_release.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page and re.search(r'<main [^>]*lang="en"', page)
    first = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "(en anglais)" in first and "Comment le communiqué est-il construit" in first
