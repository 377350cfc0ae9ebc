"""Fuzz every reader, each for the same time: python -m tests.fuzz [seconds].

Not a test of the suite: it says what it tried and stops at the first fault, with what makes it. Documents of each
format are cut, mixed and spoilt byte by byte by hypothesis, which shrinks what it finds; whole releases of the
collection are read to the end. Only ReleaseError and CorpusError may be raised, in one line; offsets are exact.
"""

import random
import re
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
from helpers.archive.sources import find_items
from helpers.text.faults import CorpusError
from tests.release.test_spoilt_files import CHANGE, SEEDS, check, repacked, spoilt

OPENINGS = (b"", b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b"<html><body><p>", b"%PDF-1.4\n", b"PK\x03\x04", b"{\\rtf")
PIECES = [
    *(piece.encode() for piece in ("« ", " »", "“", '"', "\n\n", "\r", "SOURCE ", "-30-", "À propos de ", "\u202e")),
    *(piece.encode() for piece in ("Renseignements : ", "418-555-0199, poste 3", "a@b.ca", "18,4 millions", "\u0301")),
    b"\x00", b"\xe9", b"\xff", b"<script>", b"l'" * 50, b"1" * 50,
]  # fmt: skip
CHANGES = st.lists(CHANGE, max_size=10)


def readers() -> dict[str, Callable[[list], None]]:
    """Each reader with what spoils a document of its format and reads it."""
    found: dict[str, Callable[[list], None]] = {
        f"{name.removeprefix('a.').removeprefix('b.')} ({name})": lambda changes, name=name: check(
            spoilt(SEEDS[name], changes), name
        )
        for name in SEEDS
    }
    found["docx (parts)"] = lambda changes: check(repacked(SEEDS["a.docx"], changes), "a.docx")
    return found | {f"table ({name})": lambda changes, name=name: _table(name, changes) for name in _TABLES}


def _tables() -> dict[str, bytes]:
    table = pd.DataFrame({"release": ["un", "deux"], "text": ["Le port, à Brest ; il rouvre.", "« Oui »\n, dit Anne."]})
    return {
        "a.csv": table.to_csv(index=False).encode(),
        "b.csv": b"\xef\xbb\xbf" + table.to_csv(index=False, sep=";").encode(),
        "c.csv": table.to_csv(index=False, sep=";").encode("cp1252"),
        "a.parquet": table.to_parquet(),
    }


_TABLES = _tables()


def _table(name: str, changes: list) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(spoilt(_TABLES[name], changes))
        try:
            items = find_items(path)
        except CorpusError as error:
            assert str(error).isprintable()
        else:
            assert all(item.release.isprintable() and isinstance(item.text, str) for item in items)


def hunted(read: Callable[[list], None], seconds: float) -> int:
    """How many spoilt documents a reader bore in some seconds.

    Raises:
        Exception: what one of them did, the smallest that does it.
    """
    end, tried = time.monotonic() + seconds, 0

    @settings(
        max_examples=500, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(CHANGES)
    def round_of(changes: list) -> None:
        nonlocal tried
        if time.monotonic() < end:
            tried += 1
            read(changes)

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


def whole(seconds: float, told: Counter[str]) -> None:
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
                told["read"] += 1
            except ReleaseError as error:
                assert str(error).isprintable()
                told[re.sub(r"[0-9,]+", "N", str(error).split(": ")[1])[:40]] += 1
            except Exception as error:
                raise AssertionError(f"seed {seed}: {data!r}") from error


def _read(path: Path) -> None:
    release = load_release(path, any_language=True)
    analysis = analyse(release)
    for table in (analysis.quotes, analysis.statistics, analysis.sentences, analysis.tokens):
        for row in table.itertuples():
            assert release.text[row.start : row.end] == row.text


def main(seconds: float) -> int:
    """Fuzz for some seconds; a fault is raised."""
    each = seconds / (len(readers()) + 2)  # the whole reading is the largest and has twice the time
    for name, read in readers().items():
        print(f"{name}: {hunted(read, each):,} spoilt documents, no fault", flush=True)
    told = Counter[str]()
    whole(2 * each, told)
    print(f"whole readings: {sum(told.values()):,}, {dict(told.most_common())}")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 600))
