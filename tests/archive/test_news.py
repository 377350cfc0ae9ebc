"""What came since a day or the last look. The releases are invented."""

import datetime
import json
from xml.etree import ElementTree

import pytest

from helpers import archive
from helpers.archive.news import told
from helpers.archive.partition import keep_rows, read_items, write_partition
from helpers.archive.sources import find_items
from helpers.text.faults import CorpusError
from tests.archive.reading import read_texts
from tests.archive.releases import RELEASES

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def archived(tmp_path):
    return read_texts(tmp_path, RELEASES)


def test_new_is_what_was_not_there_at_the_last_look(archived, tmp_path):
    assert archive.new_since(archived)["release"].tolist() == ["c.txt", "a.txt", "b.txt"]
    archive.remember_look(archived)
    assert archive.new_since(archived).empty and told(archive.new_since(archived)) == "Nothing new.\n"
    more = read_texts(tmp_path / "again", {**RELEASES, "d.txt": RELEASES["a.txt"].replace("45", "46")})
    (more.folder / "looked.json").write_bytes((archived.folder / "looked.json").read_bytes())
    assert archive.new_since(more)["release"].tolist() == ["d.txt"]
    assert archive.new_since(archived, issued=datetime.date(2022, 5, 1))["release"].tolist() == ["c.txt"]


def test_what_was_read_since_a_day_or_a_moment_is_known_of_each_release(tmp_path):
    read_texts(tmp_path, RELEASES)
    items = find_items(tmp_path / "in")
    rows, _ = read_items(items, any_language=False)
    for row, when in zip(
        rows["releases"], ("2024-03-11T23:59:59", "2024-03-12T00:00:00", "2024-03-13T08:00:00"), strict=True
    ):
        row["read_at"] = f"{when}+00:00"
    write_partition(rows, items, tmp_path / "out", 0)
    corpus = archive.Corpus(tmp_path / "out")

    def read_since(moment):
        return sorted(archive.new_since(corpus, moment)["release"])

    assert read_since(datetime.date(2024, 3, 12)) == ["b.txt", "c.txt"]
    paris = datetime.timezone(datetime.timedelta(hours=1))
    assert read_since(datetime.datetime(2024, 3, 13, 9, tzinfo=paris)) == ["c.txt"]
    assert read_since(datetime.datetime(2024, 3, 13, 9, 1, tzinfo=paris)) == []
    keep_rows(tmp_path / "out", 0, items[:2])  # the source has lost the third
    assert read_since(datetime.date(2024, 3, 12)) == ["b.txt"]


def test_saved_questions_find_what_is_new_and_say_which_found_it(archived, tmp_path):
    saved = tmp_path / "queries.yaml"
    saved.write_text("boats:\n  lemma: bateau\nchance:\n  text: chance OR solide\n", encoding="utf-8")
    found = archive.new_since(archived, queries=archive.read_queries(saved))
    assert sorted(zip(found["query"], found["release"], strict=True)) == [
        ("boats", "b.txt"), ("chance", "a.txt"), ("chance", "b.txt"), ("chance", "c.txt")
    ]  # fmt: skip
    rows = json.loads(told(found, "json"))
    assert rows[0]["date"] == "2022-05-09" and rows[0]["issuer"] == "Ville de Port-Brise"


@pytest.mark.parametrize(
    "text", ["[", "a", "q: {nothing: x}", "q: {lemma: x, text: y}", "!!python/object:os.system {}"]
)
def test_questions_that_can_t_be_read_are_one_line(tmp_path, text):
    (tmp_path / "q.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError) as fault:
        archive.read_queries(tmp_path / "q.yaml")
    assert "\n" not in str(fault.value)


def test_a_feed_holds_text_and_no_markup_of_a_release(archived):
    news = archive.new_since(archived).assign(
        title="<script>&\x01", url=["javascript:x", "https://a.example/?a&b", None]
    )
    entries = ElementTree.fromstring(told(news, "atom")).findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}title").text for entry in entries] == ["<script>&"] * 3
    assert [entry.find(f"{ATOM}link") is not None for entry in entries] == [False, True, False]
    with pytest.raises(ValueError, match="no such form"):
        told(news, "pdf")
