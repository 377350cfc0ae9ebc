"""What many releases show together: voices, claims that come again or disagree, and every hit in its place.

Functions over a ``Corpus``, for journalists and monitoring teams: who speaks for whom, what one person says on a
subject over time, where releases of different issuers differ in fact (what reporters asked for in Newell et al. 2018).
The large tables are read by DuckDB and need not fit into memory; results are small, and in a fixed order.
"""

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers import lexicon, markup
from helpers.archive.corpus import Corpus
from helpers.text.typography import fold, word_form, words

if TYPE_CHECKING:
    from datasketch import MinHash

UNKNOWN = "not stated"
"""Stands for an issuer or a gender that the release does not tell."""

_ISSUER = f"coalesce(issuer, '{UNKNOWN}')"
_OF = "JOIN releases USING (release)"
_SPOKEN = "kind IN ('direct', 'indirect', 'mixed')"
_IN_ORDER = 'ORDER BY date NULLS LAST, release, start, "end" DESC'


# --- who speaks --------------------------------------------------------------------------------


def voices(corpus: Corpus) -> pd.DataFrame:
    """Who is quoted in whose releases: the voices with most words first.

    Returns:
        One row a speaker and issuer: ``speaker_name``, ``speaker_role`` (the one given most often), ``issuer``,
        ``quotations`` (direct, indirect and mixed), ``words``, ``releases``.
    """
    return corpus.sql(
        f"""SELECT speaker_name, mode(speaker_role) AS speaker_role, {_ISSUER} AS issuer,
            count(*) AS quotations, sum(quotes.words)::BIGINT AS words, count(DISTINCT release) AS releases
            FROM quotes {_OF} WHERE {_SPOKEN} AND speaker_name IS NOT NULL
            GROUP BY ALL ORDER BY words DESC, speaker_name, issuer""",
    )


def verbs(corpus: Corpus) -> pd.DataFrame:
    """The cues that each issuer uses: ``issuer``, ``cue_lemma``, ``cue_class``, ``uses``, most used first."""
    return corpus.sql(
        f"""SELECT {_ISSUER} AS issuer, cue_lemma, cue_class, count(*) AS uses
            FROM quotes {_OF} WHERE cue_lemma IS NOT NULL GROUP BY ALL ORDER BY issuer, uses DESC, cue_lemma""",
    )


def genders(corpus: Corpus) -> pd.DataFrame:
    """How much women and men are heard, as far as the releases tell who is which.

    A person is of the gender that a release gives anywhere; bodies and persons without one are *not stated*.

    Returns:
        ``gender`` (f, m, not stated), ``voices`` (different names), ``quotations``, ``words``.
    """
    return corpus.sql(
        f"""WITH spoken AS (SELECT speaker_name, words,
                coalesce(mode(speaker_gender) OVER (PARTITION BY speaker_name), '{UNKNOWN}') AS gender
                FROM quotes WHERE {_SPOKEN} AND speaker_name IS NOT NULL)
            SELECT gender, count(DISTINCT speaker_name) AS voices, count(*) AS quotations, sum(words)::BIGINT AS words
            FROM spoken GROUP BY gender ORDER BY gender = '{UNKNOWN}', gender"""
    )


def shares(corpus: Corpus) -> pd.DataFrame:
    """How much of each release is quoted, and how many numbers it has.

    Returns:
        One row a release, by date: ``release``, ``date``, ``issuer``, ``words``, ``quoted_words`` (in direct
        quotations), ``share`` (0 to 1), ``statistics``.
    """
    return corpus.sql(
        f"""SELECT release, date, {_ISSUER} AS issuer, words, quoted_words,
           quoted_words / nullif(words, 0) AS share, statistics FROM releases ORDER BY date NULLS LAST, release""",
    )


def timeline(corpus: Corpus) -> pd.DataFrame:
    """Releases by month and issuer: ``month`` (2023-05, or None), ``issuer``, ``releases``, ``quotations``."""
    return corpus.sql(
        f"""SELECT strftime(date, '%Y-%m') AS month, {_ISSUER} AS issuer, count(*) AS releases,
           sum(quotations)::BIGINT AS quotations FROM releases GROUP BY 1, 2 ORDER BY month NULLS LAST, issuer""",
    )


# --- looking for what was said -----------------------------------------------------------------


def search(
    corpus: Corpus,
    word: str = "",
    *,
    lemma: str = "",
    speaker: str = "",
    mentioning: str = "",
    issuer: str = "",
) -> pd.DataFrame:
    """Quotations that fit everything asked, by date; case and accents do not count.

    Args:
        corpus: the reading.
        word: a word or phrase that stands in the quotation.
        lemma: a dictionary word, any form of which stands in it (*retard* finds *retards*).
        speaker: a part of the speaker's name.
        mentioning: a person or body that the quotation speaks of.
        issuer: a part of the name of who issued the release.

    Returns:
        ``release``, ``date``, ``issuer``, ``speaker_name``, ``kind``, ``start``, ``end``, ``text``.
    """
    where, values = [_SPOKEN], []
    for column, wanted in (("text", word), ("lemmas", lemma), ("text", mentioning)):
        if wanted:
            # Whole words: enfant is no part of enfantin.
            where.append(f"regexp_matches({_folded(f'quotes.{column}')}, ?)")
            values.append(rf"(^|[^\pL\pN]){_literal(fold(wanted))}($|[^\pL\pN])")
    for column, wanted in (("speaker_name", speaker), ("issuer", issuer)):
        if wanted:
            where.append(f"contains({_folded(column)}, ?)")
            values.append(fold(wanted))
    return corpus.sql(
        f"""SELECT release, date, {_ISSUER} AS issuer, speaker_name, kind, start, "end", quotes.text AS text
            FROM quotes {_OF} WHERE {" AND ".join(where)} {_IN_ORDER}""",
        values,
    )


def _folded(column: str) -> str:
    """A column as ``typography.fold`` has it."""
    return f"replace(replace(strip_accents(lower({column})), '’', ''''), 'œ', 'oe')"


def _literal(text: str) -> str:
    """A text as an expression of DuckDB's engine, RE2, that matches just it; ``re.escape`` knows another syntax."""
    return "".join(c if c.isalnum() or c == " " else rf"\x{{{ord(c):x}}}" for c in text)


def by_issuer(corpus: Corpus, subject: str) -> pd.DataFrame:
    """What is said on a subject in each issuer's releases: the quotations in which the dictionary word stands.

    Returns:
        ``issuer``, ``date``, ``release``, ``speaker_name``, ``start``, ``end``, ``text``, by issuer and date.
    """
    found = search(corpus, lemma=subject)
    return found.sort_values(["issuer", "date", "release", "start"], kind="stable", na_position="last").reset_index(
        drop=True
    )[["issuer", "date", "release", "speaker_name", "start", "end", "text"]]


# --- figures that come again or disagree -------------------------------------------------------


def figures(corpus: Corpus, subject: str = "") -> pd.DataFrame:
    """The statistics whose thing is told, each with the interval that its printing leaves.

    Args:
        corpus: the reading.
        subject: only of releases that have this word.

    Returns:
        ``release``, ``date``, ``issuer``, ``thing`` (what is counted, lower case, no article), ``text``, ``value``,
        ``unit``, ``period``, ``low`` and ``high`` (by rounding; a tenth more on either side for *about*, without end
        for *more than* and the like), ``start``, ``end``.
    """
    where, values = ["of IS NOT NULL"], []
    if subject:
        where.append(f"regexp_matches({_folded('releases.text')}, ?)")
        values.append(rf"(^|[^\pL\pN]){_literal(fold(subject))}($|[^\pL\pN])")
    table = corpus.sql(
        f"""SELECT release, date, {_ISSUER} AS issuer, of, statistics.text AS text, value, unit, period,
            approximation, precision, start, "end" FROM (SELECT * RENAME (statistics AS count) FROM releases) releases
            JOIN statistics USING (release) WHERE {" AND ".join(where)} {_IN_ORDER}""",
        values,
    )
    table["thing"] = [_thing(of) for of in table["of"]]
    bounds = [
        _bounds(value, 0.0 if math.isnan(half) else half, said)
        for value, half, said in zip(table["value"], table["precision"], table["approximation"], strict=True)
    ]
    table["low"], table["high"] = [low for low, _ in bounds], [high for _, high in bounds]
    return table[
        ["release", "date", "issuer", "thing", "text", "value", "unit", "period", "low", "high", "start", "end"]
    ]


def _thing(of: str) -> str:
    """What is counted, so that it can be compared: in lower case, without article."""
    parts = word_form(of).replace("'", "' ").split()
    while len(parts) > 1 and fold(parts[0]) in _determiners():
        parts = parts[1:]
    return " ".join(parts).replace("' ", "'")


@cache
def _determiners() -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in lexicon.rows("determiners"))


def _bounds(value: float, half: float, said: str) -> tuple[float, float]:
    low, high = value - half, value + half
    if said == "about":
        return low - abs(value) / 10, high + abs(value) / 10
    if said in ("more than", "at least"):
        return low, math.inf
    if said in ("less than", "at most"):
        return -math.inf, high
    return low, high


def repeated_figures(corpus: Corpus, subject: str = "") -> pd.DataFrame:
    """The same number of the same thing in more than one release, most releases first.

    Returns:
        ``thing``, ``value``, ``unit``, ``text`` (as first printed), ``releases``, ``issuers`` (both tuples, by date).
    """
    rows = []
    table = figures(corpus, subject)
    same = table.assign(key=[fold(thing) for thing in table["thing"]])
    for (_, value, unit), uses in same.groupby(["key", "value", "unit"], dropna=False):
        releases = tuple(dict.fromkeys(uses["release"]))
        if len(releases) > 1:
            rows.append(
                {
                    "thing": uses["thing"].iloc[0],
                    "value": value,
                    "unit": None if unit is None or unit != unit else unit,
                    "text": uses["text"].iloc[0],
                    "releases": releases,
                    "issuers": tuple(dict.fromkeys(uses["issuer"])),
                }
            )
    rows.sort(key=lambda row: (-len(row["releases"]), row["thing"], row["value"]))
    return pd.DataFrame(rows, columns=["thing", "value", "unit", "text", "releases", "issuers"])


def differences(corpus: Corpus, subject: str) -> pd.DataFrame:
    """Numbers on the same thing that can't both be right as printed; those of different issuers first.

    Two things are the same where one's words begin with the other's (*commerçants*, *commerçants de la halle*), with
    the same unit and the same period or none; two numbers agree where their intervals (see ``figures``) meet. An
    issuer's own later number is told as *revised*: it need not be an error.

    Args:
        corpus: the reading.
        subject: a word that both releases have; it keeps the affair together.

    Returns:
        ``kind`` (between issuers, revised), ``thing``, and of the earlier and the later number: ``one_text``,
        ``one_issuer``, ``one_release``, ``one_start``, ``one_end`` and the same of ``other``; ``ratio`` of the larger
        to the smaller. The same two numbers of the same two issuers are told once, where they first stand.
    """
    table = figures(corpus, subject)
    rows, seen = [], set()
    heads = [fold(thing).partition(" ")[0] for thing in table["thing"]]
    for _, group in table.assign(head=heads).groupby(["head", "unit", "period"], dropna=False):
        for one, other in combinations(group.itertuples(), 2):
            key = frozenset(((one.issuer, one.value), (other.issuer, other.value)))
            if one.release == other.release or key in seen or not _is_same(one.thing, other.thing):
                continue
            if one.low <= other.high and other.low <= one.high:
                continue
            seen.add(key)
            sizes = sorted((abs(one.value), abs(other.value)))
            rows.append(
                {
                    "kind": "revised" if one.issuer == other.issuer else "between issuers",
                    "thing": min(one.thing, other.thing, key=len),
                    **{f"one_{name}": getattr(one, name) for name in _TOLD},
                    **{f"other_{name}": getattr(other, name) for name in _TOLD},
                    "ratio": sizes[1] / sizes[0] if sizes[0] else math.inf,
                }
            )
    rows.sort(key=lambda row: (row["kind"], row["thing"], row["one_release"], row["other_release"]))
    columns = ["kind", "thing", *(f"{side}_{name}" for side in ("one", "other") for name in _TOLD), "ratio"]
    return pd.DataFrame(rows, columns=columns)


_TOLD = ("text", "issuer", "release", "start", "end")


def _is_same(one: str, other: str) -> bool:
    short, long = sorted((fold(one).split(), fold(other).split()), key=len)
    return long[: len(short)] == short


# --- what is repeated --------------------------------------------------------------------------

_PERMUTATIONS = 256


def repeated_quotations(corpus: Corpus, similarity: float = 0.6, least: int = 6) -> pd.DataFrame:
    """Quotations that stand in several releases, word for word or nearly so.

    Args:
        corpus: the reading.
        similarity: Jaccard index of the pairs of neighbouring words from which a quotation is taken to be the first
            of a group again.
        least: shorter quotations, in words, are left out.

    Returns:
        ``group`` (from 1), ``similarity`` (to the first of the group), ``release``, ``date``, ``issuer``,
        ``speaker_name``, ``start``, ``end``, ``text``, by group and date.
    """
    table = corpus.sql(
        f"""SELECT release, date, {_ISSUER} AS issuer, speaker_name, start, "end", quotes.text AS text
            FROM quotes {_OF} WHERE {_SPOKEN} AND quotes.words >= ? {_IN_ORDER}""",
        [least],
    )
    likened = groups((_shingles(text, 2) for text in table["text"]), similarity)
    table["first"], table["similarity"] = [first for first, _ in likened], [index for _, index in likened]
    counted = table.groupby("first")["release"].nunique()
    several = table[table["first"].isin(counted.index[counted > 1])].sort_values("first", kind="stable")
    several["group"] = pd.factorize(several["first"])[0] + 1
    columns = ["group", "similarity", "release", "date", "issuer", "speaker_name", "start", "end", "text"]
    return several[columns].reset_index(drop=True)


def near_duplicates(corpus: Corpus, similarity: float = 0.7) -> pd.DataFrame:
    """Releases whose texts are nearly the same: ``release``, ``other``, ``similarity``, most alike first.

    Args:
        corpus: the reading.
        similarity: Jaccard index of their runs of three words from which two count.
    """
    names: list[str] = []

    def shingled() -> Iterator[np.ndarray]:
        for release, text in corpus.texts():
            names.append(release)
            yield _shingles(text, 3)

    pairs = [(*sorted((names[a], names[b])), index) for a, b, index in similar(shingled(), similarity)]
    pairs.sort(key=lambda row: (-row[2], row[0], row[1]))
    return pd.DataFrame(pairs, columns=["release", "other", "similarity"])


def similar(sets: Iterable[np.ndarray], similarity: float) -> list[tuple[int, int, float]]:
    """Pairs of sets that are alike, by their places, with their Jaccard index.

    Args:
        sets: what each holds, as different whole numbers of 64 bits, in order.
        similarity: the Jaccard index from which two are alike.
    """
    index, found = _Index(similarity), []
    for number, members in enumerate(sets):
        signature, alike = index.look(members)
        found += [(other, number, jaccard) for other, jaccard in alike]
        index.add(number, members, signature)
    return sorted(found)


def groups(sets: Iterable[np.ndarray], similarity: float) -> list[tuple[int, float]]:
    """For each set the first one of its group, by place, and the Jaccard index with that; see ``similar``.

    A set joins the group whose first it is most like; one that is like no first opens a group.
    """
    index, told = _Index(similarity), []
    for number, members in enumerate(sets):
        signature, alike = index.look(members)
        if alike:
            told.append(max(alike, key=lambda one: (one[1], -one[0])))
        else:
            index.add(number, members, signature)
            told.append((number, 1.0))
    return told


class _Index:
    """Sets in which those that are like another are found without comparing it with all.

    Candidates come from MinHash signatures in bands, wide enough that a pair at the threshold is missed about once in
    ten thousand; each is then compared exactly, so chance adds none.

    Source:
        Broder (1997), On the resemblance and containment of documents; Leskovec, Rajaraman and Ullman (2020), Mining
        of Massive Datasets, chapter 3, for the bands.
    """

    def __init__(self, similarity: float) -> None:
        from datasketch import MinHash, MinHashLSH

        rows = _rows_a_band(similarity)
        self._similarity = similarity
        self._candidates = MinHashLSH(num_perm=_PERMUTATIONS, params=(_PERMUTATIONS // rows, rows))
        self._blank = MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=int)
        self._members: dict[int, np.ndarray] = {}

    def look(self, members: np.ndarray) -> tuple["MinHash", list[tuple[int, float]]]:
        """The signature, and which sets are alike, in order, with their Jaccard index; none is like an empty one."""
        signature = self._blank.copy()
        if not len(members):
            return signature, []
        signature.update_batch(members & np.uint64(0xFFFFFFFF))  # a signature is made of 32 bits
        compared = [(n, _jaccard(self._members[n], members)) for n in sorted(self._candidates.query(signature))]
        return signature, [(number, jaccard) for number, jaccard in compared if jaccard >= self._similarity]

    def add(self, number: int, members: np.ndarray, signature: "MinHash") -> None:
        if len(members):
            self._members[number] = members
            self._candidates.insert(number, signature)


def _rows_a_band(similarity: float, missed: float = 1e-4) -> int:
    """The most rows a band that still find a pair at the threshold, but for so small a part."""
    fitting = [rows for rows in range(1, 17) if (1 - similarity**rows) ** (_PERMUTATIONS // rows) <= missed]
    return max(fitting, default=1)


def _shingles(text: str, size: int) -> np.ndarray:
    """Runs of so many words, folded, each as a number of 64 bits, in order; of a shorter text the whole."""
    parts = [fold(word) for word in words(text)]
    runs = {" ".join(parts[at : at + size]) for at in range(max(1, len(parts) - size + 1))} - {""}
    digests = [hashlib.blake2b(run.encode("utf-8"), digest_size=8).digest() for run in runs]
    return np.unique(np.frombuffer(b"".join(digests), dtype="<u8"))


def _jaccard(one: np.ndarray, other: np.ndarray) -> float:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (len(one) + len(other) - shared)


# --- back to the text --------------------------------------------------------------------------


def in_place(corpus: Corpus, release: str, start: int, end: int) -> markup.Html:
    """A hit in its paragraph, marked, with the quotations around it marked by speaker.

    Raises:
        KeyError: there is no release of this name.
        ValueError: the place is not in its text.
    """
    return in_places(corpus, [(release, start, end)])[0]


def in_places(corpus: Corpus, hits: Sequence[tuple[str, int, int]]) -> list[markup.Html]:
    """Hits in their paragraphs, see ``in_place``: release, start and end of each; the archive is asked once for all.

    Raises:
        KeyError: there is no release of such a name.
        ValueError: a place is not in its text.
    """
    names = list(dict.fromkeys(release for release, _, _ in hits))
    wholes, quotes = corpus.releases_named(names), corpus.quotes_of(names)
    shown = []
    for release, start, end in hits:
        whole = wholes[release]
        if not 0 <= start < end <= len(whole.text):
            raise ValueError(f"{start}–{end} is no place in {release}, which has {len(whole.text):,} characters")
        shown.append(markup.passage(whole, quotes[release], start, end))
    return shown
