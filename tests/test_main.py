"""python -m helpers: the export, and what it does with bad files."""

import json
import subprocess
import sys

import pytest

from helpers import analyse, paths
from helpers.__main__ import main


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
    assert [p.name for p in out.iterdir()] == ["bon.json"]
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

    monkeypatch.setattr("helpers.__main__.analyse", faulty)
    assert main([str(tmp_path), "--output-dir", str(tmp_path / "out")]) == 1
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["b.json"]
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
