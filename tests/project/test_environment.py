"""The surroundings: lock, environment files, data, documents. What they say of each other is true."""

import hashlib
import importlib.metadata
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from helpers import paths
from helpers.training.tables import KEYS

RELEASE_SHA256 = "0ae2f2af88ce05515d271ec5defe96ff6c93247d9774cfd5f539de684b221689"


def text(name: str) -> str:
    return (paths.ROOT / name).read_text(encoding="utf-8")


@cache
def project() -> dict:
    return tomllib.loads(text("pyproject.toml"))


@cache
def files() -> tuple[Path, ...]:
    """The files of the project: what git knows or would add; without git, all but what is built."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=paths.ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout.split("\0")
        found = [paths.ROOT / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        built = {".venv", "build", ".git", "__pycache__", ".ipynb_checkpoints", "helpers.egg-info"}
        found = [p for p in paths.ROOT.rglob("*") if not built & set(p.relative_to(paths.ROOT).parts)]
    return tuple(sorted(p for p in found if p.is_file()))


def names(pattern: str) -> list[str]:
    return [p.relative_to(paths.ROOT).as_posix() for p in files() if p.match(pattern)]


# --- requirements.lock -------------------------------------------------------------------------

PIN = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[\w.+!]+)(?: ; (?P<marker>[^\\\n]+?))?"
    r"(?: \\\n +--hash=sha256:[0-9a-f]{64})+\n"
)


@cache
def pins() -> tuple[Requirement, ...]:
    return tuple(
        Requirement(f"{m['name']}=={m['version']}" + (f" ; {m['marker']}" if m["marker"] else ""))
        for m in PIN.finditer(text("requirements.lock"))
    )


def declared() -> list[Requirement]:
    extras = project()["project"]["optional-dependencies"].values()
    found = [Requirement(r) for group in (project()["project"]["dependencies"], *extras) for r in group]
    return [r for r in found if r.name != project()["project"]["name"]]  # an extra that takes in another


def test_the_lock_holds_pins_with_hashes_and_nothing_else():
    assert PIN.sub("", text("requirements.lock")) == ""
    assert len(pins()) > 100


@pytest.mark.parametrize("wanted", declared(), ids=lambda r: r.name)
def test_the_lock_pins_what_the_project_declares(wanted):
    versions = [
        next(iter(p.specifier)).version for p in pins() if canonicalize_name(p.name) == canonicalize_name(wanted.name)
    ]
    assert versions, f"{wanted.name} is not in requirements.lock: run make lock"
    assert all(wanted.specifier.contains(version) for version in versions)


def test_the_environment_is_the_lock():
    """Tests that pass elsewhere say nothing of what a reader gets."""
    here = {p.name: p.specifier for p in pins() if p.marker is None or p.marker.evaluate()}
    other = {
        name: importlib.metadata.version(name)
        for name, specifier in here.items()
        if not specifier.contains(importlib.metadata.version(name), prereleases=True)
    }
    assert other == {}


def test_each_dependency_has_its_reason():
    declarations = re.findall(r'^    "([\w.-]+)[^"]*",(.*)$', text("pyproject.toml").split("[tool.")[0], re.MULTILINE)
    without = [
        name
        for name, rest in declarations
        if "[" not in name and name in {r.name for r in declared()} and "#" not in rest
    ]
    assert without == []


# --- environment.yml, continuous integration, hooks --------------------------------------------


def conda() -> list:
    return yaml.safe_load(text("environment.yml"))["dependencies"]


def pythons_tested() -> list[str]:
    return yaml.safe_load(text(".github/workflows/ci.yml"))["jobs"]["test"]["strategy"]["matrix"]["python"]


def test_conda_takes_python_and_pip_and_the_project_from_this_folder():
    assert yaml.safe_load(text("environment.yml"))["channels"][0] == "conda-forge"
    assert sorted(re.match(r"\w+", d)[0] for d in conda() if isinstance(d, str)) == ["pip", "python"]
    # No second list of versions: what the project needs stands in pyproject.toml.
    assert [d for d in conda() if not isinstance(d, str)] == [{"pip": ["--editable ."]}]


def test_conda_names_one_python_of_those_that_are_tested():
    # Binder finds a version after “=” alone; a range leaves it with a Python that may be too old.
    (python,) = [d for d in conda() if isinstance(d, str) and re.match(r"python\b", d)]
    assert python in [f"python ={version}" for version in pythons_tested()]


def test_pythons_are_tested_from_the_oldest_that_is_supported():
    job = yaml.safe_load(text(".github/workflows/ci.yml"))["jobs"]["test"]
    (lower,) = SpecifierSet(project()["project"]["requires-python"])
    assert lower.operator == ">="
    oldest = int(lower.version.removeprefix("3."))
    assert pythons_tested() == [f"3.{oldest + n}" for n in range(len(pythons_tested()))]
    assert {name.split("-")[0] for name in job["strategy"]["matrix"]["os"]} == {"ubuntu", "macos"}


def test_actions_are_pinned_by_commit():
    used = re.findall(r"uses: *(.*)", text(".github/workflows/ci.yml"))
    assert used
    assert [u for u in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", u)] == []


def test_the_workflow_may_only_read_and_runs_weekly():
    workflow = yaml.safe_load(text(".github/workflows/ci.yml"))
    assert workflow["permissions"] == {"contents": "read"}
    # YAML 1.1 reads the key `on` as true.
    assert set(workflow[True]) == {"push", "pull_request", "schedule"}
    assert any("bash .ci/run" in step.get("run", "") for step in workflow["jobs"]["test"]["steps"])


def test_ci_run_is_sound_shell():
    subprocess.run(["bash", "-n", ".ci/run"], cwd=paths.ROOT, check=True)
    assert "set -euo pipefail" in text(".ci/run")
    assert "make test" in text(".ci/run")


def test_hooks_use_the_ruff_of_the_lock():
    hooks = [h for repo in yaml.safe_load(text(".pre-commit-config.yaml"))["repos"] for h in repo["hooks"]]
    assert {h["id"] for h in hooks} == {"ruff-check", "ruff-format"}
    for hook in hooks:
        assert hook["entry"].startswith(".venv/bin/python -m ruff ")
        assert hook["language"] == "system"
        assert "jupyter" in hook["types_or"]


# --- data --------------------------------------------------------------------------------------

CARDS = (
    "data/README.md", "data/examples/README.md", "data/archive/README.md", "data/invented/README.md",
    "data/written/README.md",
)  # fmt: skip
DATA = [n for n in names("data/**/*") if n not in CARDS]


@cache
def checksums() -> dict[str, str]:
    """What the cards say: a row a file, of an example a row for its text and its annotation."""
    files = re.findall(r"^\| `([\w-]+/[^`]+)` \|.*\| `([0-9a-f]{64})` \|$", text(CARDS[0]), re.MULTILINE)
    annotated = {
        folder: re.findall(r"^\| `([\w-]+)` \|.*\| `([0-9a-f]{64})` \| `([0-9a-f]{64})` \|$", text(card), re.MULTILINE)
        for folder, card in (("examples", CARDS[1]), ("invented", CARDS[3]), ("written", CARDS[4]))
    }
    archive = re.findall(r"^\| `([\w-]+)` \|.*\| `([0-9a-f]{64})` \|$", text(CARDS[2]), re.MULTILINE)
    files += [(f"archive/{stem}.txt", checksum) for stem, checksum in archive]
    return {f"data/{name}": checksum for name, checksum in files} | {
        f"data/{folder}/{stem}{suffix}": checksum
        for folder, rows in annotated.items()
        for stem, *both in rows
        for suffix, checksum in zip((".txt", ".gold.json"), both, strict=True)
    }


def test_the_release_is_the_release():
    assert hashlib.sha256(paths.RELEASE.read_bytes()).hexdigest() == RELEASE_SHA256


@pytest.mark.parametrize("name", DATA)
def test_the_data_card_has_each_file_with_its_checksum(name):
    assert name in checksums(), f"no data card has a row for {name}"
    assert checksums()[name] == hashlib.sha256((paths.ROOT / name).read_bytes()).hexdigest()


def test_the_data_card_names_no_file_that_is_not_there():
    listed = re.findall(r"^\| `([\w-]+/[^`]+)` \|", text(CARDS[0]), re.MULTILINE)
    assert {f"data/{name}" for name in listed} <= set(checksums())
    assert sorted(checksums()) == sorted(DATA)


@pytest.mark.parametrize("name", [n for n in DATA if n.endswith(".csv")])
def test_data_tables_parse_and_their_columns_are_described(name):
    table = pd.read_csv(paths.ROOT / name)
    assert len(table)
    section = text("data/README.md").split(f"`{Path(name).name}`")[-1]
    described = re.findall(r"^\| (`.+?`) \|", section.split("\n`")[0], re.MULTILINE)
    keys = KEYS if name.startswith("data/training/") else table.columns  # features are described where they are made
    assert [c for c in keys if f"`{c}`" not in ", ".join(described)] == []


# --- documents ---------------------------------------------------------------------------------

DOCUMENTS = names("*.md")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_exist(name):
    """Each ``make X`` in code of a document is a target of the Makefile."""
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text(name), re.DOTALL))
    used = set(re.findall(r"(?:^|[`\s;&])make ([a-z][a-z-]*)\b(?!=)", code))
    assert used - set(targets()) == set()


def targets() -> list[str]:
    return re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE)


def test_the_makefile_has_the_commands_that_others_call():
    assert {"setup", "lab", "report", "test", "notebooks", "clean", "lock", "format", "lint"} <= set(targets())
    help_text = subprocess.run(["make", "help"], cwd=paths.ROOT, capture_output=True, text=True, check=True).stdout
    assert [t for t in targets() if not re.search(rf"^ +{t} ", help_text, re.MULTILINE)] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_resolve(name):
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text(name), flags=re.DOTALL)
    links = re.findall(r"\]\(([^()\s]+)\)", prose) + re.findall(r'(?:src|href)="([^"]+)"', prose)
    here = {p.resolve() for p in files()}
    folders = {parent for p in here for parent in p.parents}
    missing = []
    for link in links:
        target, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", target) or target.startswith("../../actions/workflows/ci.yml"):
            continue  # elsewhere; or the runs of CI, which GitHub shows two levels above its page of the README
        path = ((paths.ROOT / name).parent / target).resolve() if target else (paths.ROOT / name)
        if path not in here and path not in folders:
            missing.append(link)
        elif anchor and path.suffix == ".md" and anchor not in _anchors(path):
            missing.append(link)
    assert missing == []


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ +(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


def test_licence_and_citation_agree_with_the_project():
    about = project()["project"]
    citation = yaml.safe_load(text("CITATION.cff"))
    assert citation["cff-version"] == "1.2.0"
    assert (citation["version"], citation["license"]) == (about["version"], about["license"])
    assert [a["name"] for a in citation["authors"]] == [a["name"] for a in about["authors"]]
    assert text("LICENSE").startswith(f"{about['license']} License\n")
    assert all(a["name"] in text("LICENSE") for a in about["authors"])
    assert "data/README.md" in text("LICENSE")


# A path of somebody's machine, a package registry's host, a folder beside the project.
FOREIGN = re.compile(
    r"(?<![\w.:/)}$*-])/(?:root|home|Users|work|tmp|opt|mnt)/[\w.-]"
    r"|\b(?:pypi|files\.pythonhosted|test\.pypi|(?:conda\.)?anaconda|registry\.npmjs)\.(?:org|com)\b"
    r"|\.\./shared\b"
)


@pytest.mark.parametrize(
    "parts", [("see /", "home/ann/x.py"), ('"/', 'Users/ann/x"'), ("from py", "pi.org"), ("..", "/shared")]
)
def test_foreign_places_are_seen(parts):
    """In parts, so that this file names none."""
    assert FOREIGN.search("".join(parts))
    assert not any(FOREIGN.search(part) for part in parts)


def test_no_foreign_place_is_named():
    found = [
        f"{path.relative_to(paths.ROOT)}:{number}: {match[0]}"
        for path in files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        for match in FOREIGN.finditer(line)
    ]
    assert found == []
