"""How fast a reading is, as ratios within one run: ``make bench`` prints them and leaves build/bench.json.

Texts are those of ``--texts`` (a folder of French releases), else the invented ones of data/examples. Nothing here
passes or fails: machines differ, and a figure is read beside the one that it is compared with. The Makefile gives
matrices one thread, as Dask's workers have it, so that one core is compared with one core.
"""

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import spacy

from helpers import ReleaseError, analyse, french, load_release, paths
from helpers.archive import read_corpus
from helpers.archive.cluster import local_client
from helpers.numbers.amounts import read_amounts
from helpers.release.release import Release

SHORT = "Lac-{n}, le 3 mai 2021 – « Le {word} ouvrira », annonce la mairesse Anne {name}. Il a coûté {n} 000 $."


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make bench", description="Measure the reading, as ratios in one run.")
    parser.add_argument("--texts", type=Path, default=paths.EXAMPLES, help="a folder of French releases")
    parser.add_argument("--runs", type=int, default=5, help="runs of each measure, the median is told")
    parser.add_argument(
        "--releases", type=int, default=10_000, help="short releases that a worker's memory is watched over"
    )
    options = parser.parse_args(arguments)
    texts = list(_releases(options.texts))
    if not texts:
        parser.error(f"{options.texts}: no release in it; name a folder that has some")
    size = sum(len(release.text) for release in texts)
    print(f"{len(texts)} releases, {size:,} characters; median of {options.runs} runs", flush=True)
    rows: list[tuple[str, float, str]] = []
    for measure in (_reading, _numbers, _length, _start, _workers, _memory):
        for row in measure(texts, options):
            rows.append(row)
            print(f"  {row[0]:<72} {row[1]:>10,.3g} {row[2]}", flush=True)
    paths.BUILD.mkdir(exist_ok=True)
    told = {"releases": len(texts), "characters": size, "runs": options.runs}
    told["measures"] = [{"measure": name, "value": value, "unit": unit} for name, value, unit in rows]
    (paths.BUILD / "bench.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


_Rows = Iterator[tuple[str, float, str]]


def _releases(folder: Path) -> Iterator[Release]:
    for path in sorted(folder.glob("*.txt")):
        try:
            yield load_release(path)
        except ReleaseError as error:
            print(f"left out: {error}", file=sys.stderr)


def _paired(runs: int, **measures: Callable[[], object]) -> dict[str, list[float]]:
    """Seconds of each, in turn, so that a machine that slows down slows all of them; a first turn is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in measures}
    for turn in range(runs + 1):
        for name, run in measures.items():
            began = time.perf_counter()
            run()
            if turn:
                taken[name].append(time.perf_counter() - began)
    return taken


def _ratio(one: list[float], other: list[float]) -> float:
    return statistics.median(a / b for a, b in zip(one, other, strict=True))


def _reading(texts: list[Release], options: argparse.Namespace) -> _Rows:
    bare = spacy.load(french.MODEL)

    def whole() -> None:
        for release in texts:
            analysis = analyse(release)
            _ = analysis.quotes, analysis.statistics, analysis.sentences, analysis.tokens

    def needed() -> None:
        for release in texts:
            analysis = analyse(release)
            _ = analysis.quotes, analysis.statistics

    taken = _paired(
        options.runs,
        bare=lambda: [bare(release.text) for release in texts],
        piped=lambda: list(bare.pipe([release.text for release in texts])),
        parse=lambda: [french.parse(release) for release in texts],
        whole=whole,
        needed=needed,
    )
    yield "whole analysis, all tables / the model's bare parse", _ratio(taken["whole"], taken["bare"]), ""
    yield "quotations and statistics alone / the bare parse", _ratio(taken["needed"], taken["bare"]), ""
    yield (
        "quotations and statistics alone / the bare parse in batches (nlp.pipe)",
        _ratio(taken["needed"], taken["piped"]),
        "",
    )
    yield "our parse alone / the bare parse", _ratio(taken["parse"], taken["bare"]), ""
    yield "quotations and statistics / our own parse", _ratio(taken["needed"], taken["parse"]), ""


def _numbers(texts: list[Release], options: argparse.Namespace) -> _Rows:
    documents = [french.parse(release) for release in texts]
    taken = _paired(options.runs, amounts=lambda: [read_amounts(document) for document in documents])
    size, seconds = sum(len(release.text) for release in texts), statistics.median(taken["amounts"])
    yield "numbers with value and unit", size / seconds / 1e6, "million characters a second"
    yield "numbers of a text of 5,000 characters", 5000 * seconds / size * 1000, "ms"


def _length(texts: list[Release], options: argparse.Namespace) -> _Rows:
    """A text of four times the length, made of the texts that there are."""
    body = "\n\n".join(release.text for release in texts)[:40_000]
    short, long = Release.from_text(body[: len(body) // 4]), Release.from_text(body)

    def read(release: Release) -> None:
        analysis = analyse(release)
        _ = analysis.quotes, analysis.statistics, analysis.sentences, analysis.tokens

    taken = _paired(options.runs, short=lambda: read(short), long=lambda: read(long))
    yield "time of a text four times as long, by length (1 is linear)", _ratio(taken["long"], taken["short"]) / 4, ""


def _start(texts: list[Release], options: argparse.Namespace) -> _Rows:
    def process(code: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)

    load = f"import spacy; spacy.load({french.MODEL!r})"
    export = f"from helpers.__main__ import main; main([{str(paths.RELEASE)!r}])"
    taken = _paired(
        options.runs,
        nothing=process("pass"),
        imported=process("import helpers"),
        load=process(load),
        export=process(export),
    )
    middle = {name: statistics.median(seconds) for name, seconds in taken.items()}
    yield "import helpers", middle["imported"] - middle["nothing"], "s"
    yield "load of the model, as a process of its own", middle["load"], "s"
    yield (
        "export of the release, as a process of its own / load of the model",
        _ratio(taken["export"], taken["load"]),
        "",
    )
    yield "export of the release beyond the load of the model", middle["export"] - middle["load"], "s"


def _workers(texts: list[Release], options: argparse.Namespace) -> _Rows:
    """Throughput of two workers against one, their start and the model's load left out; twice the releases, too."""
    many = max(1, 400_000 // sum(len(release.text) for release in texts))
    with tempfile.TemporaryDirectory() as scratch:
        source, twice = Path(scratch) / "in", Path(scratch) / "twice"
        for folder, copies in ((source, many), (twice, 2 * many)):
            folder.mkdir()
            for copy in range(copies):
                for number, release in enumerate(texts):
                    place = folder / f"{copy:03}-{number:03}.txt"
                    place.write_text(release.text, encoding="utf-8", newline="")
        seconds: dict[tuple[int, Path], list[float]] = {}
        for workers in (1, 2):
            with local_client(workers) as client:
                for folder in (source, source, twice, source, twice):
                    out = Path(scratch) / "out"
                    shutil.rmtree(out, ignore_errors=True)
                    began = time.perf_counter()
                    read_corpus(folder, out, client, partition=4)  # small, so that no worker waits long at the end
                    seconds.setdefault((workers, folder), []).append(time.perf_counter() - began)
    one = min(seconds[1, source][1:])
    yield "releases a second, two workers / one", min(seconds[1, twice]) / min(seconds[2, twice]), ""
    yield "time of twice the releases, by their number (1 is linear)", min(seconds[1, twice]) / one / 2, ""
    yield "one worker reads, with Parquet written", many * len(texts) / one, "releases a second"


def _memory(texts: list[Release], options: argparse.Namespace) -> _Rows:
    """A worker's memory after a tenth of many short releases and after all; each brings words never seen."""
    drawn = random.Random(1)

    def word() -> str:
        return "".join(drawn.choices("abcdefghilmnoprstuv", k=9))

    with tempfile.TemporaryDirectory() as scratch:
        rows = ["release,text"]
        for n in range(options.releases):
            text = SHORT.format(n=n + 100, word=word(), name=word().title())
            rows.append(f'{n},"{text}"')
        table = Path(scratch) / "many.csv"
        table.write_text("\n".join(rows) + "\n", encoding="utf-8")
        with local_client(1) as client:
            used: list[tuple[int, float]] = []

            def watch(progress: object) -> None:
                used.append((progress.releases, max(client.run(_resident).values())))

            read_corpus(table, Path(scratch) / "out", client, partition=100, on_progress=watch)

    def at(count: int) -> int:
        return next(memory for releases, memory in used if releases >= count)

    few, all_of_them = options.releases // 10, options.releases
    yield f"memory of a worker after {all_of_them:,} releases / after {few:,}", at(all_of_them) / at(few), ""
    yield f"memory of a worker after {all_of_them:,} releases", at(all_of_them) / 2**20, "MiB"


def _resident() -> int:
    import psutil

    return psutil.Process().memory_info().rss


if __name__ == "__main__":
    sys.exit(main())
