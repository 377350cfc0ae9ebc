"""The pages of an archive as people open them: from disk, searched, by keyboard, on a telephone, without scripts.

The releases are invented.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from helpers.report.archive_page import build_archive
from tests.archive.reading import read_texts
from tests.archive.releases import ARTICLE, DISPATCH, QUAY, RELEASES
from tests.browser.screenshots import keep
from tests.browser.test_report_site import DESK, RUNS, TELEPHONE, has_run, html_faults, opened_in

HOSTILE = QUAY.format(
    lead=f"Le phare sera repeint </script><script>{RUNS}</script><img src=x onerror={RUNS}>.",
    body=f"« Le blanc <b onmouseover={RUNS}>se voit</b> de loin », explique la mairesse Anne <svg onload={RUNS}>Roy.",
    issuer=f"Ville de <script>{RUNS}</script> Port-Brise",
)
MANY = {f"notes/{n:02}.txt": f"Note {n}. Le tarif de la passerelle {n} reste à {n + 3} euros pour les {n + 11} marins."
        for n in range(25)}  # fmt: skip
TABLET = {"width": 768, "height": 1024}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    texts = {**RELEASES, **MANY, "dispatch.txt": DISPATCH, "article.txt": ARTICLE, "hostile.txt": HOSTILE}
    build_archive(read_texts(folder, texts), folder / "site")
    return folder / "site"


def shown(pages) -> list:
    """The first page, the voice with most words, and a text."""
    return [pages / "index.html", pages / "voices" / "0.html", pages / "texts" / "0.html"]


def test_every_page_is_valid(pages):
    assert [fault for path in pages.rglob("*.html") for fault in html_faults(path)] == []


@pytest.mark.parametrize(
    ("viewport", "scheme"),
    [(DESK, "light"), (TABLET, "dark"), (TELEPHONE, "dark")],
    ids=["desk", "tablet", "telephone"],
)
def test_no_barrier_and_no_sideways_scrolling(pages, browser, viewport, scheme):
    # axe is a script, which the pages' own policy would stop.
    context = browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    barriers, wide = [], []
    for path in shown(pages):
        page = opened_in(context, path.as_uri())
        if path.name == "index.html":
            page.fill("#wanted", "quai")
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        found = Axe().run(page).response
        assert found["passes"], "axe did not run"
        barriers += [
            f"{path.parent.name}/{path.name}: {v['id']}, {node['html'][:200]}"
            for v in found["violations"]
            for node in v["nodes"]
        ]
        wide += [path.name] * page.evaluate("document.documentElement.scrollWidth > innerWidth")
        keep(page, f"archive_{path.parent.name}_{path.stem}_{viewport['width']}")
        page.close()
    context.close()
    assert barriers == []
    assert wide == []


def test_it_opens_from_disk_asks_for_nothing_and_shows_its_figures(pages, page):
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((pages / "index.html").as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [(pages / "index.html").as_uri()]
    assert said == []
    assert page.evaluate("[...document.images].map(image => image.naturalWidth > 300 && image.alt.length > 10)") == [
        True, True
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "hits"),
    [
        ("QUAI pecheurs", 2), ('"refait son quai"', 2), ("quai -pecheurs", 1), ("pech*", 2), ("xylophone", 0),
        ("tarif", 25), ("<script>", 0),
    ],
)  # fmt: skip
def test_words_are_found_as_one_types(pages, page, wanted, hits):
    page.goto((pages / "index.html").as_uri())
    page.fill("#wanted", wanted)
    assert page.inner_text("#told").startswith(f"{hits} of 31 texts")
    assert page.locator("#hits li").count() == hits


def test_a_hit_leads_to_its_paragraph_by_keyboard_and_facets_narrow_the_search(pages, page):
    page.goto((pages / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.fill("#wanted", "quai")
    page.select_option("#issuer", "Les Pêcheurs réunis")
    assert page.inner_text("#told").startswith("1 of")
    page.select_option("#issuer", "")
    page.select_option("#month", "2022-05")
    assert page.inner_text("#told").startswith("1 of")
    page.focus("#hits a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/texts/*")
    place = page.evaluate("document.querySelector(':target').textContent")
    assert "quai" in place
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top < innerHeight")


def test_long_lists_unfold_and_every_voice_and_text_is_reached_without_scripts(pages, browser):
    context = browser.new_context(viewport=DESK, java_script_enabled=False)
    page = opened_in(context, (pages / "index.html").as_uri())
    assert page.locator("noscript p").first.is_visible()
    further = page.locator("section:has(#texts) details, section:has(h2#texts) details").first
    assert not further.locator("tr").last.is_visible()
    further.locator("summary").click()
    further.locator("a").last.click()
    assert "/texts/" in page.url
    context.close()


def test_nothing_of_a_release_runs(pages, browser):
    # Without the policy that stops every script: escaping alone has to hold.
    context = browser.new_context(viewport=DESK, bypass_csp=True)
    holding = [path for path in sorted(pages.rglob("*.html")) if "phare" in path.read_text(encoding="utf-8")]
    assert {path.parent.name for path in holding} >= {"site", "texts"}
    for path in holding:
        page = opened_in(context, path.as_uri())
        if path.name == "index.html":
            page.fill("#wanted", "phare")
        assert not has_run(page), path
        page.close()
    context.close()
