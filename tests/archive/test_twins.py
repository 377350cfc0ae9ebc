"""A release that was sent twice counts once. The texts are invented."""

import json

import pytest

from helpers import archive
from tests.archive.reading import read_texts
from tests.archive.releases import ARTICLE, DISPATCH

TWICE = {"b.txt": DISPATCH, "a.txt": DISPATCH.replace("Valdor", "Lorgues"), "c.txt": ARTICLE}


def test_of_texts_that_are_nearly_one_all_but_the_first_are_copies(tmp_path):
    assert archive.copies(read_texts(tmp_path, TWICE)) == ["b.txt"]


@pytest.mark.parametrize(
    ("counted", "once", "twice"),
    [
        (lambda corpus, **out: archive.timeline(corpus, **out)["releases"].sum(), 2, 3),
        (lambda corpus, **out: len(archive.shares(corpus, **out)), 2, 3),
        (lambda corpus, **out: archive.voices(corpus, **out)["quotations"].max(), 2, 3),
        (lambda corpus, **out: archive.genders(corpus, **out)["quotations"].sum(), 3, 4),
        (lambda corpus, **out: archive.women(corpus, **out)["words_of_women"].sum(), 30, 45),
        (lambda corpus, **out: archive.verbs(corpus, **out).query("cue_lemma == 'expliquer'")["uses"].sum(), 2, 3),
        (lambda corpus, **out: len(archive.repeated_quotations(corpus, **out)), 2, 3),
        (lambda corpus, **out: len(archive.repeated_figures(corpus, **out)["releases"].iloc[0]), 2, 3),
    ],
)
def test_a_copy_counts_nowhere_unless_it_is_to(tmp_path, counted, once, twice):
    corpus = read_texts(tmp_path, TWICE)
    assert (counted(corpus), counted(corpus, without=())) == (once, twice)


def test_a_copy_is_found_by_who_looks_for_words(tmp_path):
    corpus = read_texts(tmp_path, TWICE)
    assert len(archive.search(corpus, word="attendre")) == len(archive.full_text(corpus, "attendre")) == 3


def test_a_correction_is_a_copy_and_its_number_is_told_as_revised(tmp_path):
    signed = f"{DISPATCH}\n\nSource : Commune de Mirande\n"
    corpus = read_texts(tmp_path, {"a.txt": signed, "b.txt": signed.replace("douze", "vingt")})
    assert archive.copies(corpus) == ["b.txt"]
    assert archive.differences(corpus)[["kind", "one_text", "other_text"]].values.tolist() == [
        ["revised", "douze kilomètres", "vingt kilomètres"]
    ]


def test_what_was_found_is_kept_until_the_archive_changes(tmp_path):
    corpus = read_texts(tmp_path, TWICE)
    assert archive.copies(corpus) == ["b.txt"]
    kept = corpus.folder / "copies.json"
    assert json.loads(kept.read_text(encoding="utf-8"))["copies"] == ["b.txt"]
    kept.write_text("{", encoding="utf-8")
    assert archive.copies(archive.Corpus(corpus.folder)) == ["b.txt"]
    part = next((corpus.folder / "releases").iterdir())
    fewer = read_texts(tmp_path / "fewer", {"b.txt": DISPATCH, "c.txt": ARTICLE})
    part.write_bytes(next((fewer.folder / "releases").iterdir()).read_bytes())
    assert archive.copies(corpus) == []
