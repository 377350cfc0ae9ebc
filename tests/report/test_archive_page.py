"""The pages of an archive: offline, searchable, every link to a marked place. The releases are invented."""

import re
from html.parser import HTMLParser

import pytest

from helpers.report.archive_page import build_archive
from helpers.text.faults import CorpusError
from tests.archive.reading import read_texts
from tests.archive.releases import QUAY, RELEASES

HOSTILE = QUAY.format(
    lead="Le phare sera repeint </script><script>alert(1)</script><b onload=x>.",
    body="« Le blanc se voit de loin, même par temps de brume », explique la mairesse Anne Roy. Il y faut 300 litres.",
    issuer="Ville de Port-Brise",
)


class Page(HTMLParser):
    """What a page holds: links, ids, scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links, self.ids, self.scripts, self.tags = [], [], 0, set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.tags.add(tag)
        self.links += [told["href"]] if tag == "a" else []
        self.ids += [told["id"]] if "id" in told else []
        self.scripts += tag == "script"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    corpus = read_texts(folder, {**RELEASES, "h.txt": HOSTILE})
    build_archive(corpus, folder / "site")
    return folder / "site"


def test_every_link_leads_to_a_page_and_a_place_in_it(pages):
    count = 0
    for path in pages.rglob("*.html"):
        for link in Page(path.read_text(encoding="utf-8")).links:
            file, _, anchor = link.partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target.is_relative_to(pages.resolve()) or target == path, link
            if anchor:
                count += 1
                assert anchor in Page(target.read_text(encoding="utf-8")).ids, (path.name, link)
    assert count > 15


def test_voices_have_pages_and_numbers_that_differ_are_told(pages):
    index = (pages / "index.html").read_text(encoding="utf-8")
    assert "Anne Roy" in index and "3,9 millions" in index and "Women and men" in index
    voice = (pages / "voices" / "0.html").read_text(encoding="utf-8")
    assert "Anne Roy" in voice and "Le quai sera solide" in voice


def test_nothing_of_a_release_runs_and_nothing_is_fetched(pages):
    for path in pages.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        page = Page(text)
        assert page.scripts == (2 if path.name == "index.html" else 0)
        assert "b" not in page.tags and "script-src 'sha256-" in text
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", text)


def test_a_folder_with_other_files_is_left_alone(pages, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "novel.txt").write_text("Chapitre un", encoding="utf-8")
    with pytest.raises(CorpusError, match="holds other files"):
        build_archive(read_texts(tmp_path, RELEASES), tmp_path / "mine")
