"""What one voice said, in two wordings: words that a copy leaves out, adds or changes, speech that becomes reported."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.figures import content_words
from helpers.archive.spoken import spoken
from helpers.archive.voice_names import Aliases
from helpers.text.typography import fold

_FEWEST = 3
"""Words of meaning that two wordings share at least."""
_COMMONEST = 100
"""Quotations of one voice with a word in common; a word that more have leads from none to another."""
_FORM = re.compile(r"\d+(?:[.,\xa0\u202f]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word or a number, for what two wordings differ in."""
_TOLD = ("kind", "text", "release", "issuer", "date", "start", "end")
_COLUMNS = ("speaker_name", *(f"{side}_{name}" for side in ("one", "other") for name in _TOLD), "share", "only_one",
            "only_other")  # fmt: skip


class _Said(NamedTuple):
    row: Any
    meaning: frozenset[str]
    form: tuple[str, ...]


def reworded(
    corpus: Corpus,
    least: float = 0.6,
    *,
    aliases: Aliases | None = None,
    without: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Quotations of a voice that another release gives in other words: each with the earlier one that it is most like.

    « Le quai sera solide », promet Anne Roy · Anne Roy a promis un quai solide et sûr.

    Args:
        corpus: the reading.
        least: of the words of meaning of the one that has fewer, by dictionary form and weighed by how rare they are,
            the share that the other has from which two are taken to say the same.
        aliases: see ``questions.voices``.
        without: see ``questions.voices``.

    Returns:
        ``speaker_name``; of the earlier and the later wording ``one_kind`` (direct, indirect, mixed), ``one_text``,
        ``one_release``, ``one_issuer``, ``one_date``, ``one_start``, ``one_end`` and the same of ``other``; ``share``;
        ``only_one`` and ``only_other``, the words that stand in one alone. Of those that are alike but for these most
        alike come first; what is the same word for word is in ``repeated_quotations``.
    """
    table = spoken(corpus, aliases=aliases, without=without, with_words=True)
    by_voice: dict[str, list[Any]] = defaultdict(list)
    for row in table.itertuples():
        by_voice[row.speaker_name].append(row)
    rows = [
        _row(one, other, share)
        for of_one in by_voice.values()
        if len({row.release for row in of_one}) > 1
        for one, other, share in _alike([_said(row) for row in of_one], least)
    ]
    rows.sort(key=lambda row: (-row["share"], row["speaker_name"], row["other_release"], row["other_start"]))
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def _said(row: Any) -> _Said:
    return _Said(row, frozenset(content_words(row.lemmas or "")), tuple(map(fold, _FORM.findall(row.text))))


def _alike(said: Sequence[_Said], least: float) -> Iterator[tuple[_Said, _Said, float]]:
    """Each with the earlier one of another release that shares most of its meaning, if that is in other words."""
    count = Counter(word for one in said for word in one.meaning)
    worth = {word: math.log(1 + len(said) / many) for word, many in count.items()}
    holders: dict[str, list[int]] = defaultdict(list)
    for number, other in enumerate(said):
        shared = Counter(earlier for word in other.meaning for earlier in holders[word])
        best, share = None, least
        for earlier in sorted(number for number, many in shared.items() if many >= _FEWEST):
            one = said[earlier]
            if one.row.release != other.row.release and (found := _share(one, other, worth)) >= share:
                if best is None or found > share:
                    best, share = one, found
        for word in other.meaning:
            if count[word] <= _COMMONEST:
                holders[word].append(number)
        if best is not None and best.form != other.form:
            yield best, other, share


def _share(one: _Said, other: _Said, worth: dict[str, float]) -> float:
    least = min(sum(worth[word] for word in said.meaning) for said in (one, other))
    return sum(worth[word] for word in one.meaning & other.meaning) / least if least else 0.0


def _row(one: _Said, other: _Said, share: float) -> dict[str, Any]:
    return {
        "speaker_name": other.row.speaker_name,
        **{f"one_{name}": getattr(one.row, name) for name in _TOLD},
        **{f"other_{name}": getattr(other.row, name) for name in _TOLD},
        "share": round(share, 3),
        "only_one": _only(one, other),
        "only_other": _only(other, one),
    }


def _only(one: _Said, other: _Said) -> str:
    return " ".join(word for word in dict.fromkeys(one.form) if word not in other.form)
