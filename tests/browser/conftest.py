"""A real Chromium, driven by Playwright. Where there is none, its tests are skipped, and say so."""

import os
import shutil

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

PLACES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
CHROMIUM = next(filter(None, map(shutil.which, PLACES)), None)
QUIET = ("gpu", "background-networking", "component-update", "sync", "quic")
MISSING = (
    "NO BROWSER: install chromium, or nothing shows that the notebooks work in JupyterLab and the report in a browser"
)


@pytest.fixture(scope="session")
def browser() -> Browser:
    if CHROMIUM is None:
        pytest.skip(MISSING)
    options = ["--no-first-run", *(f"--disable-{name}" for name in QUIET)]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--no-sandbox")  # as root Chromium starts no other way
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
