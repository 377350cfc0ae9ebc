"""Two readings side by side: speakers, figures that differ, passages that both have, measures beside the usual."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import pandas as pd
from markupsafe import Markup

from helpers import charts, language
from helpers.analysis import Analysis
from helpers.archive.disagreements import among
from helpers.archive.figures import bounded, content_words
from helpers.archive.sql import UNKNOWN
from helpers.markup import Html, table
from helpers.markup.marked import Layer, layers_of, woven
from helpers.markup.speakers import speaker_colours
from helpers.report.common_passages import LEAST, Passage, common_passages
from helpers.report.shelf import folder_of, title_of
from helpers.text.translation import counted, day, localised, translate
from helpers.text.typography import fold

MOST_PAIRS = 10
"""Comparisons that one call makes: of more releases those pairs that have most words in common."""
SIDES = ("A", "B")
_AROUND = 200  # characters on either side of a number that tell what it is about


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two readings, called A and B in what is told of them."""

    one: Analysis
    other: Analysis

    @property
    def file(self) -> str:
        """The name of its page, by the folders of the two reports."""
        return f"{folder_of(self.one.release)}--{folder_of(self.other.release)}.html"

    @property
    def both(self) -> tuple[Analysis, Analysis]:
        return self.one, self.other

    @cached_property
    def passages(self) -> list[Passage]:
        """What both say in the same words."""
        return common_passages(self.one.release, self.other.release)

    @cached_property
    def speakers(self) -> pd.DataFrame:
        """Who is heard in either, with words and share of each text; those whom both hear first.

        ``speaker``, ``capacity`` (as first told), ``words in A``, ``share in A`` (per cent), the same of B.
        """
        heard = [language.voice_words(reading.release, reading.quotes) for reading in self.both]
        names = {fold(str(name)): str(name) for voices in reversed(heard) for name in voices.index}
        rows = []
        for key, name in names.items():
            counts = [int(sum(n for who, n in voices.items() if fold(str(who)) == key)) for voices in heard]
            rows.append((name, self._role(key), *counts))
        rows.sort(key=lambda row: (not (row[2] and row[3]), -row[2] - row[3], row[0]))
        found = pd.DataFrame(rows, columns=["speaker", "capacity", *(f"words in {side}" for side in SIDES)])
        for side, reading in zip(SIDES, self.both, strict=True):
            share = 100 * found[f"words in {side}"] / max(1, reading.release.words)
            found.insert(found.columns.get_loc(f"words in {side}") + 1, f"share in {side}", share.astype(float))
        return found

    def _role(self, key: str) -> str | None:
        quotes = pd.concat([reading.quotes[["speaker_name", "speaker_role"]] for reading in self.both])
        told = quotes.dropna()
        of_speaker = told[told["speaker_name"].map(fold) == key]
        return next(iter(of_speaker["speaker_role"]), None)

    @cached_property
    def _figures(self) -> pd.DataFrame:
        return pd.concat([_figures(reading, side) for side, reading in zip(SIDES, self.both, strict=True)])

    @cached_property
    def differing(self) -> pd.DataFrame:
        """Numbers of the two on what looks like the same thing that differ, surest first (``archive.differences``).

        ``thing``, ``A``, ``B`` (the numbers as printed, with their unit), ``why`` (what may explain it), ``words in
        common`` (why they are taken to be on the same thing).
        """
        rows = []
        for row in among(self._figures).itertuples():
            said = {row.one_release: row.one_text, row.other_release: row.other_text}
            rows.append((row.thing, *(said[side] for side in SIDES), row.why, row.shared))
        return pd.DataFrame(rows, columns=["thing", *SIDES, "why", "words in common"])

    @cached_property
    def agreeing(self) -> pd.DataFrame:
        """Numbers that both give of the same thing: ``thing``, ``A``, ``B`` (as printed, with their unit)."""
        figures = self._figures
        keyed = figures.assign(key=[" ".join(sorted(content_words(thing))) for thing in figures["thing"]])
        keyed = keyed[keyed["key"] != ""].assign(unit=keyed["unit"].astype(object).where(keyed["unit"].notna(), ""))
        mine, theirs = (keyed[keyed["release"] == side].drop_duplicates(["key", "value", "unit"]) for side in SIDES)
        both = mine.merge(theirs, on=["key", "value", "unit"], suffixes=("_a", "_b"))
        told = {
            side: [_with_unit(*row) for row in zip(both[f"text_{side.lower()}"], both["unit"], strict=True)]
            for side in SIDES
        }
        return pd.DataFrame({"thing": both["thing_a"], **told})

    @cached_property
    def _beside(self) -> list[pd.DataFrame]:
        return [language.beside_norms(language.profile(reading)) for reading in self.both]

    @cached_property
    def measures(self) -> pd.DataFrame:
        """Each measure of both beside what is usual for releases (a fifth lie under ``low``, a fifth over ``high``)."""
        mine, theirs = self._beside
        merged = mine.merge(theirs, on=["measure", "unit"], suffixes=("", "_other"))
        names = {"value": "A", "verdict": "verdict on A", "value_other": "B", "verdict_other": "verdict on B"}
        columns = ["measure", "unit", "A", "B", "low", "median", "high", "verdict on A", "verdict on B"]
        return merged.rename(columns=names)[columns]

    def chart(self) -> charts.Chart:
        """Where both lie among other releases, measure by measure."""
        return charts.norms_compared(*self._beside, names=SIDES)

    def glance(self) -> pd.DataFrame:
        """The two in short: ``what``, ``A``, ``B``."""
        return pd.DataFrame({"what": list(_facts(self.one)), "A": _facts(self.one).values(),
                             "B": _facts(self.other).values()})  # fmt: skip

    def findings(self) -> list[str]:
        """What sets them apart and what they share, a sentence each."""
        both = self._in_both()
        apart = [f"{row.thing} ({row.A} | {row.B})" for row in self.differing.itertuples()]
        return [
            self._shared_words(),
            translate("Heard in both: {names}.", names=", ".join(both)) if both
            else translate("Nobody is heard in both."),
            translate("Figures on the same thing that differ: {figures}.", figures=", ".join(apart)) if apart
            else translate("No two figures on the same thing differ."),
            self._unusual(),
        ]  # fmt: skip

    def _in_both(self) -> list[str]:
        both = (self.speakers["words in A"] > 0) & (self.speakers["words in B"] > 0)
        return self.speakers.loc[both, "speaker"].tolist()

    def _shared_words(self) -> str:
        if not self.passages:
            return translate("No passage of {least} words or more stands in both.", least=LEAST)
        count = sum(passage.words for passage in self.passages)
        parts = {s: localised(f"{min(1, count / max(1, r.release.words)):.0%}")
                 for s, r in zip(SIDES, self.both, strict=True)}  # fmt: skip
        return translate(
            "{passages} of {least} words or more in both, {words}: {A} of A and {B} of B.",
            passages=counted(len(self.passages), "passage", "passages"), least=LEAST,
            words=counted(count, "word", "words"), **parts,
        )  # fmt: skip

    def _unusual(self) -> str:
        verdicts = self.measures[["verdict on A", "verdict on B"]]
        told = (verdicts != "not told").all(axis="columns")
        apart = self.measures[told & (verdicts["verdict on A"] != verdicts["verdict on B"])]
        if apart.empty:
            return translate("Beside other releases no measure sets them apart.")
        names = ", ".join(map(translate, apart["measure"]))
        return translate(
            "Of {all} measures {some} set them apart: {names}.", all=len(self.measures), some=len(apart), names=names
        )

    def texts(self) -> list[list[Markup]]:
        """The paragraphs of both, quotations marked by speaker, what stands in both marked and led to by number."""
        colours = speaker_colours(pd.concat([reading.quotes for reading in self.both]))
        shared = ([(p.start, p.end) for p in self.passages], [(p.other_start, p.other_end) for p in self.passages])
        woven_texts = []
        for side, reading, places in zip(SIDES, self.both, shared, strict=True):
            release = reading.release
            layers = [*_anchors(places, side.lower()), *layers_of(reading.quotes, colours)]
            woven_texts.append([woven(release.text, p.start, p.end, layers) for p in release.paragraphs])
        return woven_texts

    def listed(self) -> list[tuple[int, str, int]]:
        """The passages in both, longest first: number, words as A has them, how many."""
        texts = [(n, " ".join(self.one.release.text[p.start : p.end].split()), p.words)
                 for n, p in enumerate(self.passages, 1)]  # fmt: skip
        return sorted(texts, key=lambda row: (-row[2], row[0]))

    def tables(self) -> dict[str, Html]:
        """The tables of the page by what they are called there."""
        return {
            "glance": table(self.glance()),
            "speakers": table(self.speakers),
            "differing": table(self.differing),
            "agreeing": table(self.agreeing),
            "measures": table(self.measures),
        }


def comparisons(readings: Sequence[Analysis], most: int = MOST_PAIRS) -> list[Comparison]:
    """Each two of the readings in order; of more pairs than ``most`` those that have most words in common."""
    pairs = [Comparison(*pair) for pair in combinations(readings, 2)]
    if len(pairs) <= most:
        return pairs
    return sorted(pairs, key=lambda pair: -sum(p.words for p in pair.passages))[:most]


def _with_unit(number: str, unit: str | None) -> str:
    """A number as printed, behind it its unit where that is not part of it: *4,2 millions EUR*, *40 %*."""
    return number if not unit or number.endswith(unit) else f"{number}\u00a0{translate(unit)}"


def _facts(reading: Analysis) -> dict[str, str | None]:
    release, quotes = reading.release, reading.quotes
    share = language.voice_words(release, quotes).sum() / max(1, release.words)
    return {
        "title": title_of(release),
        "issued by": release.issuer,
        "place": release.place,
        "date": release.date and day(release.date.isoformat()),
        "words": localised(f"{release.words:,}"),
        "of these quoted": localised(f"{share:.0%}"),
        "named voices": str(quotes["speaker_name"].nunique()),
        "numbers that count": str(len(reading.statistics)),
        "file": release.name,
    }


def _figures(reading: Analysis, side: str) -> pd.DataFrame:
    """The statistics of a reading as ``archive.figures`` gives them, ``release`` being the side."""
    release = reading.release
    told = reading.statistics[reading.statistics["of"].notna()]
    return bounded(
        told.assign(
            release=side,
            date=release.date,
            issuer=release.issuer or UNKNOWN,
            before=[release.text[max(0, start - _AROUND) : start] for start in told["start"]],
            behind=[release.text[end : end + _AROUND] for end in told["end"]],
        )
    )


def _anchors(places: Iterable[tuple[int, int]], side: str) -> list[Layer]:
    """A mark around each passage with a place to lead to; ``side`` keeps the two texts apart."""
    opening = Markup('<mark class="shared" id="{}{}">')
    return [Layer(s, e, opening.format(side, n), Markup("</mark>")) for n, (s, e) in enumerate(places, 1)]
