"""A long reading that is shot at: python -m tests.soak FOLDER [releases].

Not a test of the suite. Invented releases are read by two workers of a Dask cluster; each minute the younger one is
killed, so that the elder shows whether its memory grows, and every fifteenth time the whole run with all its processes,
which is then begun again. At the end each release must be there once, with what it holds, and no other.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from helpers.archive import Corpus
from helpers.archive.tables import SCHEMAS, part_paths

EACH = 60
"""Seconds between two kills."""
RUNS = 15
"""Each such kill is one of the whole run."""
PLACES = "Port-Brise Lac-Clair Valdor Mirande Saint-Aubin Roquefeuille Belmont Hautmer Grandval Clairbois".split()
FIRST = "Anne Luc Nora Marc Élise Paul Jeanne Rémi Odile Yves Hélène Bruno".split()
LAST = "Roy Petit Morin Le Gall Dubreuil Vasson Carrière Tessier Lemoine Aubry".replace("Le Gall", "Legall").split()
THINGS = "le quai,la piscine,l'école,le pont,la salle des fêtes,le marché couvert,la bibliothèque,le gymnase".split(",")
SAID = (
    "« {Thing} ouvrira en {year}, et nous y tenons », déclare {name}, {role}.",
    "{Name}, {role}, a indiqué que {thing} coûterait {cost} millions d'euros.",
    "Selon {name}, {role}, {count} habitants ont répondu à l'enquête.",
    "« Il a fallu attendre longtemps », reconnaît {name}. « Les travaux commencent enfin. »",
    "“{Thing} manquait à la ville”, a expliqué {name}, {role}, devant {count} personnes.",
)
TOLD = (
    "{Thing} accueillera {count} personnes par jour, contre {few} en {before}.",
    "Les travaux dureront {few} mois et coûteront {cost} millions d'euros.",
    "Le conseil a voté ce budget à l'unanimité, après deux réunions publiques.",
    "Depuis {before}, {count} familles se sont installées dans la commune.",
    "Une subvention de {few} 000 euros vient de la région.",
)
ROLES = ("maire de la commune", "présidente du conseil", "directeur des travaux", "porte-parole des riverains")


def release(number: int) -> str:
    """An invented release of some 120 words, another for each number."""
    chance = random.Random(number)
    place, issuer = chance.choice(PLACES), chance.choice(PLACES)
    thing = chance.choice(THINGS)
    lines = [f"{place}, le {chance.randint(2, 28)} mai {chance.randint(2015, 2025)} – Dossier {number}."]
    for _ in range(chance.randint(2, 4)):
        pair = [chance.choice(TOLD), chance.choice(SAID), chance.choice(TOLD)]
        lines.append(" ".join(_filled(chance, sentence, thing) for sentence in pair))
    return "\n\n".join([*lines, f"SOURCE Ville de {issuer}", ""])


def _filled(chance: random.Random, sentence: str, thing: str) -> str:
    name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    return sentence.format(
        thing=thing, Thing=thing[0].upper() + thing[1:], name=name, Name=name, role=chance.choice(ROLES),
        year=chance.randint(2026, 2030), before=chance.randint(2005, 2014), count=chance.randint(40, 900),
        few=chance.randint(2, 39), cost=f"{chance.randint(1, 9)},{chance.randint(1, 9)}",
    )  # fmt: skip


class Shot:
    """The run, who of it lives, and what was seen of it."""

    def __init__(self, source: Path, output: Path) -> None:
        self.command = [sys.executable, "-m", "helpers", "corpus", str(source), str(output), "--workers", "2"]
        self.output = output
        self.seen: list[tuple[float, int, int, int]] = []  # time, parts, MiB of the elder worker, of the run itself
        self.killed_workers = self.killed_runs = 0
        self.run = self._begun()

    def _begun(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self.command, start_new_session=True, stdout=subprocess.DEVNULL)

    def workers(self) -> list[psutil.Process]:
        """The workers, elder first: processes of the run that have grown beyond what only watches."""
        found = []
        for process in psutil.Process(self.run.pid).children(recursive=True):
            try:
                if process.memory_info().rss > 300 << 20:
                    found.append((process.create_time(), process))
            except psutil.Error:
                continue
        return [process for _, process in sorted(found, key=lambda pair: pair[0])]

    def look(self) -> None:
        """Note how much is done, and the memory of the elder worker and of the run's own process."""
        workers = self.workers()
        try:
            elder = workers[0].memory_info().rss >> 20 if workers else 0
            own = psutil.Process(self.run.pid).memory_info().rss >> 20
        except psutil.Error:
            return
        self.seen.append((time.monotonic(), len(list((self.output / "done").glob("part-*"))), elder, own))

    def kill(self) -> None:
        """Kill the younger worker; every so often all of the run, and begin it again."""
        if (self.killed_workers + self.killed_runs + 1) % RUNS == 0:
            os.killpg(self.run.pid, signal.SIGKILL)
            self.run.wait()
            self.killed_runs += 1
            self.run = self._begun()
            return
        workers = self.workers()
        if len(workers) > 1:
            workers[-1].kill()
            self.killed_workers += 1


def shot_at(shot: Shot) -> Iterator[None]:
    """Look each five seconds and kill each minute until the run has ended."""
    last = time.monotonic()
    while shot.run.poll() is None:
        time.sleep(5)
        shot.look()
        if time.monotonic() - last >= EACH and shot.run.poll() is None:
            shot.kill()
            last = time.monotonic()
            yield


def main(folder: Path, releases: int) -> int:
    """Read under fire and tell; a release that is lost, twice there or another is raised."""
    source, output = folder / "in", folder / "out"
    for number in range(releases):
        path = source / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(release(number), encoding="utf-8")
    start = time.monotonic()
    shot = Shot(source, output)
    for _ in shot_at(shot):
        seconds, parts, elder, own = shot.seen[-1]
        print(f"{seconds - start:6.0f} s, {parts} parts, elder worker {elder} MiB, run {own} MiB", flush=True)
    took = time.monotonic() - start
    print(f"ended with {shot.run.returncode} after {took:.0f} s, {took / releases:.2f} s a release")
    print(f"killed: {shot.killed_workers} workers, {shot.killed_runs} whole runs")
    _tell_memory(shot.seen)
    _compare(Corpus(output), releases)
    return shot.run.returncode


def _tell_memory(seen: list[tuple[float, int, int, int]]) -> None:
    third = max(1, len(seen) // 3)
    for name, part in (("first", seen[:third]), ("second", seen[third : 2 * third]), ("last", seen[2 * third :])):
        elder, own = max(row[2] for row in part), max(row[3] for row in part)
        print(f"most in the {name} third: elder worker {elder} MiB, run {own} MiB")


def _compare(corpus: Corpus, releases: int) -> None:
    """Each release is there once, as it was written.

    Raises:
        AssertionError: one is lost, twice there, or another.
    """
    texts = dict(corpus.texts())
    names = corpus.releases["release"].tolist()
    assert len(names) == len(set(names)) == releases == len(texts), (len(names), len(set(names)))
    assert all(texts[f"{n // 1000:03}/{n:06}.txt"] == release(n) for n in range(releases))
    assert corpus.errors.empty
    counts = corpus.sql("SELECT sum(quotations) AS q, sum(statistics) AS s FROM releases")
    assert (counts["q"][0], counts["s"][0]) == (len(corpus.quotes), len(corpus.statistics))
    marks = len(list((corpus.folder / "done").iterdir()))
    parts = {name: len(part_paths(corpus.folder, name)) for name in SCHEMAS}
    assert set(parts.values()) == {marks} and not list(corpus.folder.rglob(".part-*"))
    rows = {name: len(corpus.table(name)) for name in SCHEMAS}
    print(f"nothing lost: {rows}, {marks} parts of each table")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000))
