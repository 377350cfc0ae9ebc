"""What the README and the pages behind it say to do works."""

import csv
import re
import shlex
import shutil
import subprocess
import sys

import pytest

from helpers import paths
from helpers.training.command import FIGURES

README = (paths.ROOT / "README.md").read_text(encoding="utf-8")
BEHIND = ("command_line", "many_releases", "how_it_is_done")
EVERYTHING = "\n".join([README, *((paths.ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in BEHIND)])
COMMANDS = list(dict.fromkeys(
    line.split("  #")[0].strip() for block in re.findall(r"^```sh\n(.+?)^```", EVERYTHING, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
))  # fmt: skip
PYTHON = re.findall(r"^```python\n(.+?)^```", EVERYTHING, re.MULTILINE | re.DOTALL)
STATUS = {"corpus": 1}  # the invented archive has a file that can't be read, as the README says


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The project's files where commands may leave something, with this environment as its own."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("data", "notebooks", "Makefile", "pyproject.toml", "requirements.lock"):
        source = paths.ROOT / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder / name)
    (folder / "build").mkdir()
    return folder


def run(command: list[str], folder) -> subprocess.CompletedProcess:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=300)


def test_there_are_commands():
    assert len(COMMANDS) >= 6 and len(PYTHON) >= 2


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.startswith(".venv/bin/python ")])
def test_commands_do_what_they_are_said_to(project, command):
    done = run([sys.executable, *shlex.split(command)[1:]], project)
    wanted = next((status for word, status in STATUS.items() if f" {word} " in command), 0)
    assert done.returncode == wanted, done.stderr
    assert done.stdout or any((project / "build").iterdir())


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.startswith("make ")])
def test_make_knows_its_commands_and_their_files_are_there(command):
    """Only what they would do: the tests can't run themselves, and other tests build the report and open the lab."""
    words = shlex.split(command)
    done = run(["make", "--dry-run", *words[1:]], paths.ROOT)
    assert done.returncode == 0, done.stderr
    for word in words[2:]:
        assert all((paths.ROOT / name).is_file() for name in shlex.split(word.partition("=")[2]))


def test_python_runs_as_it_stands(project):
    if not (project / "build" / "archive").exists():  # a command above it, as in the README
        archive = [sys.executable, "-m", "helpers", "corpus", "data/archive", "build/archive", "--workers", "1"]
        assert run(archive, project).returncode == STATUS["corpus"]
    done = run([sys.executable, "-c", f"for block in {PYTHON!r}: exec(block, {{}})"], project)
    assert done.returncode == 0, done.stderr


def test_every_command_is_tested():
    assert [c for c in COMMANDS if not c.startswith((".venv/bin/python ", "make "))] == []


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!https?:|#|\.\./\.\./)([^)#]+)", README))))
def test_links_and_pictures_are_there(link):
    assert (paths.ROOT / link).exists()


def test_the_figure_of_the_learned_choice_is_the_cross_validation_s():
    texts, score = re.search(r"\(cross-validation over (\d+),.*?F1 of (\.\d+)", README, re.DOTALL).groups()
    with FIGURES.open(encoding="utf-8", newline="") as file:
        figures = {
            r["measure"]: r["value"] for r in csv.DictReader(file) if (r["model"], r["texts"]) == ("direct", "all")
        }
    assert (texts, score) == (figures["texts"], f"{float(figures['F1']):.2f}".lstrip("0"))
