"""Fuzz every reader, each for the same time: python -m tests.fuzz [seconds] [reader …].

Not a test of the suite: it says what it tried and stops at the first fault, with what makes it. Documents of each
format are cut, mixed and spoilt byte by byte by hypothesis, which shrinks what it finds; whole releases of the
collection are read to the end. Only ReleaseError and CorpusError may be raised, in one line; offsets are exact, and no
document takes long.
"""

import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from helpers import ReleaseError, analyse, load_release, paths
from helpers.archive import read_aliases, read_queries
from helpers.archive.file_heads import told_by_file
from helpers.archive.marks import finished, told
from helpers.archive.metadata import beside, read_metadata
from helpers.archive.sources import find_items
from helpers.archive.tables import SCHEMAS, mark_path
from helpers.export.origins import LIST, Origins
from helpers.text.faults import CorpusError
from tests.archive.test_feeds import ATOM, RSS
from tests.release.test_spoilt_files import CHANGE, SEEDS, check, repacked, spoilt

OPENINGS = (b"", b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b"<html><body><p>", b"%PDF-1.4\n", b"PK\x03\x04", b"{\\rtf")
PIECES = [
    *(piece.encode() for piece in ("« ", " »", "“", '"', "\n\n", "\r", "SOURCE ", "-30-", "À propos de ", "\u202e")),
    *(piece.encode() for piece in ("Renseignements : ", "418-555-0199, poste 3", "a@b.ca", "18,4 millions", "\u0301")),
    b"\x00", b"\xe9", b"\xff", b"<script>", b"l'" * 50, b"1" * 50,
]  # fmt: skip
MARKS = [
    b"[", b"]", b"{", b"}", b'"', b"'", b":", b",", b";", b"\t", b"\n", b"- ", b"&a", b"*a", b"!!python/none ", b"<<: ",
    b"<entry>", b"</entry>", b"<![CDATA[", b"]]>", b"&lt;", b"<!DOCTYPE a [<!ENTITY a 'b'>]>", b"\x00", b"\xff\xfe",
    b"null", b"1e999", b"NaN", b"\\ud800", b"[" * 3000, b"2021-02-30", b"9" * 5000,
]  # fmt: skip
CHANGES = st.lists(CHANGE | st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(MARKS)), max_size=10)
LONGEST = 10
"""Seconds of its own that a document may take."""
PAGE_HEAD = b"""<html lang="fr"><head><title>Le pont</title><meta property="og:site_name" content="Ville"><script
type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "publisher": {"name": "Ville"}, "headline": "Le pont",
"datePublished": "2021-05-03"}]}</script></head><body><p>Le pont ouvre.</p></body></html>"""
SIDECAR = (
    b'{"issuer": {"name": "Ville"}, "date": "2021-05-03", "tags": ["a", ["b", {"c": null}]], "url": "https://a.b"}'
)
QUERIES = """ports:\n  lemma: quai\n  speaker: Anne Roy\nbudgets: &b\n  text: "budget AND (eau OR 'mer')"\n"""
FILES = 'file;issuer;date;place\na.txt;Ville;2021-05-03;Brest\nb.txt;"Ligue; des eaux";12/03/2024;\n'
ALIASES = 'alias,name\nLDE,Ligue des eaux\n"Roy, A.",Anne Roy\n'
KEYS = (
    b'{"releases": [["a.txt", "0a1b"], ["b.txt", "missing"]], "parts": {"quotes": "0a", "errors": "1b"}, "errors": 1}'
)
LISTED = b'{"file": "a.json", "source": "/in/a.txt", "sha256": "0a1b"}\n{"file": "b.json", "source": "/in/b.txt"}\n'


def readers() -> dict[str, Callable[[list, int], None]]:
    """Each reader with what spoils one of its documents, chosen by a number, and reads it."""
    found = {kind: _of(kind) for kind in ("txt", "html", "pdf")}
    found["docx"] = lambda changes, n: check((spoilt, repacked)[n % 2](SEEDS["a.docx"], changes), "a.docx")
    found |= {kind: lambda changes, n, kind=kind: _table(kind, changes, n) for kind in ("csv", "parquet")}
    for name, (seeds, file, read) in _BESIDE.items():
        found[name] = lambda changes, n, seeds=seeds, file=file, read=read: _file(
            spoilt(seeds[n % len(seeds)], changes), file, read
        )
    return found


def _of(kind: str) -> Callable[[list, int], None]:
    names = [name for name in SEEDS if name.endswith(kind)]
    return lambda changes, n: check(spoilt(SEEDS[names[n % len(names)]], changes), names[n % len(names)])


def _tables() -> dict[str, bytes]:
    table = pd.DataFrame({"release": ["un", "deux"], "text": ["Le port, à Brest ; il rouvre.", "« Oui »\n, dit Anne."]})
    return {
        "a.csv": table.to_csv(index=False).encode(),
        "b.csv": b"\xef\xbb\xbf" + table.to_csv(index=False, sep=";").encode(),
        "c.csv": table.to_csv(index=False, sep=";").encode("cp1252"),
        "a.parquet": table.to_parquet(),
    }


_TABLES = _tables()


def _table(kind: str, changes: list, number: int) -> None:
    names = [name for name in _TABLES if name.endswith(kind)]
    name = names[number % len(names)]
    _file(spoilt(_TABLES[name], changes), name, find_items_of)


def find_items_of(path: Path) -> None:
    """Read a source; what it holds has names that can be printed, and texts."""
    items = find_items(path)
    assert all(item.release.isprintable() and isinstance(item.text, str) for item in items)


def _file(data: bytes, name: str, read: Callable[[Path], object]) -> None:
    """Read a file of these bytes: what is no such file is refused in one line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            read(path)
        except CorpusError as error:
            assert str(error).isprintable() and name in str(error)


def _marked(mark: Path) -> None:
    """Ask whether a partition with this mark is finished: it is if the mark is whole."""
    folder = Path(mark.parent)
    for name in ("done", *SCHEMAS):
        (folder / name).mkdir()
    shutil.copy(mark, mark_path(folder, 0))
    found, faults = finished(folder)
    assert len(found) + len(faults) == 1 and told(faults).isprintable()


_BESIDE: dict[str, tuple[tuple[bytes, ...], str, Callable[[Path], object]]] = {
    "feed": ((RSS.encode(), ATOM.encode()), "a.rss", find_items_of),
    "sidecar": ((SIDECAR,), "a.json", beside),
    "files": ((FILES.encode(), FILES.encode("cp1252")), "a.csv", read_metadata),
    "aliases": ((ALIASES.encode(),), "a.csv", read_aliases),
    "queries": ((QUERIES.encode(),), "a.yaml", read_queries),
    "heads": ((PAGE_HEAD, SEEDS["a.docx"], SEEDS["a.pdf"]), "a.html", lambda p: told_by_file(p.read_bytes(), p.suffix)),
    "marks": ((KEYS,), "part-000000", _marked),
    "exports": ((LISTED,), LIST, lambda path: Origins(path.parent).taken({path: ""}, "/in/c.txt")),
}
"""What lies beside the texts: seeds, the name of the file, and what reads it."""


def hunted(read: Callable[[list, int], None], seconds: float) -> int:
    """How many spoilt documents a reader bore in some seconds.

    Raises:
        Exception: what one of them did, the smallest that does it.
    """
    end, tried = time.monotonic() + seconds, 0

    @settings(
        max_examples=500, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(CHANGES, st.integers(0, 5))
    def round_of(changes: list, number: int) -> None:
        nonlocal tried
        if time.monotonic() < end:
            tried += 1
            start = time.thread_time()
            read(changes, number)
            assert time.thread_time() - start < LONGEST

    while time.monotonic() < end:
        round_of()
    return tried


def mixed(seeds: list[bytes], chance: random.Random) -> bytes:
    """Pieces of the seeds, one after the other, with bytes changed, cut and put in."""
    data = bytearray()
    for _ in range(chance.randint(1, 3)):
        seed = chance.choice(seeds)
        start = chance.randrange(len(seed))
        data += seed[start : start + chance.randint(1, 1500)]
    for _ in range(chance.randint(0, 12)):
        at = chance.randrange(len(data) + 1)
        if chance.random() < 0.6:
            data[at:at] = chance.choice(PIECES)
        else:
            del data[at : at + chance.randint(1, 40)]
    return chance.choice(OPENINGS) + bytes(data)


def whole(seconds: float, ends: Counter[str]) -> None:
    """Read mixed releases to the end.

    Raises:
        AssertionError: a reading failed; its bytes are in the message.
    """
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    seeds = [p.read_bytes() for folder in (paths.EXAMPLES, paths.RELEASES) for p in sorted(folder.glob("*.txt"))]
    seeds += [text.decode().encode("cp1252", "replace") for text in seeds]
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fuzz.txt"
        while time.monotonic() < end:
            data = mixed(seeds, chance)
            path.write_bytes(data)
            try:
                _read(path)
                ends["read"] += 1
            except ReleaseError as error:
                assert str(error).isprintable()
                ends[re.sub(r"[0-9,]+", "N", str(error).split(": ")[1])[:40]] += 1
            except Exception as error:
                raise AssertionError(f"seed {seed}: {data!r}") from error


def _read(path: Path) -> None:
    release = load_release(path, any_language=True)
    analysis = analyse(release)
    for table in (analysis.quotes, analysis.statistics, analysis.sentences, analysis.tokens):
        for row in table.itertuples():
            assert release.text[row.start : row.end] == row.text


def main(seconds: float, wanted: list[str]) -> int:
    """Fuzz each reader for some seconds; a fault is raised."""
    for name, read in readers().items():
        if not wanted or name in wanted:
            print(f"{name}: {hunted(read, seconds):,} spoilt documents in {seconds:.0f} s, no fault", flush=True)
    if not wanted or "whole" in wanted:
        ends = Counter[str]()
        whole(seconds, ends)
        print(f"whole readings: {sum(ends.values()):,} in {seconds:.0f} s, {dict(ends.most_common())}")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60, sys.argv[2:]))
