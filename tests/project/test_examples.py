"""The invented releases: each is whole, annotated, and stands for something that no other stands for."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from helpers import paths

FOLDER = paths.ROOT / "data" / "examples"
STEMS = sorted(p.stem for p in FOLDER.glob("*.txt"))
KINDS = {"direct", "indirect", "mixed", "narrated"}


def text(stem: str) -> str:
    return (FOLDER / f"{stem}.txt").read_bytes().decode("utf-8")


def gold(stem: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{stem}.gold.json").read_text(encoding="utf-8"))


def spans(annotation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for key in ("quotes", "statistics", "ignore"):
        yield from annotation[key]
    for quote in annotation["quotes"]:
        yield from (quote[key] for key in ("cue", "speaker") if key in quote)


def test_there_are_examples_and_each_text_has_its_annotation():
    assert len(STEMS) >= 26
    assert sorted(p.name.removesuffix(".gold.json") for p in FOLDER.glob("*.gold.json")) == STEMS
    assert [stem for stem in STEMS if not re.fullmatch(r"\d\d-[a-z]+(-[a-z]+)*", stem)] == []
    assert [int(stem[:2]) for stem in STEMS] == list(range(1, len(STEMS) + 1))


def test_no_two_examples_stand_for_the_same():
    assert len({gold(stem)["phenomenon"] for stem in STEMS}) == len(STEMS)


def test_no_two_texts_share_a_sentence():
    sentences = [s for stem in STEMS for s in re.split(r"(?<=[.!?])\s+|\n+", text(stem)) if len(s) > 40]
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("stem", STEMS)
def test_the_text_is_plain(stem):
    found = text(stem)
    assert found.endswith("\n") and not found.endswith("\n\n")
    assert "\r" not in found and "\t" not in found
    assert all(line == line.strip() for line in found.splitlines())
    assert 60 <= len(found.split()) <= 180
    # The card says so; a reader of the text alone is to meet a release.
    assert "invent" not in found.casefold()


@pytest.mark.parametrize("stem", STEMS)
def test_contacts_reach_nobody(stem):
    facts, found = gold(stem)["release"], text(stem)
    addresses = re.findall(r"[\w.-]+@[\w.-]+\w", found)
    numbers = re.findall(r"\b0? ?\d{2,3}(?:[ -]\d{2,3})+[ -]\d{2,4}\b", found)
    assert all(address.endswith(".example") for address in addresses)
    assert all(re.search(r"555.01|55 55 01 ", number) for number in numbers)
    # The annotation has those of the contact block only.
    assert set(facts.get("emails", [])) <= set(addresses)
    assert set(facts.get("phones", [])) <= set(numbers)
    assert "http" not in found and "www." not in found


@pytest.mark.parametrize("stem", STEMS)
def test_the_annotation_is_labelled_and_its_spans_are_exact(stem):
    annotation, found = gold(stem), text(stem)
    assert annotation["invented"] is True
    assert re.fullmatch(r"[^\n|`]{5,80}", annotation["phenomenon"])
    assert annotation["quotes"]
    for span in spans(annotation):
        assert found[span["start"] : span["end"]] == span["text"] == span["text"].strip() != ""


@pytest.mark.parametrize("stem", STEMS)
def test_quotations_are_told_apart_and_their_speakers_stand_in_the_text(stem):
    annotation, found = gold(stem), text(stem)
    assert {quote["kind"] for quote in annotation["quotes"]} <= KINDS
    starts = [quote["start"] for quote in annotation["quotes"]]
    assert starts == sorted(set(starts))
    for quote in annotation["quotes"]:
        assert quote["names"]
        people = [name for entry in quote["names"] for name in entry.split(" et ")]
        assert any(re.sub(r"^l['e] ?", "", name).casefold() in found.casefold() for name in people)
    for quote in annotation["quotes"]:
        marks = bool(re.search(r"[«»“”\"]", quote["text"]))
        assert marks if quote["kind"] == "mixed" else quote["kind"] == "direct" or not marks


@pytest.mark.parametrize("stem", STEMS)
def test_amounts_are_numbers_and_overlap_nothing(stem):
    amounts = gold(stem)["statistics"]
    assert all(type(amount["value"]) in (int, float) and "unit" in amount for amount in amounts)
    assert all(a["end"] <= b["start"] for a, b in pairwise(amounts))


@pytest.mark.parametrize("stem", STEMS)
def test_facts_of_the_release_stand_in_it(stem):
    facts, found = gold(stem)["release"], text(stem)
    assert set(facts) <= {"place", "date", "source", "emails", "phones"}
    if "place" in facts:
        assert found.startswith(facts["place"])
    if "date" in facts:
        assert re.match(rf".*\b0?{int(facts['date'][8:])}(?:er)? .*\b{facts['date'][:4]}\b", found.split("\n")[0])
    assert ("source" in facts) == ("SOURCE" in found)
    if "source" in facts:
        assert f"SOURCE {facts['source']}\n" in found
