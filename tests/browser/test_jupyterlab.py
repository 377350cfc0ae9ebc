"""The notebooks in JupyterLab as people use them: run, filtered, given other releases, which are invented."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from helpers import paths
from helpers.report.execution import isolate
from helpers.report.notebooks import collection
from tests.browser.screenshots import keep

RUNS = "document.documentElement.dataset.ran='yes'"
HOSTILE = f"""Lac-Clair (Québec), le 3 mai 2021 – « Le pont de 12 M$ ouvrira <img src=x onerror="{RUNS}"> en mai »,
déclare la mairesse Anne <svg onload="{RUNS}">Roy</svg>. Elle a affirmé que tout est prêt <script>{RUNS}</script>."""
PATIENCE = 120_000  # milliseconds: a machine may have much else to do
POND = "Lac-Clair, le 4 mai 2021 – « L'étang a gelé deux fois », raconte Odile Brochet, gardienne du parc."


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """JupyterLab on a copy of the notebooks; gives the address of each."""
    folder = tmp_path_factory.mktemp("lab") / "notebooks"
    shutil.copytree(paths.NOTEBOOKS, folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    isolate()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--allow-root",
        f"--ServerApp.root_dir={folder}", "--expose-app-in-browser", "--ServerApp.port_retries=0",
    ]  # fmt: skip
    # JupyterLab asks nobody whether to fetch news, and looks for no update.
    quiet = folder.parent / "settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    quiet.parent.mkdir(parents=True)
    quiet.write_text('{"fetchNews": "false", "checkForUpdates": false}', encoding="utf-8")
    own = {"JUPYTER_TOKEN": token, "JUPYTERLAB_SETTINGS_DIR": str(folder.parent / "settings")}
    with (folder.parent / "log").open("w") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, env=os.environ | own)
    try:
        until = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/api?token={token}", timeout=5).close()
                break
            except (urllib.error.URLError, OSError):
                assert server.poll() is None and time.monotonic() < until, (folder.parent / "log").read_text()
                time.sleep(0.2)
        yield lambda name: f"http://127.0.0.1:{port}/lab/tree/{name}.ipynb?reset&token={token}"
    finally:
        server.terminate()
        server.wait(30)


OPEN = """() => {
    const panel = window.jupyterapp && window.jupyterapp.shell.currentWidget;
    return !!(panel && panel.content && panel.content.widgets && panel.content.widgets.length > 3
        && panel.sessionContext && panel.sessionContext.session && panel.sessionContext.session.kernel);
}"""
RUN_ALL = """async () => {
    const panel = window.jupyterapp.shell.currentWidget;
    panel.content.notebookConfig = {...panel.content.notebookConfig, windowingMode: 'none'};
    for (const cell of panel.content.widgets) {
        if (cell.model.type === 'code') cell.model.clearExecution();
    }
    await window.jupyterapp.commands.execute('notebook:run-all-cells');
    return panel.content.widgets.filter(cell => cell.model.type === 'code').map(cell => ({
        count: cell.model.executionCount, outputs: cell.model.outputs.toJSON(),
    }));
}"""


def run_all(page: Page, address: str) -> list[dict]:
    """Open a notebook and run all its cells; gives what each code cell then holds."""
    page.goto(address)
    page.wait_for_function(OPEN, timeout=PATIENCE)
    return page.evaluate(RUN_ALL)


@pytest.mark.parametrize("name", [path.stem for path in collection()])
def test_every_notebook_runs(lab, page, name):
    cells = run_all(page, lab(name))
    keep(page, name)
    assert [cell["count"] for cell in cells] == list(range(1, len(cells) + 1))
    outputs = [output for cell in cells for output in cell["outputs"]]
    assert outputs
    assert [o for o in outputs if o["output_type"] == "error" or o.get("name") == "stderr"] == []
    expect(page.get_by_text("Error displaying widget")).to_have_count(0)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")


def test_choosing_a_voice_leaves_that_voice_alone_marked(lab, page):
    run_all(page, lab("04_quotes"))
    reading = page.locator(".helpers-reading").first
    marked = reading.locator(".quotation")
    expect(marked.first).to_be_visible(timeout=PATIENCE)
    everyone = marked.count()
    page.locator(".helpers-filter select").first.select_option(index=2)
    expect(marked).not_to_have_count(everyone)
    assert 0 < marked.count() < everyone
    marked.first.scroll_into_view_if_needed()
    keep(page, "03_one_voice")


def test_a_word_can_be_looked_for(lab, page):
    run_all(page, lab("02_words"))
    box = page.locator(".helpers-search input").first
    box.fill("protection")
    box.press("Enter")
    expect(page.locator(".helpers-reading").filter(has_text="“protection” stands in").first).to_be_visible(
        timeout=PATIENCE
    )


def test_a_table_is_filtered_by_a_word(lab, page):
    run_all(page, lab("08_your_release"))
    table = page.locator(".jp-OutputArea-output").filter(has=page.locator(".helpers-rows-with")).first
    expect(table.locator("tbody tr").first).to_be_visible(timeout=PATIENCE)
    before = table.locator("tbody tr").count()
    field = table.locator(".helpers-rows-with input")
    field.fill("ARSENAULT")
    field.press("Enter")
    expect(table.locator("caption")).to_contain_text("with “ARSENAULT”", timeout=PATIENCE)
    assert 0 < table.locator("tbody tr").count() < before
    table.scroll_into_view_if_needed()
    keep(page, "08_filtered")


def test_an_archive_is_read_with_a_bar_and_searched(lab, page):
    run_all(page, lab("09_many_releases"))
    expect(page.locator(".helpers-progress").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".helpers-reading").filter(has_text="42 of 42 releases").first).to_be_visible()
    field = page.locator(".helpers-word input")
    field.fill("NOEL")
    field.press("Enter")
    found = page.locator(".helpers-reading").filter(has_text="2 quotations found").first
    expect(found).to_be_visible(timeout=PATIENCE)
    found.locator("summary").first.click()
    expect(found.locator("mark").first).to_be_visible()
    found.scroll_into_view_if_needed()
    keep(page, "07_search")


def test_a_pasted_release_is_read_and_nothing_of_it_runs(lab, page):
    run_all(page, lab("08_your_release"))
    page.locator(".helpers-paste textarea").fill(POND)
    page.locator(".helpers-paste button").click()
    everything = page.locator(".jp-Notebook")
    expect(everything).to_contain_text("Odile Brochet", timeout=PATIENCE)
    page.locator(".helpers-paste textarea").fill(HOSTILE)
    page.locator(".helpers-paste button").click()
    expect(everything).to_contain_text("<img src=x onerror=", timeout=PATIENCE)
    expect(everything).not_to_contain_text("Odile Brochet", timeout=PATIENCE)
    in_table = everything.locator("td:visible", has_text=f"prêt <script>{RUNS}</script>").first
    in_table.scroll_into_view_if_needed(timeout=PATIENCE)
    keep(page, "06_hostile")
    assert page.evaluate("document.documentElement.dataset.ran") is None


def test_a_reading_is_saved_from_its_links(lab, page):
    run_all(page, lab("08_your_release"))
    page.locator(".helpers-paste textarea").fill(POND)
    page.locator(".helpers-paste button").click()
    links = page.locator(".helpers-saving a")
    expect(page.locator(".helpers-saving a[download^='pasted text']")).to_have_count(4, timeout=PATIENCE)
    for link in links.all():
        with page.expect_download() as download:
            link.click()
        assert download.value.suggested_filename == link.get_attribute("download")
        assert "Odile Brochet" in download.value.path().read_text(encoding="utf-8") or "statistics" in str(
            download.value.suggested_filename
        )
    keep(page, "08_saving")


def test_what_is_no_release_is_refused_in_a_line(lab, page):
    run_all(page, lab("08_your_release"))
    page.locator(".helpers-path input").fill("nowhere.txt")
    page.locator(".helpers-path input").press("Enter")
    expect(page.locator(".helpers-reading").first).to_contain_text("nowhere.txt: no such file", timeout=PATIENCE)
    with page.expect_file_chooser() as chooser:
        page.locator("button.helpers-upload").click()
    chooser.value.set_files({"name": "a<b>.txt", "mimeType": "text/plain", "buffer": b"\x89PNG\r\n"})
    expect(page.locator(".helpers-reading").first).to_contain_text("a<b>.txt", timeout=PATIENCE)
    # Nothing of the release before is left, down to the findings.
    expect(page.locator(".helpers-reading").last).to_contain_text("Nothing is read", timeout=PATIENCE)
    assert "2019-10-04_grc_vgt" not in page.locator(".jp-Notebook").inner_text()
    expect(page.locator(".helpers-saving a")).to_have_count(0)
