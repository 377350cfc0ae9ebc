"""The report, on a small invented collection of notebooks."""

import itertools
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from helpers import load_release, paths
from helpers.report import command, notebooks
from helpers.report.execution import renew
from helpers.report.exhibits import name_and_finding
from helpers.report.site import build
from tests.pages import html_faults

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><title>x</title></svg>"
CODE = re.compile(r'<div [^>]*class="code".*?</pre>', re.DOTALL)
FIGURE = f"""
class Chart:
    def _repr_mimebundle_(self, include=None, exclude=None):
        return {{"image/svg+xml": "{SVG}", "text/csv": "year,n\\n2018,2\\n", "text/plain": NAME + ": two <b>\\n& more"}}
NAME = "Chart growth"
Chart()
"""


def write(folder: Path, name: str, *cells) -> Path:
    """Cells in the order given: texts are Markdown; tuples are code, with tags behind it."""
    made = []
    for number, cell in enumerate(cells):
        if isinstance(cell, tuple):
            text, *tags = cell
            made.append(new_code_cell(text, id=f"c{number}", metadata={"tags": tags} if tags else {}))
        else:
            made.append(new_markdown_cell(cell, id=f"c{number}"))
    notebook = new_notebook(cells=made, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
    folder.mkdir(exist_ok=True)
    nbformat.write(notebook, folder / f"{name}.ipynb")
    return folder / f"{name}.ipynb"


def collection(folder: Path) -> Path:
    write(
        folder,
        "00_first",
        "# How `much` is <it>?\n\n**You will see** how *much*.\n**You need** nothing. **Time** 1 minute.",
        "See [the next](08_your_release.ipynb#Findings), [the data](../data/README.md), [a page](https://example.org/).",
        "## Growth",
        (FIGURE,),
        ("print('<script>alert(1)</script>'); '<script>alert(2)</script>'",),
        (
            "import os; print(os.getcwd() == FOLDER, 'PYTHONSTARTUP' in os.environ)".replace(
                "FOLDER", repr(str(folder))
            ),
        ),
        "## Findings",
        ("print('It doubled <i>.')\nprint()\nprint('Twice.')",),
        "## What this does not show",
        ("print('not a finding')",),
    )
    write(
        folder,
        notebooks.YOUR_RELEASE,
        "# What does *your* release say?\n\n**You will see** its name.",
        ("release_path = None", "parameters"),
        "## Findings",
        ("print(release_path and open(release_path, encoding='utf-8').read())",),
    )
    return folder


class Page(HTMLParser):
    """Checks that tags are balanced; collects what a page refers to and what it says where."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> never closed" for tag in self.open]

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if len(dict(attributes)) < len(attributes):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        if tag not in VOID:
            self.faults.append(f"<{tag}/>")
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A report, made where the reader's own IPython sets a variable on starting."""
    folder = tmp_path_factory.mktemp("project")
    startup = folder / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    for path in (startup / "00.py", folder / "startup.py"):
        path.write_text("STARTED = True", encoding="utf-8")
    with pytest.MonkeyPatch.context() as own:
        own.setenv("IPYTHONDIR", str(folder / "ipython"))
        own.setenv("PYTHONSTARTUP", str(folder / "startup.py"))
        status = command.main([], collection(folder / "notebooks"), folder / "build" / "report")
    assert status == 0
    return folder / "build" / "report"


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_the_report_has_a_page_a_notebook_and_a_file_a_figure(built):
    found = sorted(p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file())
    formats = (".ann", ".json", ".jsonld", ".quotes.csv", ".statistics.csv", ".tei.xml", ".txt")
    assert found == [
        "00_first.html",
        "08_your_release.html",
        "everything.zip",
        "figures/growth.svg",
        "index.html",
        *(f"release/release{suffix}" for suffix in formats),
        "releases.html",
        "tables/growth.csv",
        "tables/growth.json",
    ]
    assert "None yet" in read(built / "releases.html")
    assert json.loads(read(built / "tables" / "growth.json")) == [{"year": 2018, "n": 2}]
    assert read(built / "tables" / "growth.csv") == "year,n\n2018,2\n"
    assert read(built / "figures" / "growth.svg") == SVG
    assert [p.name for p in built.parent.iterdir() if p.name.startswith("report")] == ["report"]


@pytest.mark.parametrize("name", ["index.html", "00_first.html", "08_your_release.html", "releases.html"])
def test_pages_are_sound(built, name):
    text = read(built / name)
    page = Page(text)
    assert page.faults == html_faults(text) == []
    assert text.startswith("<!DOCTYPE html>")
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == 1
    assert len(page.all("main")) == 1
    assert re.search(r"<title>[^<]+</title>", text)
    assert all(image["alt"] for image in page.all("img"))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["index.html", "00_first.html", "08_your_release.html", "releases.html"])
def test_pages_need_no_network_and_run_no_script(built, name):
    page = Page(read(built / name))
    assert page.all("script") == page.all("link") == page.all("iframe") == []
    loads = [a[key] for tag, a in page.tags for key in ("src", "srcset", "poster", "data") if key in a and tag != "a"]
    assert [load for load in loads if not load.startswith("data:")] == []
    assert not re.search(r"@import|url\(", read(built / name))
    assert "default-src 'none'" in next(m["content"] for m in page.all("meta") if m.get("http-equiv"))


@pytest.mark.parametrize("name", ["index.html", "00_first.html", "08_your_release.html", "releases.html"])
def test_links_between_pages_and_files_hold(built, name):
    links = [a["href"] for a in Page(read(built / name)).all("a")]
    assert links
    for link in links:
        path, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link) or path.startswith("../../data/"):
            continue
        target = built / (path or name)
        assert target.is_file(), link
        if anchor:
            assert anchor in {a.get("id") for _, a in Page(read(target)).tags}, link


def test_links_from_notebooks_lead_on_from_the_report(built):
    links = [a["href"] for a in Page(read(built / "00_first.html")).all("a")]
    assert "08_your_release.html#Findings" in links
    assert "../../data/README.md" in links
    assert "https://example.org/" in links


def test_code_is_put_away_by_one_switch_not_left_out(built):
    text = read(built / "00_first.html")
    put_away = CODE.findall(text)
    assert len(put_away) == 5
    assert "_repr_mimebundle_" in "".join(put_away)
    assert "_repr_mimebundle_" not in CODE.sub("", text)
    assert [i["id"] for i in Page(text).all("input") if i["type"] == "checkbox"] == ["show-code"]


def test_a_page_lists_its_headings_and_leads_on_at_both_ends(built):
    text = read(built / "00_first.html")
    contents = re.search(r'<nav [^>]*class="contents".*?</nav>', text, re.DOTALL)[0]
    assert re.findall('href="#([^"]+)"', contents) == ["Growth", "Findings", "What-this-does-not-show"]
    assert [a.get("rel") for a in Page(text).all("a") if "rel" in a] == ["next", "next"]
    assert [a.get("rel") for a in Page(read(built / "08_your_release.html")).all("a") if "rel" in a] == ["prev"] * 2


def test_what_is_printed_becomes_paragraphs_and_lists(built):
    text = read(built / "00_first.html")
    assert '<ul class="said">\n<li>It doubled &lt;i&gt;.</li>\n<li>Twice.</li>\n</ul>' in text
    assert '<p class="said">not a finding</p>' in text


def test_a_figure_stands_with_its_finding_and_its_numbers(built):
    page = Page(read(built / "00_first.html"))
    assert [image["alt"] for image in page.all("img")] == ["two <b> & more"]
    assert {"figures/growth.svg", "tables/growth.csv"} <= {a["href"] for a in page.all("a")}


def test_what_outputs_hold_is_escaped(built):
    text = read(built / "00_first.html")
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in text


def test_kernels_run_in_the_notebooks_folder_without_the_readers_startup(built):
    assert "True False" in read(built / "00_first.html")


def test_the_first_page_gives_title_goal_and_findings(built):
    text = read(built / "index.html")
    assert '<h3><a href="00_first.html" hreflang="en">How much is &lt;it&gt;?</a></h3>' in text
    assert '<p lang="en">It doubled &lt;i&gt;.</p>' in text
    assert "You need" not in text
    assert "not a finding" not in text
    assert "two &lt;b&gt; &amp; more" in text


def test_the_first_page_has_the_release_marked_and_its_reading_to_download(built, analysis):
    text = read(built / "index.html")
    marked, _, downloads = text.partition('<section id="release">')[2].partition('<section id="downloads">')
    quotes = analysis.quotes
    assert text.index('id="release"') < text.index('id="pages"')
    assert marked.count('<u class="quotation"') == len(quotes) > 0
    files = {p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file() and p.suffix != ".html"}
    assert {a["href"] for a in Page(downloads).all("a")} == files
    with zipfile.ZipFile(built / "everything.zip") as everything:
        assert set(everything.namelist()) == files - {"everything.zip"}
        assert everything.read("release/release.txt") == (built / "release" / "release.txt").read_bytes()
    assert read(built / "release" / "release.txt") == load_release(paths.RELEASE).text
    assert len(json.loads(read(built / "release" / "release.json"))["quotes"]) == len(quotes)


@pytest.mark.parametrize("name", ["index.html", "00_first.html", "08_your_release.html", "releases.html"])
def test_a_keyboard_skips_to_the_content_and_headings_come_in_order(built, name):
    page = Page(read(built / name))
    assert page.all("a")[0] == {"class": "skip", "href": "#content"}
    assert [main["id"] for main in page.all("main")] == ["content"]
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(a.get("role") == "group" and a.get("aria-label") for _, a in page.tags if a.get("tabindex") == "0")


def test_another_release_is_read_by_the_last_notebook_alone(tmp_path, capsys):
    folder = collection(tmp_path / "notebooks")
    release = tmp_path / 'mon "été" $x.txt'
    release.write_text("LAVAL, le 2 mai 2020 - <b>Une phrase inventée.</b>\n", encoding="utf-8")
    assert command.main([f"--release={release}"], folder, tmp_path / "build" / "report") == 0
    report = tmp_path / "build" / "report"
    (built,) = (p for p in report.iterdir() if p.is_dir())
    assert built.name.startswith("mon-ete-x-") and '"' not in built.name
    assert sorted(p.name for p in built.glob("*.html")) == ["08_your_release.html", "index.html"]
    assert f'<a href="{built.name}/index.html">' in read(report / "index.html") == read(report / "releases.html")
    assert "<p>LAVAL, le 2 mai 2020 - &lt;b&gt;Une phrase inventée.&lt;/b&gt;</p>" in read(built / "index.html")
    assert '<span class="label">Place</span> LAVAL' in read(built / "index.html")
    assert "<li>Nobody is quoted: all " in read(built / "index.html")
    assert '1/1 mon "été" $x.txt …' in capsys.readouterr().out


def test_reports_of_releases_stand_beside_the_collection_s_and_stay(tmp_path):
    folder, report = collection(tmp_path / "notebooks"), tmp_path / "build" / "report"
    many = tmp_path / "many"
    many.mkdir()
    for name in ("a", "b"):
        (many / f"{name}.txt").write_text(
            f"Le pont {name} rouvre\n\nLAVAL, le 2 mai 2020 - Il rouvre.\n", encoding="utf-8"
        )
    assert command.main([], folder, report) == 0
    first = read(report / "index.html")
    assert command.main(["--release", str(many)], folder, report) == 0
    (compared,) = (report / "comparisons").glob("*.html")
    assert read(report / "index.html") == first
    listed = read(report / "releases.html")
    assert "Le pont a rouvre" in listed and "Le pont b rouvre" in listed and 'href="index.html"' in listed
    assert f'href="comparisons/{compared.name}"' in listed
    assert command.main([], folder, report) == 0
    assert len([p for p in report.iterdir() if (p / "report.json").exists()]) == 2
    links = [a["href"] for a in Page(read(compared)).all("a") if not a["href"].startswith("#")]
    assert all((compared.parent / link).is_file() for link in links) and len(links) == 3
    assert 'href="releases.html"' in read(report / "index.html")


def test_a_stop_in_the_last_moment_loses_no_report(tmp_path, monkeypatch):
    folder, report = collection(tmp_path / "notebooks"), tmp_path / "build" / "report"
    (tmp_path / "a.txt").write_text("Le pont rouvre\n\nLAVAL, le 2 mai 2020 - Il rouvre.\n", encoding="utf-8")
    assert command.main(["--release", str(tmp_path / "a.txt")], folder, report) == 0
    before = sorted(p.relative_to(report) for p in report.rglob("*"))
    rename = Path.rename

    def stopped(self, target):
        if self.name == "new":
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stopped)
    assert command.main([], folder, report) == 130
    assert sorted(p.relative_to(report) for p in report.rglob("*")) == before


def test_of_several_releases_those_that_can_be_read_are(tmp_path, capsys):
    folder = collection(tmp_path / "notebooks")
    (tmp_path / "a.txt").write_text("Le pont rouvre\n\nLAVAL, le 2 mai 2020 - Il rouvre.\n", encoding="utf-8")
    (tmp_path / "again.txt").write_bytes((tmp_path / "a.txt").read_bytes())
    (tmp_path / "b.txt").write_text("La piscine ferme\n\nLAVAL, le 3 mai 2020 - Elle ferme.\n", encoding="utf-8")
    asked = ["--beside", str(tmp_path), "--release", "a.txt gone.txt", "--release", "again.txt b.txt"]
    assert command.main(asked, folder, tmp_path / "build" / "report") == 1
    said = capsys.readouterr()
    assert said.err.startswith("gone.txt: ") and said.err.count("\n") == 1
    assert [p.parent.name[0] for p in sorted((tmp_path / "build" / "report").glob("*/index.html"))] == ["a", "b"]
    assert "two side by side" in said.out


def test_a_release_that_no_notebook_can_show_stops_no_other(tmp_path, capsys):
    folder = tmp_path / "notebooks"
    told = "print(open(release_path, encoding='utf-8').read().index('pont'))"
    write(folder, notebooks.YOUR_RELEASE, "# What?", ("release_path = None", "parameters"), (told,))
    for name, text in (("a", "Le pont rouvre."), ("b", "La piscine ferme."), ("c", "Un pont de plus rouvre demain.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert command.main(["--release", str(tmp_path)], folder, tmp_path / "build" / "report") == 1
    said = capsys.readouterr()
    assert "2/3 b.txt … failed" in said.out and "3/3 c.txt" in said.out and "two side by side" in said.out
    assert said.err.count("\n") == 1 and "substring not found" in said.err


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00"])
def test_a_bad_release_is_refused_in_one_line_before_anything_runs(tmp_path, capsys, content):
    folder = collection(tmp_path / "notebooks")
    if content is not None:
        (tmp_path / "bad.txt").write_bytes(content)
    assert command.main(["--release", str(tmp_path / "bad.txt")], folder, tmp_path / "build" / "report") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("bad.txt: ")
    assert said.err.count("\n") == 1
    assert not (tmp_path / "build").exists()


def test_a_failing_notebook_is_told_in_one_line_and_leaves_the_old_report(tmp_path, capsys):
    folder = tmp_path / "notebooks"
    write(folder, "00_bad", "# A title", ("x = 1",), ("raise ValueError('no\\nsuch \\x1b[31m<thing>')",))
    output = tmp_path / "build" / "report"
    output.mkdir(parents=True)
    (output / "index.html").write_text("old", encoding="utf-8")
    assert command.main([], folder, output) == 1
    assert capsys.readouterr().err == "00_bad, cell [2]: ValueError: no such <thing>\n"
    assert [p.name for p in output.parent.iterdir() if p.name.startswith("report")] == ["report"]
    assert read(output / "index.html") == "old"


def test_what_is_no_notebook_is_told_in_one_line(tmp_path, capsys):
    (tmp_path / "notebooks").mkdir()
    output = tmp_path / "build" / "report"
    assert command.main([], tmp_path / "notebooks", output) == 1
    assert capsys.readouterr().err == "no notebooks to run in notebooks/\n"
    (tmp_path / "notebooks" / "00_x.ipynb").write_text("{", encoding="utf-8")
    assert command.main([], tmp_path / "notebooks", output) == 1
    assert re.fullmatch(r"00_x: can't be read as a notebook \(.*\)\n", capsys.readouterr().err)


def test_renewing_twice_changes_nothing_and_never_touches_a_failing_notebook(tmp_path):
    good = write(tmp_path / "notebooks", "00_good", "# A", ("print(1, flush=True)\nprint(2)",), ("{'b': 1}",))
    bad = write(tmp_path / "notebooks", "01_bad", "# B", ("1 / 0",))
    before = bad.read_bytes()
    assert renew(good) is True
    first = good.read_bytes()
    assert [c.get("execution_count") for c in notebooks.read(good).cells] == [None, 1, 2]
    assert renew(good) is False
    assert good.read_bytes() == first
    assert first.decode() == notebooks.dumps(notebooks.normalise(notebooks.read(good)))
    with pytest.raises(notebooks.NotebookError, match=r"^01_bad, cell \[1\]: ZeroDivisionError"):
        renew(bad)
    assert bad.read_bytes() == before
    assert sorted(p.name for p in (tmp_path / "notebooks").iterdir()) == ["00_good.ipynb", "01_bad.ipynb"]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Chart growth: it grew\nby half", ("growth", "it grew by half")),
        ("Chart ../../x: it grew", ("00-1", "Chart ../../x: it grew")),
        ("<b>", ("00-1", "<b>")),
    ],
)
def test_only_plain_names_become_file_names(shown, expected):
    assert name_and_finding({"text/plain": shown}, "00-1") == expected


def test_two_charts_of_one_name_get_two_files(tmp_path):
    cells = (FIGURE,), ("Chart()",), (FIGURE.replace("2018,2", "2018,3"),)
    path = write(tmp_path / "notebooks", "00_x", "# A", *cells)
    (page,) = build([path], tmp_path / "build" / "report")
    assert [e.table for e in page.exhibits] == ["tables/growth.csv", "tables/growth.csv", "tables/00_x-3-growth.csv"]
    assert read(tmp_path / "build" / "report" / "tables" / "00_x-3-growth.csv") == "year,n\n2018,3\n"
