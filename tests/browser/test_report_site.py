"""The report as people open it: from disk, on a desk and a telephone, by keyboard, on paper; nothing in it runs.

The hostile release is invented.
"""

import io
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlparse

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page

from helpers import paths
from helpers.report import notebooks
from helpers.report import site as report_site
from tests.browser.screenshots import keep

RUNS = "document.documentElement.dataset.ran='yes'"
HOSTILE = f"""<script>{RUNS}</script> Un pont neuf

Lac-Clair (Québec), le 3 mai 2021 – « <img src=x onerror="{RUNS}"> Le pont de 12 M$ ouvrira en mai », déclare
la mairesse Anne <svg onload="{RUNS}">Roy</svg>, qui a affirmé que « <b onmouseover="{RUNS}">tout</b> est prêt ».

Renseignements : Paul <script>{RUNS}</script> Girard, paul.girard@example.org, 819-555-0100
"""
PAGES = ["index", "releases", *(path.stem for path in notebooks.collection())]
DESK, TELEPHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
TABLET, WIDE = {"width": 900, "height": 1180}, {"width": 1440, "height": 900}
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The report of the notebooks' stored outputs, which nbval holds to be what running them gives."""
    folder = tmp_path_factory.mktemp("report") / "site"
    with pytest.MonkeyPatch.context() as stored:
        stored.setattr(report_site, "execute", lambda notebook, *_, **__: notebook)
        report_site.build(notebooks.collection(), folder)
    return folder


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The report of the hostile release, run."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    report_site.build([paths.NOTEBOOKS / f"{notebooks.YOUR_RELEASE}.ipynb"], folder / "site", folder / "hostile.txt")
    return folder / "site"


@pytest.fixture(scope="module", params=["en", "fr"])
def shelf(tmp_path_factory, request):
    """Reports of two invented releases with their comparison; what notebooks show in them is stored, not theirs."""
    folder = tmp_path_factory.mktemp("shelf")
    said = "« Nous avons tenu la promesse faite aux habitants du quartier », déclare la mairesse, Anne Roy."
    notebook = paths.NOTEBOOKS / f"{notebooks.YOUR_RELEASE}.ipynb"
    readings = []
    with pytest.MonkeyPatch.context() as stored:
        stored.setenv("LANGUAGE", request.param)
        stored.setattr(report_site, "execute", lambda notebook, *_, **__: notebook)
        for name, cost in (("ville", "4,2"), ("commerces", "5,1")):
            text = f"La halle de {name}\n\nLAVAL, le 3 mai 2023 – La halle a coûté {cost} millions d'euros.\n\n{said}\n"
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
            readings.append(report_site.build_release([notebook], folder / "site", folder / f"{name}.txt").analysis)
    report_site.compare(readings, folder / "site")
    return folder / "site"


def opened(browser: Browser, address: str, **context: object) -> Page:
    return opened_in(browser.new_context(**{"viewport": DESK, **context}), address)


def opened_in(context, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def html_faults(path: Path) -> list[str]:
    """What the HTML standard's own parser has to put right in a page."""
    parser = html5lib.HTMLParser()
    parser.parse(path.read_text(encoding="utf-8"))
    return [f"{code} {data} at {at}" for at, code, data in parser.errors]


def _axe(page: Page) -> list[dict]:
    """What axe finds; its script needs a page whose policy lets it run."""
    found = Axe().run(page).response
    assert found["passes"], "axe did not run"
    return found["violations"]


# --- what lies on the disk ---------------------------------------------------------------------


def test_the_site_is_whole_valid_and_small(site):
    assert sorted(path.stem for path in site.glob("*.html")) == sorted(PAGES)
    assert [fault for path in site.glob("*.html") for fault in html_faults(path)] == []
    assert sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) < 5 * MEGABYTE


# --- in the browser ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_from_disk_and_asks_for_nothing_else(site, page, name):
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    address = (site / f"{name}.html").as_uri()
    page.goto(address)
    keep(page, f"report_{name}")
    assert [url for url in asked if not url.startswith("data:")] == [address]
    assert said == []
    unseen = "[...document.images].filter(image => !image.complete || !image.naturalWidth).length"
    assert page.evaluate(unseen) == 0


def test_every_link_to_a_file_leads_to_it(site, page):
    gone = []
    for name in PAGES:
        page.goto((site / f"{name}.html").as_uri())
        # What the browser makes of each link, not what the page writes.
        for link in page.evaluate("[...document.links].map(link => link.href)"):
            address, anchor = urldefrag(link)
            if urlparse(address).scheme != "file":
                continue
            target = Path(unquote(urlparse(address).path))
            if not target.is_file():
                gone.append((name, link))
            elif anchor:
                ids = re.findall(r'\bid="([^"]+)"', target.read_text(encoding="utf-8"))
                gone += [(name, link)] * (unquote(anchor) not in ids)
    assert gone == []


@pytest.mark.parametrize(
    ("viewport", "scheme"),
    [(WIDE, "dark"), (TABLET, "light"), (TELEPHONE, "dark")],
    ids=["desk", "tablet", "telephone"],
)
def test_no_barrier_and_no_sideways_scrolling(site, browser, viewport, scheme):
    # axe is a script, which the pages' own policy would stop.
    context = browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    barriers, wide = [], []
    for name in PAGES:
        page = opened_in(context, (site / f"{name}.html").as_uri())
        barriers += [f"{name}: {v['id']}, {node['html'][:200]}" for v in _axe(page) for node in v["nodes"]]
        wide += [name] * page.evaluate("document.documentElement.scrollWidth > innerWidth")
        if name in ("index", "04_quotes"):
            keep(page, f"report_{name}_{scheme}_{viewport['width']}")
        page.close()
    context.close()
    assert barriers == []
    assert wide == []


def test_a_barrier_would_be_found(tmp_path, browser):
    (tmp_path / "bad.html").write_text(
        "<!doctype html><html lang='en'><title>x</title><main><h1>x</h1><img src='x.png'>"
        "<p style='color:#999;background:#fff'>pale</p></main></html>"
    )
    page = opened(browser, (tmp_path / "bad.html").as_uri())
    found = {v["id"] for v in _axe(page)}
    page.context.close()
    assert {"image-alt", "color-contrast"} <= found


@pytest.mark.parametrize("name", ["index", "04_quotes"])
def test_the_keyboard_skips_to_the_content_and_opens_what_is_folded(site, page, name):
    page.goto((site / f"{name}.html").as_uri())
    skip = page.locator(".skip")
    assert skip.bounding_box()["x"] < 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    folded = page.locator("main details").first
    assert folded.get_attribute("open") is None
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    assert folded.get_attribute("open") is not None
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"


def test_one_switch_shows_all_code_of_a_page(site, browser):
    page = opened(browser, (site / "04_quotes.html").as_uri(), bypass_csp=True)
    code = page.locator(".code")
    assert code.count() > 5 and page.locator(".code:visible").count() == 0
    page.locator("#show-code").focus()
    page.keyboard.press("Space")
    assert page.locator(".code:visible").count() == code.count()
    barriers = {v["id"] for v in _axe(page)}
    page.keyboard.press("Space")
    assert page.locator(".code:visible").count() == 0 and barriers == set()
    page.context.close()


def test_the_contents_of_a_long_page_stay_in_view_on_a_desk(site, browser):
    for width, stays in ((1440, True), (820, False)):
        page = opened(browser, (site / "02_words.html").as_uri(), viewport={"width": width, "height": 900})
        page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
        box = page.locator(".contents").bounding_box()
        assert (0 <= box["y"] < 900) is stays
        page.locator(".contents a").last.evaluate("link => link.click()")
        assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 900
        page.context.close()


MARKED = """scope => [...document.querySelectorAll(`${scope} u.quotation`)].map(u => [
    [...u.children].filter(c => c.tagName === 'SUP').map(c => c.className)[0],
    getComputedStyle(u).borderBottomStyle !== 'none'])"""
"""The voice of each quotation, and whether it is marked."""


def test_a_voice_can_be_chosen_without_a_server_or_a_script(site, browser):
    page = opened(browser, (site / "index.html").as_uri(), java_script_enabled=True)
    before = page.locator("#release .text").inner_text()
    assert all(is_marked for _, is_marked in page.evaluate(MARKED, "#release"))
    page.locator('#release input[value="2"]').check()
    after = page.evaluate(MARKED, "#release")
    assert {voice for voice, _ in after} > {"voice-2"}
    assert all(is_marked == (voice == "voice-2") for voice, is_marked in after)
    keep(page, "report_one_voice")
    page.locator('#release input[value="all"]').focus()
    page.keyboard.press("Space")
    assert page.locator("#release .text").inner_text() == before
    page.context.close()
    silent = opened(browser, (site / "index.html").as_uri(), java_script_enabled=False)
    assert "OTTAWA" in silent.locator("#release").text_content()
    silent.locator('#release label:has(input[value="2"])').click()
    assert silent.locator('#release input[value="2"]').is_checked()
    silent.context.close()


def test_figures_are_dark_on_a_dark_screen_and_legible_on_a_telephone(site, browser):
    for scheme, is_dark in (("dark", True), ("light", False)):
        page = opened(browser, (site / "04_quotes.html").as_uri(), viewport=TELEPHONE, color_scheme=scheme)
        figure = page.locator("main figure img").first
        # Letters of 8 points on 7.6 inches: from 640 pixels on they are 9 pixels high.
        assert figure.bounding_box()["width"] >= 640
        shown = Image.open(io.BytesIO(figure.screenshot())).convert("L")
        assert (shown.getpixel((2, 2)) < 60) is is_dark
        assert shown.getextrema()[0] < 60 and shown.getextrema()[1] > 200
        page.context.close()


HIDDEN_SIDEWAYS = """() => [...document.querySelectorAll('.wide, .columns .text')]
    .filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.innerText.slice(0, 60))"""
"""What of a page's tables has to be scrolled sideways to be seen."""


def test_a_telephone_shows_tables_as_cards_and_no_cell_is_out_of_sight(site, browser):
    for name in PAGES:
        page = opened(browser, (site / f"{name}.html").as_uri(), viewport=TELEPHONE)
        assert page.evaluate(HIDDEN_SIDEWAYS) == [], name
        if name == "04_quotes":
            cell = page.locator(".stacked td:visible:not(.untold)").first
            head = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
            assert head == f'"{cell.get_attribute("data-label")}"'
            assert page.get_by_role("columnheader").count() > 0 and page.get_by_role("cell").count() > 0
            keep(page, "report_cards")
        page.context.close()
    page = opened(browser, (site / "04_quotes.html").as_uri())
    assert page.locator(".stacked").first.evaluate("table => getComputedStyle(table).display") == "table"
    page.context.close()


def test_what_hovering_tells_of_a_quotation_a_tap_tells_too(site, browser):
    page = opened(browser, (site / "index.html").as_uri(), viewport=TELEPHONE, has_touch=True, is_mobile=True)
    quotation = page.locator("#release u.quotation").first
    told = "quotation => getComputedStyle(quotation, '::after').content"
    assert quotation.evaluate(told) == "none"
    quotation.tap()
    assert quotation.evaluate(told) == f'"{quotation.get_attribute("title")}"'
    keep(page, "report_tapped")
    page.locator("h1").first.tap()
    assert quotation.evaluate(told) == "none"
    page.context.close()


def test_the_first_screen_has_issuer_place_date_findings_and_a_figure(site, browser):
    page = opened(browser, (site / "index.html").as_uri(), viewport=WIDE)
    for part in ("h1", ".line", ".findings", "main figure img"):
        box = page.locator(part).first.bounding_box()
        assert box["y"] + box["height"] < WIDE["height"], part
    assert 3 <= page.locator(".findings li").count() <= 5
    assert page.locator(".line").inner_text().count("2019") == 1
    assert page.locator("main figure img").first.bounding_box()["x"] > WIDE["width"] / 2
    page.locator(".method summary").first.click()
    assert page.locator(".method p").first.is_visible()
    page.context.close()


# --- several releases --------------------------------------------------------------------------


def test_two_releases_side_by_side_have_no_barrier_at_any_width(shelf, browser):
    pages = [*sorted((shelf / "comparisons").glob("*.html")), shelf / "releases.html", *shelf.glob("*/index.html")]
    assert len(pages) == 4
    for viewport, scheme in ((DESK, "light"), (TABLET, "light"), (TELEPHONE, "dark")):
        context = browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)
        for path in pages:
            page = opened_in(context, path.as_uri())
            assert [v["id"] for v in _axe(page)] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
            assert html_faults(path) == []
            links = page.evaluate("[...document.links].map(link => link.href)")
            gone = [link for link in links if not Path(unquote(urlparse(link).path)).is_file()]
            assert [link for link in gone if link.startswith("file:")] == []
            page.close()
        context.close()


def test_a_shared_passage_is_led_to_in_both_texts(shelf, page):
    (path,) = (shelf / "comparisons").glob("*.html")
    page.goto(path.as_uri())
    for link in page.locator(".passages li", has_text="promesse").locator("a").all():
        link.click()
        assert page.locator(":target").inner_text().startswith("Nous avons tenu la promesse")
    keep(page, "report_compared")


BROKEN = """() => [...document.querySelectorAll('.wide td, .wide th')].flatMap(cell => {
    const broken = [], walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node; (node = walk.nextNode());) for (const word of node.data.matchAll(/\\p{L}+/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) broken.push(word[0]);
    }
    return broken;
})"""
"""Words in tables that stand on two lines."""


@pytest.mark.parametrize("name", PAGES)
def test_paper_is_white_has_no_code_and_breaks_no_word(site, browser, name):
    # As wide as A4 between the margins that the page asks for: 178 mm at 96 to the inch.
    page = opened(
        browser, (site / f"{name}.html").as_uri(), viewport={"width": 673, "height": 950}, color_scheme="dark"
    )
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".code:visible, nav:visible, .skip:visible, .switch:visible").count() == 0
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 673
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    page.context.close()
    assert pdf.startswith(b"%PDF")
    (paths.BUILD / "screenshots").mkdir(parents=True, exist_ok=True)
    (paths.BUILD / "screenshots" / f"report_{name}.pdf").write_bytes(pdf)


# --- nothing of a release runs -----------------------------------------------------------------


def has_run(page: Page) -> bool:
    """Whether something in it ran, also after the mouse was everywhere that the text asks for."""
    for element in page.locator("[onmouseover]").all():
        element.hover()
    page.wait_for_timeout(300)
    return page.evaluate("document.documentElement.dataset.ran") is not None


def test_the_browser_would_tell(tmp_path, page):
    (tmp_path / "page.html").write_text(f"<!doctype html><html><body>{HOSTILE}</body></html>", encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    assert has_run(page)


@pytest.mark.parametrize("name", ["index", notebooks.YOUR_RELEASE])
def test_the_report_of_a_hostile_release_runs_nothing_of_it(hostile, browser, name):
    # Without the policy that stops every script: escaping alone has to hold.
    page = opened(browser, (hostile / f"{name}.html").as_uri(), bypass_csp=True)
    keep(page, f"report_hostile_{name}")
    ran, shown = has_run(page), page.locator("main").text_content()
    page.context.close()
    assert not ran
    assert f'<img src=x onerror="{RUNS}">' in shown
    assert html_faults(hostile / f"{name}.html") == []
