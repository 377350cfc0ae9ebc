"""The parts of an archive's first page: findings, then a list for each question, with a figure where one tells more."""

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

import pandas as pd

from helpers import archive, charts
from helpers.archive import UNKNOWN, Corpus
from helpers.archive.voice_names import Aliases
from helpers.report.archive_lists import (
    MOST_ROWS,
    Cell,
    Link,
    Listing,
    count,
    day,
    numbers,
    plain,
    share,
    some_of,
    text_of,
)


class Places(Protocol):
    """What makes cells that lead to the pages of voices and texts."""

    releases: pd.DataFrame

    def named(self, name: str, only_in: str | None = None) -> Cell: ...

    def at(self, release: str, start: int, text: str, behind: str = "") -> Cell: ...

    def file_of(self, release: str) -> str: ...

    def links(self, releases: Sequence[str]) -> Cell: ...


class Parts:
    """What the first page of an archive says."""

    def __init__(self, corpus: Corpus, aliases: Aliases | None, places: Places) -> None:
        self._corpus, self._aliases, self._places = corpus, aliases, places

    @cached_property
    def title(self) -> str:
        """How many releases of how many issuers, from when to when."""
        (row,) = self._corpus.sql(
            "SELECT count(*) AS releases, count(DISTINCT issuer) AS issuers, min(date) AS first, max(date) AS last "
            "FROM releases"
        ).itertuples()
        told = count(row.releases, "release")
        told += f" of {count(row.issuers, 'issuer')}" if row.issuers else ""
        return told + (f", {row.first} to {row.last}" if row.first is not None and row.first == row.first else "")

    def findings(self) -> list[tuple[str, str]]:
        """What stands out, each with the part that shows it; nothing of what there is nothing."""
        quotations, changed = self._again["group"].nunique(), len(self._reworded)
        found = [
            ("voices", self._most_heard()),
            ("women", self._women_heard()),
            ("differences", self._most_different()),
            ("again", f"{count(quotations, 'quotation')} in several releases, word for word." if quotations else ""),
            ("reworded", f"{count(changed, 'quotation')} again in other words." if changed else ""),
            ("own", self._closed()),
        ]
        return [(anchor, text) for anchor, text in found if text]

    def listings(self) -> list[Listing]:
        """The parts in their order."""
        return [
            self._voices_part(), *self._women_parts(), self._months_part(), self._differences_part(),
            self._figures_part(), self._again_part(), self._reworded_part(), self._contained_part(), self._own_part(),
            self._unknown_part(), self._texts_part(),
        ]  # fmt: skip

    # --- what is asked -------------------------------------------------------------------------

    @cached_property
    def _voices(self) -> pd.DataFrame:
        """One row a voice, over all issuers."""
        table = archive.voices(self._corpus, aliases=self._aliases)
        rows = table.groupby(["speaker_name", "only_in"], dropna=False, sort=False).agg(
            speaker_kind=("speaker_kind", "first"), speaker_role=("speaker_role", "first"),
            issuers=("issuer", lambda names: tuple(dict.fromkeys(names))), quotations=("quotations", "sum"),
            words=("words", "sum"), releases=("releases", "sum"),
        )  # fmt: skip
        return rows.reset_index().sort_values(["words", "speaker_name"], ascending=[False, True], kind="stable")

    @cached_property
    def _women(self) -> pd.DataFrame:
        return archive.women(self._corpus, aliases=self._aliases)

    @cached_property
    def _differences(self) -> pd.DataFrame:
        return archive.differences(self._corpus, most=MOST_ROWS)

    @cached_property
    def _again(self) -> pd.DataFrame:
        return archive.repeated_quotations(self._corpus)

    @cached_property
    def _reworded(self) -> pd.DataFrame:
        return archive.reworded(self._corpus, aliases=self._aliases)

    @cached_property
    def _own(self) -> pd.DataFrame:
        return archive.own_voices(self._corpus, aliases=self._aliases)

    # --- findings ------------------------------------------------------------------------------

    def _most_heard(self) -> str:
        for row in self._voices.head(1).itertuples():
            where = f"{count(row.releases, 'release')} of {some_of(row.issuers)}"
            return f"{row.speaker_name} is heard most: {count(row.words, 'word')} in {where}."
        return ""

    def _women_heard(self) -> str:
        words = self._women["words"].sum()
        if not words:
            return ""
        part = self._women["words_of_women"].sum() / words
        return f"Women have {part:.0%} of the quoted words of persons whose gender is told."

    def _most_different(self) -> str:
        for row in self._differences.head(1).itertuples():
            told = f"of {count(len(self._differences), 'pair')} the closest: {row.one_text} and {row.other_text}"
            return f"Numbers on one thing differ; {told} ({row.thing})."
        return ""

    def _closed(self) -> str:
        alone = self._own[self._own["only_themselves"]]["issuer"]
        return f"{count(len(alone), 'issuer')} quote only themselves: {some_of(alone)}." if len(alone) else ""

    # --- lists ---------------------------------------------------------------------------------

    def _voices_part(self) -> Listing:
        rows = [
            [self._places.named(row.speaker_name, row.only_in), Cell(row.speaker_kind),
             Cell(text_of(row.speaker_role), is_french=True), Cell(some_of(row.issuers)),
             *numbers(row.quotations, row.words, row.releases)]
            for row in self._voices.head(MOST_ROWS).itertuples()
        ]  # fmt: skip
        heads = ("voice", "kind", "role", "in releases of", "quotations", "words", "releases")
        return Listing("Voices", "voices", heads, rows, len(self._voices), "Those with most words first.")

    def _women_parts(self) -> list[Listing]:
        genders = archive.genders(self._corpus, aliases=self._aliases)
        note = "Persons alone, as far as a title, a function, agreement or a first name tells."
        months = self._women.assign(month=self._women["month"].fillna(UNKNOWN))
        rows = [
            [
                Cell(row.issuer),
                Cell(row.month),
                *numbers(row.words_of_women, row.words),
                share(row.words_of_women, row.words),
            ]
            for row in months.head(MOST_ROWS).itertuples()
        ]
        heads = ("issuer", "month", "words of women", "words of both", "share")
        return [
            plain("Women and men", "gender", genders, note=note),
            Listing("Women’s share by issuer and month", "women", heads, rows, len(months),
                    chart=charts.women_heard(self._women), is_folded=True),
        ]  # fmt: skip

    def _months_part(self) -> Listing:
        months = archive.timeline(self._corpus)
        return plain("Releases over time", "months", months, chart=charts.timeline(months), is_folded=True)

    def _differences_part(self) -> Listing:
        table = self._differences
        rows = [
            [Cell(row.kind), Cell(row.thing, is_french=True),
             self._places.at(row.one_release, row.one_start, row.one_text, f" {row.one_issuer}"),
             self._places.at(row.other_release, row.other_start, row.other_text, f" {row.other_issuer}"),
             Cell(row.why)]
            for row in table.itertuples()
        ]  # fmt: skip
        note = "Numbers on what looks like one thing, the closest first. That they differ does not make one wrong."
        heads = ("how", "thing", "one", "other", "why they may")
        return Listing("Numbers that differ", "differences", heads, rows, len(rows), note)

    def _figures_part(self) -> Listing:
        table = archive.repeated_figures(self._corpus)
        rows = [
            [Cell(row.thing, is_french=True), Cell(row.text, is_french=True), *numbers(row.wordings),
             self._places.links(row.releases)]
            for row in table.head(MOST_ROWS).itertuples()
        ]  # fmt: skip
        heads = ("thing", "figure", "wordings", "releases")
        return Listing("Figures that come again", "figures", heads, rows, len(table))

    def _again_part(self) -> Listing:
        """One row a quotation: its first words, and where it stands."""
        rows = []
        for _, uses in list(self._again.groupby("group"))[:MOST_ROWS]:
            first = uses.iloc[0]
            rows.append(
                [Cell(text_of(first["speaker_name"])), self._places.at(first["release"], first["start"], first["text"]),
                 Cell(some_of(dict.fromkeys(uses["issuer"]))), *numbers(len(uses))]
            )  # fmt: skip
        heads = ("voice", "quotation, as it stands first", "in releases of", "times")
        return Listing("Quotations that come again", "again", heads, rows, self._again["group"].nunique())

    def _reworded_part(self) -> Listing:
        rows = [
            [self._places.named(row.speaker_name),
             self._places.at(row.one_release, row.one_start, row.one_text, f" {row.one_issuer}"),
             self._places.at(row.other_release, row.other_start, row.other_text, f" {row.other_issuer}"),
             Cell(row.only_one, is_french=True), Cell(row.only_other, is_french=True)]
            for row in self._reworded.head(MOST_ROWS).itertuples()
        ]  # fmt: skip
        heads = ("voice", "earlier", "later", "only earlier", "only later")
        note = "The same said by one voice, but words are left out, added, changed or reported."
        return Listing("Quotations in two wordings", "reworded", heads, rows, len(self._reworded), note)

    def _contained_part(self) -> Listing:
        table = archive.contained(self._corpus)
        rows = [
            [self._places.links([row.release]), self._places.links([row.inside]), share(row.share, 1),
             Cell(row.passage, is_french=True)]
            for row in table.head(MOST_ROWS).itertuples()
        ]  # fmt: skip
        heads = ("text", "inside", "of it", "longest passage")
        return Listing("Texts inside longer ones", "inside", heads, rows, len(table))

    def _own_part(self) -> Listing:
        rows = [
            [Cell(row.issuer), Cell("yes" if row.only_themselves else "no"),
             *numbers(row.releases, row.own, row.others, row.not_told), Cell(some_of(row.other_voices))]
            for row in self._own.head(MOST_ROWS).itertuples()
        ]  # fmt: skip
        heads = ("issuer", "only itself", "releases", "own voices", "others’", "not told", "others")
        note = "Quotations of an issuer’s own voices, by name, function or affiliation, and of those of others."
        return Listing("Whom issuers quote", "own", heads, rows, len(self._own), note)

    def _unknown_part(self) -> Listing:
        table = archive.without_issuer_or_date(self._corpus)
        rows = [[self._places.links([row.release]), Cell(row.missing)] for row in table.head(MOST_ROWS).itertuples()]
        note = "A table beside the files, or columns of their source, can tell it."
        return Listing("Without issuer or day", "unknown", ("file", "missing"), rows, len(table), note)

    def _texts_part(self) -> Listing:
        rows = [
            [
                day(row.date),
                Cell(row.issuer),
                Cell(links=[Link(self._places.file_of(row.release), row.title)], is_french=True),
            ]
            for row in self._places.releases.itertuples()
        ]
        return Listing("All texts", "texts", ("date", "issuer", "text"), rows, len(rows))
