"""Release → Analysis: every table of a reading in one object."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from spacy.tokens import Doc

from helpers import french, markup
from helpers.entities.directory import Directory
from helpers.french.document import ReleaseDoc
from helpers.markup import Html, cards
from helpers.numbers import claims
from helpers.numbers.amounts import Amounts, read_amounts
from helpers.numbers.quantities import not_statistics, quantities
from helpers.numbers.roles import telling
from helpers.quotes.model import Quotation
from helpers.quotes.quotations import quotations
from helpers.release.release import Release
from helpers.speakers.mentions import spoken
from helpers.speakers.resolution import attributed
from helpers.text import schema
from helpers.text.escapes import on_screen
from helpers.text.frames import in_place, typed
from helpers.text.translation import counted, translate
from helpers.text.typography import words

QUOTE_TYPES = schema.types("quotes")


@dataclass(frozen=True, eq=False)
class Analysis:
    """A release read. Every table's ``start`` and ``end`` are offsets of ``release.text``.

    The parse is there at once; each table is made when it is first asked for, so that who wants the quotations
    alone pays for nothing else.
    """

    document: ReleaseDoc
    release: Release

    @property
    def doc(self) -> Doc:
        """The parse; token offsets are offsets of ``release.text``, or of its normal form where it has one."""
        return self.document.doc

    @cached_property
    def normal(self) -> "Analysis":
        """The same of the release's normal form, all places in that; itself where there is none."""
        return Analysis(self.document, self.release.normal) if self.release.normal else self

    @cached_property
    def amounts(self) -> Amounts:
        """The amounts of the release, and its numbers that are none."""
        return read_amounts(self.document)

    @cached_property
    def spans(self) -> tuple[Quotation, ...]:
        """Where the quotations are, of what kind and by which cue, in order of the text; whose is not yet said."""
        return tuple(quotations(self.document))

    @cached_property
    def directory(self) -> Directory:
        """The persons and bodies that the release names."""
        return Directory.of(self.document, spoken(self.document, self.spans))

    @cached_property
    def quotes(self) -> pd.DataFrame:
        """The quotations with their speakers: see ``quote_table``."""
        return self._table("quotes", quote_table)

    @cached_property
    def statistics(self) -> pd.DataFrame:
        """See ``quantities.quantities``; ``speaker_name``: whose quotation the number stands in."""
        return self._table("statistics", lambda read: _with_speakers(quantities(read.amounts), read.quotes))

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """See ``french.sentence_table``."""
        return self._table("sentences", lambda read: french.sentence_table(read.document))

    @cached_property
    def tokens(self) -> pd.DataFrame:
        """See ``french.token_table``."""
        return self._table("tokens", lambda read: french.token_table(read.document))

    @cached_property
    def not_statistics(self) -> pd.DataFrame:
        """The figures that are no statistics: see ``quantities.not_statistics``."""
        return self._table("not_statistics", lambda read: not_statistics(read.amounts))

    @cached_property
    def comparisons(self) -> pd.DataFrame:
        """Pairs of numbers that a sentence compares: see ``claims.comparisons``."""
        return self._table("comparisons", lambda read: claims.comparisons(read.statistics, read.document))

    @cached_property
    def stated_changes(self) -> pd.DataFrame:
        """Changes that are stated beside a comparison: see ``claims.stated_changes``."""
        return self._table(
            "stated_changes", lambda read: claims.stated_changes(read.statistics, read.comparisons, read.document)
        )

    @cached_property
    def share_totals(self) -> pd.DataFrame:
        """Lists of shares that are added up: see ``claims.share_totals``."""
        return self._table("share_totals", lambda read: claims.share_totals(read.statistics, read.release))

    def _table(self, name: str, make: Callable[["Analysis"], pd.DataFrame]) -> pd.DataFrame:
        if self.normal is self:
            return make(self)
        return in_place(getattr(self.normal, name), self.release.form)

    @cached_property
    def colours(self) -> dict[str, str]:
        """The colour of each speaker, in the order of their numbers (``markup.speaker_colours``)."""
        return markup.speaker_colours(self.quotes)

    def quotation(self, number: int) -> "AttributedQuotation":
        """One row of ``quotes``, from 0, as an object that shows itself.

        Raises:
            IndexError: there is no such row.
        """
        if not 0 <= number < len(self.quotes):
            raise IndexError(f"no quotation {number}; {self.release.name} has {len(self.quotes)}, counted from 0")
        row = {str(name): _plain(value) for name, value in self.quotes.iloc[number].items()}
        return AttributedQuotation(self.release, number, row, self.colours)

    def quotations(self) -> Iterator["AttributedQuotation"]:
        """The rows of ``quotes`` in order, as objects that show themselves."""
        return (self.quotation(number) for number in range(len(self.quotes)))

    @cached_property
    def numbers(self) -> pd.DataFrame:
        """The statistics that say something (``numbers.telling``)."""
        return telling(self.statistics)

    @cached_property
    def told(self) -> str:
        """What was found, counted, in one line: what is merely narrated is no quotation, and its source no voice."""
        quotes = self.quotes[self.quotes["kind"] != "narrated"]
        kinds = ", ".join(counted(count, kind, kind) for kind, count in Counter(quotes["kind"]).most_common())
        first = counted(len(quotes), "quotation", "quotations")
        others = (
            counted(quotes["speaker_name"].nunique(), "named voice", "named voices"),
            counted(len(self.quotes) - len(quotes), "narrated point", "narrated points"),
            counted(len(self.numbers), "telling number", "telling numbers"),
            counted(len(self.sentences), "sentence", "sentences"),
        )
        return ", ".join([first + (f" ({kinds})" if kinds else ""), *others])

    def __repr__(self) -> str:
        return translate("Analysis of {name}: {found}", name=self.release.name, found=self.told)

    def brief(self) -> Html:
        """The reading in brief without its text: voices and numbers."""
        return cards.reading_card(self.quotes, self.numbers, repr(self))

    def _repr_html_(self) -> str:
        return cards.analysis_card(self.release, self.quotes, self.numbers, repr(self)).html

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": repr(self)}


class AttributedQuotation:
    """A row of ``analysis.quotes`` as an object that shows itself; its columns are its attributes.

    ``release`` is the release, ``number`` the row, from 0.
    """

    def __init__(
        self,
        release: Release,
        number: int,
        values: Mapping[str, object],
        colours: Mapping[str, str] | None = None,
    ) -> None:
        self.release, self.number, self._values, self._colours = release, number, dict(values), colours

    def __getattr__(self, name: str) -> object:
        if name.startswith("_") or name not in self._values:
            raise AttributeError(f"a quotation has no {name!r}; it has {', '.join(QUOTE_TYPES)}")
        return self._values[name]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._values]

    def row(self) -> Mapping[str, object]:
        """The values by column, as in ``analysis.quotes``."""
        return dict(self._values)

    def __repr__(self) -> str:
        return on_screen(
            f"Quotation {self.number}, {self.kind}, {self.speaker_name or 'unknown'}, rule “{self.rule}”, "
            f"confidence {self.confidence}, {self.start}–{self.end}: {self.text}"
        )

    def _repr_html_(self) -> str:
        return cards.quotation_card(self.release, self.row(), self.number, repr(self), self._colours).html

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": repr(self)}


def _plain(value: object) -> object:
    """A cell as Python's own: whole numbers as int, gaps as None."""
    return None if pd.isna(value) else value.item() if hasattr(value, "item") else value


@schema.tells("quotes", "statistics", "sentences", "tokens")
def analyse(release: Release) -> Analysis:
    """Read a release: quotations with their speakers, statistics, sentences, tokens."""
    return Analysis(french.parse(release), release)


@schema.tells("quotes")
def quote_table(analysis: Analysis) -> pd.DataFrame:
    """The quotations of a release with their speakers, in order of the text."""
    release = analysis.release
    text = release.text
    rows = []
    persons = {person.name for person in analysis.directory.persons}
    for quote, whose in zip(analysis.spans, attributed(analysis.directory, analysis.spans), strict=True):
        cue, mention, speaker = quote.cue, quote.mention, whose.speaker
        rows.append(
            {
                "start": quote.start,
                "end": quote.end,
                "text": text[quote.start : quote.end],
                "kind": quote.kind,
                "cue_start": cue.start if cue else None,
                "cue_end": cue.end if cue else None,
                "cue_text": text[cue.start : cue.end] if cue else None,
                "cue_lemma": cue.lemma if cue else None,
                "cue_class": cue.word_class if cue else None,
                "speaker_start": mention[0] if mention else None,
                "speaker_end": mention[1] if mention else None,
                "speaker_text": text[slice(*mention)] if mention else None,
                "speaker_name": speaker.name,
                "speaker_role": speaker.role,
                "speaker_roles": "; ".join(speaker.roles) or None,
                "speaker_affiliation": speaker.affiliation,
                "speaker_gender": speaker.gender if speaker.is_person(persons) else None,
                "speaker_probability": round(whose.probability, 3),
                "alternatives": whose.alternative,
                "rule": quote.rule,
                "confidence": whose.confidence,
                "probability": quote.probability if quote.probability is None else round(quote.probability, 3),
                "evidence": "; ".join(f"{name} {added:+.2f}" for name, added in quote.evidence) or None,
                "continues": quote.continues,
                "paragraph": release.paragraph_at(quote.start),
                "words": len(words(text[quote.start : quote.end])),
            }
        )
    return typed(rows, QUOTE_TYPES)


def _with_speakers(statistics: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Add ``speaker_name``: whose quotation the number stands in, the narrowest where they nest."""
    names = []
    for start, end in zip(statistics["start"], statistics["end"], strict=True):
        around = quotes[(quotes["start"] <= start) & (end <= quotes["end"])]
        narrowest = (around["end"] - around["start"]).idxmin() if len(around) else None
        names.append(None if narrowest is None else around.loc[narrowest, "speaker_name"])
    return statistics.assign(speaker_name=pd.Series(names, index=statistics.index, dtype=object))
