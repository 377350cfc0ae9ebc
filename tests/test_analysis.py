"""The whole reading of the release, and the contract of its tables."""

import pytest

from helpers import analyse
from helpers.accuracy import agreement
from helpers.analysis import QUOTE_TYPES
from helpers.export.json import as_dict
from helpers.release.release import Release
from tests.reading import read


def test_the_release_agrees_with_its_annotation_in_every_measure(analysis, gold):
    export = as_dict(analysis)
    measures = agreement(export["quotes"], export["statistics"], gold).measures
    assert measures[measures["score"] < 1].empty
    assert measures.set_index("measure").loc["direct quotations (IoU 0.8)", "of"] == 4


def test_narrated_points_are_those_of_the_annotation(analysis, gold):
    found = analysis.quotes[analysis.quotes["kind"] == "narrated"]
    wanted = [q for q in gold["quotes"] if q["kind"] == "narrated"]
    assert found[["start", "end"]].values.tolist() == [[q["start"], q["end"]] for q in wanted]
    assert all(name in q["names"] for name, q in zip(found["speaker_name"], wanted, strict=True))


def test_the_layout_agrees_with_the_annotation(analysis, gold):
    facts, told = gold["release"], as_dict(analysis)["release"]
    assert (told["place"], told["date"], told["source"]) == (facts["place"], facts["date"], facts["source"])
    assert [c["email"] for c in told["contacts"]] == facts["emails"]
    assert [c["phone"] for c in told["contacts"]] == facts["phones"]


def test_every_row_is_an_exact_slice(analysis):
    text = analysis.release.text
    for table in (analysis.quotes, analysis.statistics, analysis.sentences, analysis.tokens):
        assert [text[s:e] for s, e in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()


def test_tables_keep_their_columns_when_they_are_empty():
    analysis = read("Rien à citer ici.")
    assert analysis.quotes.empty and tuple(analysis.quotes.columns) == tuple(QUOTE_TYPES)
    assert analysis.statistics.empty and {"start", "end", "text", "value", "unit", "speaker_name"} <= set(
        analysis.statistics
    )


def test_a_number_inside_a_quotation_has_its_speaker():
    analysis = read("« Nous avons planté 300 arbres », déclare Anne Roy. Le parc a 12 entrées.")
    assert analysis.statistics["speaker_name"].tolist() == ["Anne Roy", None]


def test_objects_show_themselves_escaped_and_as_text():
    analysis = analyse(Release.from_text("« Oui », raconte <script>x()</script> Odile Brochet.", "<i>name</i>"))
    for thing in (analysis.release, analysis, analysis.quotation(0)):
        bundle = thing._repr_mimebundle_()
        assert set(bundle) == {"text/html", "text/plain"}
        assert "<script" not in bundle["text/html"] and "<i>name" not in bundle["text/html"]
        assert bundle["text/plain"] == repr(thing)
    assert [q.text for q in analysis.quotations()] == analysis.quotes["text"].tolist()
    with pytest.raises(IndexError, match="no quotation 9"):
        analysis.quotation(9)
