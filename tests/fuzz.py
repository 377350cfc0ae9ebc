"""Fuzz the loader and the reading for some minutes: python tests/fuzz.py [seconds].

Not a test of the suite: it says what it tried and stops at the first fault, with the bytes that make it. Whole
releases of the collection are cut, mixed and spoilt byte by byte; only ReleaseError may be raised.
"""

import random
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from helpers import ReleaseError, analyse, load_release, paths

OPENINGS = (b"", b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b"<html><body><p>", b"%PDF-1.4\n", b"PK\x03\x04", b"{\\rtf")
PIECES = [
    *(piece.encode() for piece in ("« ", " »", "“", '"', "\n\n", "\r", "SOURCE ", "-30-", "À propos de ", "\u202e")),
    *(piece.encode() for piece in ("Renseignements : ", "418-555-0199, poste 3", "a@b.ca", "18,4 millions", "\u0301")),
    b"\x00", b"\xe9", b"\xff", b"<script>", b"l'" * 50, b"1" * 50,
]  # fmt: skip


def spoilt(seeds: list[bytes], chance: random.Random) -> bytes:
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


def main(seconds: float) -> int:
    """Fuzz for some seconds; 1 at the first fault."""
    seed = random.randrange(2**32)
    chance, told = random.Random(seed), Counter[str]()
    seeds = [p.read_bytes() for folder in (paths.EXAMPLES, paths.RELEASES) for p in sorted(folder.glob("*.txt"))]
    seeds += [text.decode().encode("cp1252", "replace") for text in seeds]
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fuzz.txt"
        while time.monotonic() < end:
            data = spoilt(seeds, chance)
            path.write_bytes(data)
            try:
                release = load_release(path, any_language=True)
                analysis = analyse(release)
                for table in (analysis.quotes, analysis.statistics, analysis.sentences, analysis.tokens):
                    for row in table.itertuples():
                        assert release.text[row.start : row.end] == row.text
                told["read"] += 1
            except ReleaseError as error:
                assert str(error).isprintable()
                told[re.sub(r"[0-9,]+", "N", str(error).split(": ")[1])[:40]] += 1
            except Exception as error:
                print(f"seed {seed}: {type(error).__name__}: {error}\n{data!r}")
                return 1
    print(f"seed {seed}, {sum(told.values())} files: {dict(told.most_common())}")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 180))
