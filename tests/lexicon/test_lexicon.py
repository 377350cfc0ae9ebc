"""Tables of linguistic knowledge: what their README says of them, and each thing said once."""

import csv
import re

import pytest

from helpers import lexicon, paths
from helpers.lexicon.words import whole_and_elided

README = (lexicon.FOLDER / "README.md").read_text(encoding="utf-8")
DESCRIBED = dict(re.findall(r"^\| `(\w+)` (\|.*)$", README, re.MULTILINE))


def test_the_readme_has_a_row_for_each_table_in_alphabetical_order():
    assert list(DESCRIBED) == sorted(path.stem for path in lexicon.FOLDER.glob("*.csv"))


@pytest.mark.parametrize("name", sorted(DESCRIBED))
def test_the_readme_names_every_column(name):
    columns = set(lexicon.rows(name)[0]) - {"note"}
    assert columns <= set(re.findall(r"`(\w+)`", DESCRIBED[name]))


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("approximators", ("form", "side")),
        ("clock_contexts", ("form", "reading")),
        ("comparisons", ("form",)),
        ("number_verbs", ("lemma", "preposition", "role")),
        ("home_currencies", ("marker", "unit")),
        ("multipliers", ("form", "place")),
        ("name_links", ("form",)),
        ("number_words", ("form",)),
        ("numbered_names", ("form", "place")),
        ("period_contexts", ("form", "reading")),
        ("periods", ("form",)),
        ("range_links", ("form",)),
        ("set_phrases", ("form",)),
        ("units", ("form", "place")),
        ("vague_quantifiers", ("form",)),
        ("weekdays", ("form",)),
        ("year_contexts", ("form",)),
    ],
)
def test_a_table_of_numbers_says_each_thing_once(name, keys):
    said = [tuple(row[k] for k in keys) for row in lexicon.rows(name)]
    assert len(said) == len(set(said))
    assert all(row[keys[0]] for row in lexicon.rows(name))


def test_the_second_number_of_a_range_is_softened_by_words_that_soften_any_number():
    meanings = {row["form"]: row["meaning"] for row in lexicon.rows("approximators") if row["side"] == "before"}
    for row in lexicon.rows("approximators"):
        if row["side"] == "range":
            assert meanings[row["form"]] == row["meaning"]


def test_every_table_of_knowledge_is_well_formed():
    for path in sorted(lexicon.FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        assert rows and all(len(row) == len(header) for row in rows), path.name
        assert len({tuple(row) for row in rows}) == len(rows), f"{path.name}: a row stands twice"


def test_every_verb_has_a_known_class_and_conjugation():
    models = {row["model"] for row in lexicon.rows("conjugations")}
    constructions = {
        "que", "fact", "inf", "adj", "direct", "np", "of", "attribute", "impersonal", "denied", "whom", "ensuring",
        "greets", "",
    }  # fmt: skip
    for row in lexicon.rows("reporting_verbs"):
        assert row["class"] in {"neutral", "assertive", "evaluative", "directive"}
        assert row["conjugation"] in models
        assert set(row["constructions"].split("|")) <= constructions


def test_elided_forms_stand_apart_from_the_others_and_take_either_apostrophe():
    whole, elided = whole_and_elided(("de", "des", "d'"))
    assert whole == "des|de"
    assert re.fullmatch(elided, "d'") and re.fullmatch(elided, "d’")


def test_every_class_of_words_is_asked_for():
    code = "\n".join(path.read_text(encoding="utf-8") for path in paths.PACKAGE.rglob("*.py"))
    names = {row["class"] for row in lexicon.rows("closed_classes")}
    assert [name for name in sorted(names) if f'"{name}"' not in code and f"'{name}'" not in code] == []
