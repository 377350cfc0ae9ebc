"""A real browser opens what was made of a hostile release, and nothing in it runs. The release is invented."""

import shutil
import subprocess
from pathlib import Path

import pytest

from helpers import paths, report

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
RUNS = "document.documentElement.dataset.ran='yes'"
HOSTILE = f"""<script>{RUNS}</script> Un pont neuf

Lac-Clair (Québec), le 3 mai 2021 – « <img src=x onerror="{RUNS}"> Le pont de 12 M$ ouvrira en mai », déclare
la mairesse Anne <svg onload="{RUNS}">Roy</svg>, qui a affirmé que « <b onmouseover="{RUNS}">tout</b> est prêt ».

Renseignements : Paul <script>{RUNS}</script> Girard, paul.girard@example.org, 819-555-0100
"""

pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="NO BROWSER: install chromium, or nothing shows that pages of a hostile release run nothing"
)


def opened(page: Path, profile: Path) -> str:
    """The page as the browser has it once its scripts have run."""
    quiet = ("gpu", "background-networking", "component-update", "sync")
    options = ["--headless", "--no-sandbox", "--no-first-run", *(f"--disable-{name}" for name in quiet)]
    command = [BROWSER, *options, f"--user-data-dir={profile}", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert "<body" in done.stdout, done.stderr[-500:]
    return done.stdout


def has_run(dom: str) -> bool:
    return "data-ran" in dom.split("<head", 1)[0]


def test_the_browser_would_tell(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><html><body>{HOSTILE}</body></html>", encoding="utf-8")
    assert has_run(opened(page, tmp_path / "profile"))


def test_the_report_of_a_hostile_release_runs_nothing_of_it(tmp_path):
    path = tmp_path / "hostile.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    report.build([paths.NOTEBOOKS / "06_your_release.ipynb"], tmp_path / "site", path)
    pages = sorted((tmp_path / "site").glob("*.html"))
    assert len(pages) == 2  # the notebook's and the index
    for number, page in enumerate(pages):
        dom = opened(page, tmp_path / f"profile{number}")
        assert not has_run(dom), page.name
    assert "&lt;img src=x onerror=" in pages[0].read_text(encoding="utf-8")
