"""The reading held against anybody's annotation. All texts are invented."""

import json

import pytest

from helpers import analyse, load_release
from helpers.__main__ import main
from helpers.accuracy import GoldError
from helpers.evaluation import evaluate
from helpers.export.formats import FORMATS

TEXT = "« Le pont tient », dit Anne Caron. Selon Luc Morel, 12 élèves sont venus."


def put(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")


def scores(folder):
    return dict(evaluate(folder)[["measure", "score"]].to_numpy())


def span(words, **facts):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, **facts}


def gold(first_name="Anne Caron"):
    return json.dumps(
        {
            "quotes": [
                span("Le pont tient", kind="direct", names=[first_name], cue=span("dit"), speaker=span("Anne Caron")),
                span(
                    "12 élèves sont venus",
                    kind="indirect",
                    names=["Luc Morel"],
                    cue=span("Selon"),
                    speaker=span("Luc Morel"),
                ),
            ]
        }
    )


def test_what_is_annotated_alike_is_right(tmp_path):
    put(tmp_path, "a.txt", TEXT)
    put(tmp_path, "a.gold.json", gold())
    assert set(scores(tmp_path).values()) == {1.0}


def test_texts_count_together_and_a_wrong_name_counts_against(tmp_path):
    for stem, name in (("a", "Anne Caron"), ("b", "Zoé Petit")):
        put(tmp_path, f"{stem}.txt", TEXT)
        put(tmp_path, f"{stem}.gold.json", gold(name))
    assert scores(tmp_path)["who the speaker is"] == 0.75


def test_brat_is_read_as_it_was_written(tmp_path):
    put(tmp_path, "a.txt", TEXT)
    _, annotations = FORMATS["brat"].write(analyse(load_release(tmp_path / "a.txt")))
    put(tmp_path, "a.ann", annotations)
    assert set(scores(tmp_path).values()) == {1.0}


def test_brat_without_notes_has_its_kinds_in_attributes_and_its_names_in_the_words(tmp_path):
    put(tmp_path, "a.txt", TEXT)
    lines = [
        f"T1\tQuotation 2 15\t{TEXT[2:15]}",
        f"T2\tSource 23 33\t{TEXT[23:33]}",
        "R1\tSource Arg1:T1 Arg2:T2",
        "A1\tKind T1 direct",
    ]
    put(tmp_path, "a.ann", "\n".join(lines) + "\n")
    assert scores(tmp_path)["direct quotations (IoU 0.8)"] == 1.0
    assert scores(tmp_path)["who the speaker is"] == 1.0


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "no annotation"),
        ({"a.gold.json": "{"}, "a.txt is not beside it"),
        ({"a.txt": TEXT, "a.gold.json": "{"}, "not readable as JSON"),
        ({"a.txt": TEXT, "a.ann": "T1\tQuotation 2\n"}, "not readable as brat"),
        ({"a.txt": TEXT, "a.ann": "T1\tQuotation 2 15\tnon\n"}, "not readable as brat"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(tmp_path, capsys, files, told):
    for name, text in files.items():
        put(tmp_path, name, text)
    with pytest.raises(GoldError, match=told):
        evaluate(tmp_path)
    assert main(["accuracy", str(tmp_path)]) == 1
    assert told in capsys.readouterr().err


def test_the_command_prints_the_measures(tmp_path, capsys):
    put(tmp_path, "a.txt", TEXT)
    put(tmp_path, "a.gold.json", gold())
    assert main(["accuracy", str(tmp_path)]) == 0
    assert "who the speaker is" in capsys.readouterr().out
