"""What is known of a release beside its text, and what told it. All texts are invented."""

import datetime
import json

import pandas as pd
import pytest

from helpers.archive.metadata import Pattern, day, read_metadata
from helpers.archive.sources import find_items
from helpers.text.faults import CorpusError
from tests.archive.reading import read, read_texts
from tests.archive.releases import POOL, SCHOOL

DAY = datetime.date(2021, 5, 3)
TOLD = ["issuer", "issuer_from", "date", "date_from"]


def test_all_columns_of_a_table_are_kept(tmp_path):
    table = pd.DataFrame({"text": [POOL, SCHOOL], "Émetteur": ["Ville de Lac-Clair", ""],
                          "date_published": ["2021-06-01", "hier"], "URL": ["https://lac.example/1", None],
                          "desk": ["sport", ""]})  # fmt: skip
    table.to_csv(tmp_path / "t.csv", index=False)
    table.to_parquet(tmp_path / "t.parquet")
    for name in ("t.csv", "t.parquet"):
        one, other = read(tmp_path / f"out {name}", find_items(tmp_path / name)).releases.to_dict("records")
        assert [one[key] for key in TOLD] == ["Ville de Lac-Clair", "table", datetime.date(2021, 6, 1), "table"]
        assert (one["issuer_in_text"], one["date_in_text"], one["url"]) == (None, DAY, "https://lac.example/1")
        assert json.loads(one["metadata"])["desk"] == "sport"
        # What is no day is kept, and what the text says counts.
        assert [other[key] for key in TOLD] == [None, None, datetime.date(2021, 5, 5), "dateline"]
        assert json.loads(other["metadata"]) == {"date": "hier"}


def test_sidecars_tables_beside_files_and_composed_names_tell_too(tmp_path):
    side = tmp_path / "in" / "a.json"
    side.parent.mkdir()
    side.write_text('{"publisher": {"name": "Ville de Lac-Clair"}, "date": "1er juin 2021"}', encoding="utf-8")
    (tmp_path / "files.csv").write_text("file;organisation\nb.txt;Les Amis du lac\n", encoding="utf-8")
    texts = {
        "a.txt": POOL,
        "b.txt": SCHOOL,
        "2021-07-01_Club-des_rames.txt": POOL,
        "20210801.txt": "La mare est close.",
    }
    corpus = read_texts(tmp_path, texts, metadata=tmp_path / "files.csv", pattern="{date}_{issuer}.txt")
    found = corpus.releases.set_index("release")[TOLD].T.to_dict("list")
    assert found["a.txt"] == ["Ville de Lac-Clair", "sidecar", datetime.date(2021, 6, 1), "sidecar"]
    assert found["b.txt"] == ["Les Amis du lac", "folder table", datetime.date(2021, 5, 5), "dateline"]
    composed = ["Club des rames", "pattern", datetime.date(2021, 7, 1), "pattern"]
    assert found["2021-07-01_Club-des_rames.txt"] == composed
    assert found["20210801.txt"] == [None, None, datetime.date(2021, 8, 1), "file name"]


PAGE = """<html><head><title>Le lac</title>{head}</head><body><article><h1>Le lac</h1>
<p>La piscine de Lac-Clair ouvrira en juin, après deux ans de travaux, et elle sera ouverte tous les jours.</p>
<p>« Elle est prête », annonce la mairesse Anne Roy.</p></article></body></html>"""
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished":
"2021-05-04T08:00:00+02:00", "publisher": {"@type": "Organization", "name": "Gazette du lac"}}]}</script>"""


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (LINKED, ["Gazette du lac", "JSON-LD", datetime.date(2021, 5, 4), "JSON-LD"]),
        (
            '<meta property="article:published_time" content="2021-05-04"><meta name="author" content="Ville">',
            ["Ville", "page head", datetime.date(2021, 5, 4), "page head"],
        ),
        ('<script type="application/ld+json">[[{"@type": 7</script>', [None, None, None, None]),
    ],
)
def test_the_head_of_a_page_tells_what_its_text_does_not(tmp_path, head, told):
    corpus = read_texts(tmp_path, {"a.html": PAGE.format(head=head)})
    row = corpus.releases.iloc[0]
    assert [row[key] for key in TOLD] == told


@pytest.mark.parametrize("said", ["2021-05-03", "20210503", "2021-05-03T10:00:00Z", "3/5/2021", "03.05.2021",
                                  "3 mai 2021", "D:20210503101500+02'00'"])  # fmt: skip
def test_a_day_is_read_as_people_and_programs_write_it(said):
    assert day(said) == DAY


def test_what_is_no_day_or_no_pattern_is_none():
    assert day("2021-13-45") is None and day("lundi") is None
    assert Pattern("{issuer}/{date}-*").facts("Ligue/2021-05-03-a.txt")[0].value == "Ligue"
    assert Pattern("{issuer}/{date}-*").facts("autre.txt") == ()
    for bad in ("rien", "{date}{date}"):
        with pytest.raises(CorpusError, match="no pattern"):
            Pattern(bad)


@pytest.mark.parametrize(
    "table",
    ["issuer;file\nVille;a.txt\nLigue\n", "file;issuer\na.txt;Ville\n;\n", "issuer,file\nVille,a.txt,9,9\n\n,\n"],
)
def test_rows_that_are_cut_off_or_too_long_are_read_as_far_as_they_go(tmp_path, table):
    (tmp_path / "t.csv").write_text(table, encoding="utf-8")
    assert [fact.value for fact in read_metadata(tmp_path / "t.csv")["a.txt"]] == ["Ville"]


def test_a_cell_without_end_is_told_on_one_line(tmp_path):
    (tmp_path / "t.csv").write_text('file,issuer\na.txt,"' + "x" * 200_000, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"t\.csv: no table of files"):
        read_metadata(tmp_path / "t.csv")
