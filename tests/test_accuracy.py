"""Agreement with hand-made annotation."""

import json

import pytest

from helpers.accuracy import GoldError, agreement, iou, load_gold, pair_up, same_name

GOLD = {
    "quotes": [
        {
            "start": 2,
            "end": 10,
            "text": "un texte",
            "kind": "direct",
            "names": ["Anne Roy"],
            "cue": {"start": 14, "end": 17, "text": "dit"},
            "speaker": {"start": 18, "end": 26, "text": "Anne Roy"},
        },
    ],
    "statistics": [{"start": 30, "end": 34, "text": "50 %", "value": 50, "unit": "%"}],
    "ignore": [{"start": 40, "end": 50, "text": "x" * 10}],
}


def found(**changes):
    quote = {**GOLD["quotes"][0], "speaker_name": "Anne Roy", "rule": "incise", "confidence": "high", **changes}
    return [quote]


def score(quotes, statistics=()):
    return agreement(quotes, list(statistics), GOLD).measures.set_index("measure")["score"]


def test_overlap_is_intersection_over_union():
    assert iou({"start": 0, "end": 10}, {"start": 5, "end": 15}) == pytest.approx(5 / 15)
    assert iou({"start": 0, "end": 5}, {"start": 5, "end": 9}) == 0


def test_pairs_are_one_to_one_and_the_best_first():
    a, b = {"start": 0, "end": 10}, {"start": 0, "end": 9}
    assert pair_up([a], [b, a], 0.5) == [(0, 1)]


def test_a_complete_reading_scores_one_everywhere():
    assert (score(found(), GOLD["statistics"]) == 1).all()


@pytest.mark.parametrize(
    ("changes", "measure"),
    [
        ({"start": 5}, "direct quotations (IoU 0.8)"),
        ({"kind": "indirect"}, "direct quotations (IoU 0.8)"),
        ({"speaker_name": "Paul Roy"}, "who the speaker is"),
        ({"speaker_name": None}, "who the speaker is"),
        ({"cue": None}, "cue"),
        ({"speaker": {"start": 0, "end": 2}}, "words that name the speaker"),
    ],
)
def test_each_fault_lowers_its_own_measure(changes, measure):
    assert score(found(**changes))[measure] < 1


def test_a_false_quotation_lowers_precision_but_not_where_it_is_ignored():
    extra = {"start": 41, "end": 49, "text": "x" * 8, "kind": "direct", "speaker_name": None}
    assert score([*found(), extra])["direct quotations (IoU 0.8)"] == 1
    assert score([*found(), {**extra, "start": 60, "end": 70}])["direct quotations (IoU 0.8)"] == pytest.approx(2 / 3)


def test_a_wrong_value_or_unit_is_told():
    wrong = [{**GOLD["statistics"][0], "value": 5, "unit": None}]
    assert score(found(), wrong)["numbers (span and value)"] == 0
    assert score(found(), wrong)["unit of numbers"] == 0


@pytest.mark.parametrize(
    ("name", "right"),
    [("anne roy", True), ("Mme Anne Roy", True), ("Anne  Roy", True), ("Roy", False), (None, False)],
)
def test_names_are_compared_without_title_case_and_accents(name, right):
    assert same_name(name, ["Anne Roy"]) is right
    assert same_name("la Régie", ["Régie"]) and same_name("l'étude", ["étude"])


@pytest.mark.parametrize(
    "content", ["", "[1]", "{}", '{"quotes": [{"start": 0, "end": 3, "text": "xyz", "kind": "direct"}]}']
)
def test_a_bad_annotation_is_refused_in_one_line(tmp_path, content):
    path = tmp_path / "a.gold.json"
    path.write_text(content)
    with pytest.raises(GoldError) as error:
        load_gold(path, "abcdef")
    assert "a.gold.json" in str(error.value) and "\n" not in str(error.value)


def test_an_annotation_is_checked_against_the_text(tmp_path):
    path = tmp_path / "a.gold.json"
    path.write_text(json.dumps({"quotes": [{"start": 0, "end": 3, "text": "abc", "kind": "direct"}]}))
    assert load_gold(path, "abcdef")["quotes"]
