"""The formats that other tools read: text, offsets and facts come back from each as they went in."""

import json

import pytest

from helpers import paths
from helpers.__main__ import main
from helpers.export import formats
from helpers.export.formats import brat, tables, tei, web_annotation
from helpers.export.json import plain_rows, statistic_rows
from tests.annotations import CROOKED
from tests.reading import EXAMPLES, example


@pytest.mark.parametrize("name", ["crooked", "release", *EXAMPLES])
def test_text_and_offsets_come_back_from_every_format(name, crooked, analysis):
    analysis = {"crooked": crooked, "release": analysis}.get(name) or example(name)
    reading = formats.annotate(analysis)
    text = analysis.release.text
    quotes = {(row.start, row.end) for row in analysis.quotes.itertuples()}
    assert {(a.start, a.end) for a in reading.annotations if a.label == "quotation"} == quotes

    assert web_annotation.load(web_annotation.dump(reading), text) == reading.annotations
    assert tei.load(tei.dump(reading)) == (text, reading.annotations)
    assert brat.dump(reading)[0] == text
    assert brat.load(*brat.dump(reading)) == reading.annotations
    for written, rows in zip(
        formats.FORMATS["csv"].write(analysis), (plain_rows(analysis.quotes), statistic_rows(analysis)), strict=True
    ):
        assert tables.load(written) == rows
    for row in json.loads(formats.FORMATS["json"].write(analysis)[0])["quotes"]:
        assert text[row["start"] : row["end"]] == row["text"]


def test_the_crooked_text_has_what_it_is_there_for(crooked):
    reading = formats.annotate(crooked)
    spans = [(a.start, a.end) for a in reading.annotations if a.label == "quotation"]
    assert any("\f" in CROOKED[start:end] for start, end in spans)
    assert any("\U0001f309" in CROOKED[:start] and "\u0302" in CROOKED[start:end] for start, end in spans)
    assert {a.facts.get("value") for a in reading.annotations if a.label == "statistic"} == {12_000_000, 50, 300}


@pytest.mark.parametrize("module", [web_annotation, brat])
def test_annotations_of_another_text_are_refused(module, analysis):
    reading = formats.annotate(analysis)
    other = f"x{reading.text}"
    with pytest.raises(ValueError, match="another text"):
        if module is brat:
            brat.load(other, brat.dump(reading)[1])
        else:
            web_annotation.load(web_annotation.dump(reading), other)


# --- the command line --------------------------------------------------------------------------

PHRASE = "Selon la police, « la foule s'est dispersée ».\r\n"


@pytest.mark.parametrize("name", formats.FORMATS)
def test_each_format_is_written_beside_the_others(name, tmp_path):
    path = tmp_path / "un été.txt"
    path.write_text(PHRASE, encoding="cp1252", newline="")
    out = tmp_path / "out"
    assert main([str(path), "--format", name, "--output-dir", str(out)]) == 0
    assert sorted(p.name for p in out.glob("[!.]*")) == sorted(f"un été{s}" for s in formats.FORMATS[name].suffixes)
    if name == "brat":
        assert (out / "un été.txt").read_bytes() == PHRASE.encode("utf-8")


@pytest.mark.parametrize("name", ["jsonld", "tei"])
def test_a_format_of_one_file_is_printed(name, capsys):
    assert main([str(paths.RELEASE), "--format", name]) == 0
    assert "Marie-Claude Arsenault" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["brat", "csv"])
def test_a_format_of_two_files_needs_a_folder(name, capsys):
    with pytest.raises(SystemExit) as stop:
        main([str(paths.RELEASE), "--format", name])
    said = capsys.readouterr()
    assert stop.value.code == 2 and "--output-dir" in said.err and said.out == ""


def test_a_release_is_never_written_over(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(PHRASE, encoding="cp1252", newline="")
    with pytest.raises(SystemExit) as stop:
        main([str(path), "--format", "brat", "--output-dir", str(tmp_path)])
    assert stop.value.code == 2 and "a.txt: would be written over" in capsys.readouterr().err
    assert path.read_bytes() == PHRASE.encode("cp1252") and [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_two_files_are_written_both_or_neither(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(PHRASE, encoding="utf-8", newline="")
    out = tmp_path / "out"
    (out / "a.ann").mkdir(parents=True)
    (out / "a.txt").write_text("before", encoding="utf-8")
    assert main([str(path), "--format", "brat", "--output-dir", str(out), "--overwrite"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert sorted(p.name for p in out.glob("[!.]*")) == ["a.ann", "a.txt"]
    assert (out / "a.txt").read_text(encoding="utf-8") == "before"
    (out / "a.ann").rmdir()
    assert main([str(path), "--format", "brat", "--output-dir", str(out), "--overwrite"]) == 0
    assert sorted(p.name for p in out.glob("[!.]*")) == ["a.ann", "a.txt"]
    assert (out / "a.txt").read_bytes() == PHRASE.encode()
