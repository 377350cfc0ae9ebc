"""Whom issuers let speak: voices of their own, or those of others too."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from typing import Any

import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.figures import content_words
from helpers.archive.spoken import spoken
from helpers.archive.sql import UNKNOWN
from helpers.archive.voice_names import Aliases
from helpers.release.letterhead import body_nouns
from helpers.text.typography import fold
from helpers.text.typography import words as words_in

_COLUMNS = ["issuer", "releases", "own", "others", "not_told", "other_voices", "only_themselves"]
_FEWEST = 2
"""Releases of which something can be said of an issuer."""
_ACRONYM = re.compile(r"\b[A-ZÀ-Ý]{2,10}\b")


def own_voices(corpus: Corpus, *, aliases: Aliases | None = None, without: Sequence[str] | None = None) -> pd.DataFrame:
    """How often each issuer quotes its own voices and those of others.

    A voice is an issuer's own by its name, by a function or affiliation that names the issuer (*directrice de la
    Ligue*), or since it stands mostly in this issuer's releases and is quoted in those of others too. It is somebody
    else's as a body of another name, by a function in another body, or since it is another issuer's own. Of all
    others nothing is told.

    Args:
        corpus: the reading.
        aliases: see ``questions.voices``.
        without: see ``questions.voices``.

    Returns:
        One row an issuer of two releases with quotations at least: ``issuer``, ``releases``, ``own``, ``others`` and
        ``not_told`` (quotations), ``other_voices`` (names, the most quoted first), ``only_themselves`` (its own
        voices, no other); these first, then those that quote themselves most.
    """
    table = spoken(corpus, aliases=aliases, without=without)
    table = table[table["issuer"] != UNKNOWN]
    words = table.groupby(["speaker_name", "issuer"], sort=True)["words"].sum().to_dict()
    belongs = _belongings(table)
    homes = _homes(words, belongs, set(table.loc[table["only_in"].notna(), "speaker_name"]))
    many = table.groupby(["issuer", "speaker_name"], sort=True).size()
    releases = table.groupby("issuer")["release"].nunique()
    rows = [
        _row(str(issuer), int(releases[issuer]), of_one.droplevel(0).to_dict(), belongs, homes)
        for issuer, of_one in many.groupby(level=0, sort=True)
        if releases[issuer] >= _FEWEST
    ]
    rows.sort(key=lambda row: (not row["only_themselves"], -row["own"] / (row["own"] + row["others"] or 1)))
    return pd.DataFrame(rows, columns=_COLUMNS)


_Belonging = Mapping[tuple[str, str], bool | None]


def _row(
    issuer: str, releases: int, many: Mapping[str, int], belongs: _Belonging, homes: Mapping[str, str | None]
) -> dict[str, Any]:
    sums, others = {"own": 0, "others": 0, "not_told": 0}, {}
    for name, quotations in many.items():
        kind = _told(belongs[name, issuer], homes[name], issuer)
        sums[kind] += quotations
        if kind == "others":
            others[name] = quotations
    return {
        "issuer": issuer,
        "releases": releases,
        **sums,
        "other_voices": tuple(sorted(others, key=lambda name: (-others[name], name))),
        "only_themselves": bool(sums["own"]) and not others,
    }


def _told(belongs: bool | None, home: str | None, issuer: str) -> str:
    if belongs is None and home is not None:
        belongs = home == issuer
    return "not_told" if belongs is None else "own" if belongs else "others"


def _belongings(table: pd.DataFrame) -> dict[tuple[str, str], bool | None]:
    """Whether the words beside each voice make it the issuer's; None where they tell nothing."""
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    kinds: dict[tuple[str, str], set[str]] = defaultdict(set)
    columns = ("speaker_name", "issuer", "speaker_kind", "speaker_role", "speaker_affiliation")
    for name, issuer, kind, *said in table[list(columns)].drop_duplicates().itertuples(index=False):
        told[name, issuer].update(value for value in said if isinstance(value, str))
        kinds[name, issuer].add(kind)
    return {pair: _belonging(*pair, told[pair], kinds[pair]) for pair in told}


def _belonging(name: str, issuer: str, told: Set[str], kinds: Set[str]) -> bool | None:
    if is_same(name, issuer) or any(is_named_by(value, issuer) for value in told):
        return True
    is_else = bool(kinds & {"body", "document", "unnamed group"})
    return False if is_else or any(map(_names_a_body, told)) else None


def _names_a_body(told: str) -> bool:
    """*ingénieure à l'Institut des rivages*, *FTR*: not *ministre de l'Intérieur*, which tells the body of nobody."""
    nouns = {fold(word) for word in words_in(told)}
    return bool(nouns & body_nouns() or _ACRONYM.search(told)) and any(word[0].isupper() for word in words_in(told))


def _homes(words: Mapping[tuple[str, str], int], belongs: _Belonging, unnamed: Set[str]) -> dict[str, str | None]:
    """Whose each voice is: the issuer that its words name, else the one with most of its words of several.

    *La directrice* of one release is not that of another.
    """
    issuers: dict[str, list[str]] = defaultdict(list)
    for name, issuer in words:
        issuers[name].append(issuer)
    homes: dict[str, str | None] = {}
    for name, of_one in issuers.items():
        named = next((issuer for issuer in of_one if belongs[name, issuer] and name not in unnamed), None)
        most = max(of_one, key=lambda issuer: words[name, issuer]) if len(of_one) > 1 and name not in unnamed else None
        homes[name] = named or most
    return homes


def is_same(one: str, other: str) -> bool:
    """Whether two names may be one body's: one has all words of the other, or its initials.

    *Comité de soutien* · *Comité de soutien à Anne Roy*; *LDE* · *Ligue des eaux*.
    """
    mine, theirs = content_words(one), content_words(other)
    return bool(mine and theirs) and (
        _holds(mine, theirs) or bool(_initials(mine) & set(theirs) or _initials(theirs) & set(mine))
    )


def is_named_by(told: str, issuer: str) -> bool:
    """Whether a function or affiliation names an issuer, by a word of its own or by all that is behind the function.

    *directrice de la Ligue des eaux*, *porte-parole de la LDE*, *président de la Ligue* · *Ligue des eaux*
    """
    said, body = content_words(told), content_words(issuer)
    own = set(body) - _generic()
    behind = said[1:]
    return bool(own & set(said) or _initials(body) & set(said) or (behind and set(behind) <= set(body)))


def _holds(one: Sequence[str], other: Sequence[str]) -> bool:
    return set(one) <= set(other) or set(other) <= set(one)


def _initials(said: Iterable[str]) -> set[str]:
    """The acronym that words of meaning make, if they are three at least."""
    letters = "".join(word[0] for word in said)
    return {letters} if len(letters) > 2 else set()


@cache
def _generic() -> frozenset[str]:
    return frozenset(stem for noun in body_nouns() for stem in content_words(noun))
