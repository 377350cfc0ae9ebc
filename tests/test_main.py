"""python -m helpers: the export, and what it does with bad files."""

import io
import json
import os
import signal
import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from helpers import paths
from helpers.__main__ import COMMANDS, main
from helpers.analysis import analyse
from tests.documents import PAGE, TEXT, put, word


def test_one_file_is_printed_as_json(capsys):
    assert main([str(paths.RELEASE)]) == 0
    export = json.loads(capsys.readouterr().out)
    text = paths.RELEASE.read_bytes().decode()
    assert export["release"]["place"] == "OTTAWA"
    assert len([q for q in export["quotes"] if q["kind"] == "direct"]) == 4
    for item in [*export["quotes"], *export["statistics"]]:
        assert text[item["start"] : item["end"]] == item["text"]
    assert {s["value"] for s in export["statistics"]} == {18_400_000, 10_200_000}


def test_a_bad_file_is_told_and_passed_over(tmp_path, capsys):
    folder = tmp_path / "des communiqués"
    folder.mkdir()
    (folder / "bon.txt").write_text("Selon la police, la foule s'est dispersée.", encoding="utf-8")
    (folder / "vide.txt").write_text("", encoding="utf-8")
    out = tmp_path / "neuf" / "sortie"
    assert main([str(folder), str(tmp_path / "absent.txt"), "--output-dir", str(out)]) == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 2 and "vide.txt" in errors[0] and "absent.txt" in errors[1]
    assert [p.name for p in out.glob("[!.]*")] == ["bon.json"]
    assert json.loads((out / "bon.json").read_text(encoding="utf-8"))["quotes"][0]["speaker_name"] == "police"


@pytest.mark.parametrize(
    "arguments", [[], ["a.txt", "b.txt"], ["a/x.txt", "b/x.txt", "--output-dir", "out"], ["--nonsense"]]
)
def test_wrong_usage_exits_with_2_and_writes_nothing(arguments, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2 and "Traceback" not in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_texts_is_wrong_usage(tmp_path, capsys):
    with pytest.raises(SystemExit) as stop:
        main([str(tmp_path), "--output-dir", str(tmp_path / "out")])
    assert stop.value.code == 2 and "no .txt file" in capsys.readouterr().err


def test_a_fault_in_one_text_does_not_stop_the_others(tmp_path, monkeypatch, capsys):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Selon la police, la foule s'est dispersée.", encoding="utf-8")
    whole = analyse

    def faulty(release):
        if release.name == "a.txt":
            raise IndexError("one too many\nand more")
        return whole(release)

    monkeypatch.setattr("helpers.analysis.analyse", faulty)
    assert main([str(tmp_path), "--output-dir", str(tmp_path / "out")]) == 1
    assert [p.name for p in (tmp_path / "out").glob("[!.]*")] == ["b.json"]
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1 and "a.txt" in errors[0] and "IndexError: one too many" in errors[0]


def test_an_output_folder_that_is_a_file_is_wrong_usage(tmp_path, capsys):
    (tmp_path / "f").write_text("")
    with pytest.raises(SystemExit) as stop:
        main([str(paths.RELEASE), "--output-dir", str(tmp_path / "f")])
    assert stop.value.code == 2 and "name another folder" in capsys.readouterr().err


def test_the_command_runs_as_a_process_in_any_locale(tmp_path):
    path = tmp_path / "à lire.txt"
    path.write_text("« Nous avançons », déclare Anne Roy.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "helpers", str(path)],
        capture_output=True,
        env={"LC_ALL": "C", "PYTHONUTF8": "0"},
        check=False,
    )
    assert done.returncode == 0 and done.stderr == b""
    assert json.loads(done.stdout.decode("utf-8"))["quotes"][0]["text"] == "Nous avançons"


def test_a_folder_of_all_formats_is_read_file_by_file(tmp_path, capsys):
    put(tmp_path, "un.txt", TEXT)
    put(tmp_path, "DEUX.TXT", TEXT.encode("cp1252"))
    put(tmp_path, "trois é.html", PAGE.format(charset="utf-8"))
    put(tmp_path, "quatre.csv", "a,b\n1,2\n")
    put(tmp_path, "cinq.pdf", b"%PDF-1.4")
    put(tmp_path, ".cache.txt", TEXT)
    word(tmp_path)
    out = tmp_path / "sortie"
    assert main([str(tmp_path), "--output-dir", str(out)]) == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1 and "cinq.pdf" in errors[0]
    assert sorted(p.name for p in out.glob("[!.]*")) == ["DEUX.json", "pont.json", "trois é.json", "un.json"]
    export = json.loads((out / "trois é.json").read_text(encoding="utf-8"))["release"]
    assert export["format"] == "html" and export["contacts"][0]["name"]["text"] == "Jeanne Roy"


@pytest.mark.parametrize("names", [("a.txt", "a.html"), ("a.txt", "A.TXT"), ("\u00e9.txt", "e\u0301.text")])
def test_files_that_would_be_written_to_one_place_are_wrong_usage(tmp_path, capsys, names):
    for name in names:
        put(tmp_path, name, TEXT)
    with pytest.raises(SystemExit) as stop:
        main([str(tmp_path), "--output-dir", str(tmp_path / "out")])
    assert stop.value.code == 2 and "two files" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_can_not_be_listed_is_told_and_passed_over(tmp_path, monkeypatch, capsys):
    (tmp_path / "fermé").mkdir()
    path = put(tmp_path, "bon.txt", TEXT)
    whole = Path.iterdir

    def closed(self):
        if self.name == "fermé":
            raise PermissionError(13, "Permission denied")
        return whole(self)

    monkeypatch.setattr(Path, "iterdir", closed)
    assert main([str(tmp_path / "fermé"), str(path), "--output-dir", str(tmp_path / "out")]) == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1 and "fermé" in errors[0] and "Permission denied" in errors[0]
    assert (tmp_path / "out" / "bon.json").exists()


def test_an_export_that_fails_leaves_nothing_half_written(tmp_path, monkeypatch, capsys):
    path = put(tmp_path, "bon.txt", TEXT)
    out = tmp_path / "out"
    out.mkdir()
    put(out, "bon.json", "ancien")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main([str(path), "--output-dir", str(out), "--overwrite"]) == 1
    assert "No space left" in capsys.readouterr().err
    assert [p.name for p in out.glob("[!.]*")] == ["bon.json"] and (out / "bon.json").read_text() == "ancien"


def test_a_reader_that_goes_away_sees_no_traceback(tmp_path):
    path = put(tmp_path, "bon.txt", TEXT)
    command = f'"{sys.executable}" -m helpers "{path}" | true'
    done = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("module", "command"),
    [("helpers.__main__", ""), *(("helpers.__main__", name) for name in COMMANDS), ("helpers.report.command", "")],
)
def test_help_loads_nothing_that_reads(module, command):
    # What takes its time is spaCy, pandas, Dask and Jupyter; without them help answers in a fifth of a second.
    code = f"""if True:
        import sys
        from {module} import main
        try:
            main([*{command.split()!r}, "--help"])
        except SystemExit as stop:
            heavy = {{"spacy", "pandas", "numpy", "dask", "nbformat", "jsonschema"}} & set(sys.modules)
            sys.exit(" ".join(heavy) or stop.code)
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "") and done.stdout.startswith("usage: ")


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=" ".join)
@pytest.mark.parametrize(
    ("started", "name"), [("/x/press-releases", "press-releases"), ("/x/__main__.py", "python -m")]
)
def test_every_usage_line_begins_with_what_was_typed(command, started, name, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", [started])
    with pytest.raises(SystemExit, match="0"):
        main([*command, "--help"])
    told = capsys.readouterr().out
    assert told.startswith(f"usage: {name}") and " ".join(command) in told.splitlines()[0]


def test_the_command_has_a_name_of_its_own(monkeypatch, capsys):
    project = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run = EntryPoint("press-releases", project["scripts"]["press-releases"], "console_scripts").load()
    monkeypatch.setattr(sys, "argv", ["/somewhere/press-releases", "--help"])
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    with pytest.raises(SystemExit) as stop:
        run()
    sys.stdout.seek(0)
    assert stop.value.code == 0 and sys.stdout.read().startswith("usage: press-releases ")


def piped(monkeypatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_dash_is_what_comes_through_a_pipe(tmp_path, monkeypatch, capsys):
    piped(monkeypatch, TEXT.encode("cp1252"))
    assert main(["-"]) == 0
    release = json.loads(capsys.readouterr().out)["release"]
    assert (release["name"], release["encoding"]) == ("standard input", "cp1252")
    piped(monkeypatch, TEXT.encode())
    assert main(["-", str(put(tmp_path, "un.txt", TEXT)), "--output-dir", str(tmp_path / "out")]) == 0
    assert sorted(p.name for p in (tmp_path / "out").glob("[!.]*")) == ["stdin.json", "un.json"]
    piped(monkeypatch, b"")
    assert main(["-"]) == 1
    assert "standard input: the file is empty" in capsys.readouterr().err


def test_a_terminal_is_told_how_far_a_folder_is(tmp_path, monkeypatch, capsys):
    put(tmp_path, "a.txt", TEXT)
    put(tmp_path, "b.txt", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert main([str(tmp_path), "--output-dir", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().err
    assert "\r1 of 2: a.txt\x1b[K" in told and "\r\x1b[Khelpers: b.txt: " in told and told.endswith("\n")


# --- whose an export is ------------------------------------------------------------------------


def _in(folder, name, text):
    folder.mkdir(exist_ok=True)
    return put(folder, name, text)


@pytest.mark.parametrize("form", ["json", "tei", "csv", "brat"])
def test_an_export_of_another_file_is_replaced_only_when_asked(tmp_path, capsys, form):
    one, other = _in(tmp_path / "x", "a.txt", TEXT), _in(tmp_path / "y", "a.txt", f"{TEXT}\n\nLe quai ferme en juin.")
    out = tmp_path / "out"
    assert main([str(one), "--format", form, "--output-dir", str(out)]) == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    assert main([str(other), "--format", form, "--output-dir", str(out)]) == 1
    told = capsys.readouterr().err
    assert str(one) in told and str(other) in told and "--overwrite" in told
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert main([str(other), "--format", form, "--output-dir", str(out), "--overwrite"]) == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} != before


def test_a_file_that_has_changed_is_exported_anew(tmp_path):
    path, out = _in(tmp_path / "x", "a.txt", TEXT), tmp_path / "out"
    assert main([str(path), "--output-dir", str(out)]) == 0
    before = (out / "a.json").read_bytes()
    _in(tmp_path / "x", "a.txt", f"{TEXT}\n\nLe quai ferme en juin.")
    assert main([str(path), "--output-dir", str(out)]) == 0
    assert (out / "a.json").read_bytes() != before


def test_a_text_that_lies_where_brat_would_write_is_kept(tmp_path, capsys):
    path, out = _in(tmp_path / "x", "a.txt", TEXT), tmp_path / "out"
    kept = _in(out, "a.txt", "Un texte de quelqu'un d'autre.")
    assert main([str(path), "--format", "brat", "--output-dir", str(out)]) == 1
    assert "a.txt" in capsys.readouterr().err
    assert kept.read_text(encoding="utf-8") == "Un texte de quelqu'un d'autre."


@pytest.mark.parametrize("content", ["", "{", "[]", '{"file": 3}', '{"file": "a.json", "source": 3}', "\udcff"])
def test_a_list_of_exports_that_is_damaged_hinders_nothing(tmp_path, content):
    path, out = _in(tmp_path / "x", "a.txt", TEXT), tmp_path / "out"
    out.mkdir()
    (out / ".exports").write_text(content, encoding="utf-8", errors="surrogateescape")
    assert main([str(path), "--output-dir", str(out)]) == 0
    assert str(path) in (out / ".exports").read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize(("closing", "status"), [(">&-", 0), ("> /dev/full", 1), ("| true", 0)])
def test_an_output_that_is_closed_or_full_ends_in_no_traceback(closing, status):
    command = f"{sys.executable} -m helpers {paths.RELEASE} {closing}"
    run = subprocess.run(
        ["bash", "-c", command], cwd=paths.ROOT, env={**os.environ, "PYTHONPATH": str(paths.ROOT / "src")},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert "Traceback" not in run.stderr and len(run.stderr.splitlines()) <= 1
    assert run.returncode == status


@pytest.mark.parametrize("called", [["-m", "helpers"], ["-m", "helpers", "corpus"]])
def test_an_interrupt_while_the_command_loads_ends_in_no_traceback(tmp_path, called):
    """Interrupted as soon as it loads its first module, and at each tenth one behind it."""
    env = {**os.environ, "PYTHONPATH": str(paths.ROOT / "src"), "PYTHONVERBOSE": "1"}
    path = str(put(tmp_path, "un.txt", TEXT))
    for module in ("helpers.release.layout", "helpers.export.tei", "helpers.__main__"):
        run = subprocess.Popen(
            [sys.executable, *called, path, str(tmp_path / "out")], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env=env, text=True,
        )  # fmt: skip
        told: list[str] = []
        for line in run.stderr:
            told.append(line)
            if module.rpartition(".")[2] in line and "code object" in line:
                run.send_signal(signal.SIGINT)
                break
        told += run.stderr
        assert run.wait(60) in (-signal.SIGINT, 130), "".join(told[-5:])
        assert not any(line.startswith("Traceback") for line in told)
