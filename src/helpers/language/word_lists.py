"""Words → where the entries of a word list stand among them."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from helpers import lexicon
from helpers.language.constructions import holds
from helpers.lexicon.words import words as word_class
from helpers.text.typography import word_form
from helpers.text.typography import words as words_of

_ARTICLES = word_class("singular article")
_ADJECTIVE = "ADJ"
_SHORT = 3
"""Letters of a form that has no plural or gender to lose."""


def listed(words: pd.DataFrame, name: str, columns: Sequence[str], *, as_written: bool = False) -> pd.DataFrame:
    """Every place where an entry of a word list stands in its listed sense, the longest where two would.

    An entry stands where its words do, one after the other within a sentence, each as its form, its lemma or its
    singular (*mesure corrective* is found in *mesures correctives*); its article stands for any determiner. Its ``pos``
    says as which part of speech its last word must be tagged, its ``construction`` what must stand around it. An entry
    whose first column is empty names a phrase in which the words mean something else: *clé en main*.

    Args:
        words: what ``word_table`` gives.
        name: a table of the lexicon whose column ``form`` has words or phrases.
        columns: which of its columns to give along.
        as_written: its forms stand only as they are written: *de nouveau*, not *de nouvelles*.

    Returns:
        One row a place: ``start``, ``end``, ``words`` (as they stand there), ``form`` (the entry), the columns,
        ``paragraph``, ``sentence``.
    """
    entries: dict[str, list[tuple[tuple[str, ...], Mapping[str, str]]]] = {}
    for row in lexicon.rows(name):
        parts = tuple(word_form(part) for part in words_of(row["form"]))
        entries.setdefault(parts[0], []).append((parts, row))
    rows = list(words.itertuples())
    found, i = [], 0
    while i < len(rows):
        entry = _longest(entries, rows, i, as_written)
        if entry is None:
            i += 1
            continue
        parts, row = entry
        place = rows[i : i + len(parts)]
        if row[columns[0]]:
            found.append(
                {"start": place[0].start, "end": place[-1].end, "words": tuple(p.text for p in place)}
                | {"form": row["form"], **{column: row[column] for column in columns}}
                | {"paragraph": place[0].paragraph, "sentence": place[0].sentence}
            )
        i += len(parts)
    return pd.DataFrame(found, columns=["start", "end", "words", "form", *columns, "paragraph", "sentence"])


def _longest(
    entries: Mapping[str, Sequence[tuple[tuple[str, ...], Mapping[str, str]]]],
    rows: Sequence[Any],
    i: int,
    as_written: bool,
) -> tuple[tuple[str, ...], Mapping[str, str]] | None:
    """The longest entry that stands here as it asks to; of an adverb without one that of its adjective."""
    keys = {rows[i].form} if as_written else {rows[i].form, rows[i].lemma, _bare(rows[i])}
    fitting = [
        (parts, row)
        for key in sorted(keys)
        for parts, row in entries.get(key, [])
        if _stand(parts, rows[i : i + len(parts)], as_written)
        and (not row.get("pos") or rows[i + len(parts) - 1].pos in row["pos"].split())
        and holds(row.get("construction", ""), rows, i, i + len(parts) - 1)
    ]
    if not fitting and rows[i].pos == "ADV" and not as_written:
        fitting = [
            (parts, row)
            for key in _adjectives(rows[i].form)
            for parts, row in entries.get(key, [])
            if len(parts) == 1 and _ADJECTIVE in row.get("pos", "").split() and not row["construction"]
        ]
    return max(fitting, key=lambda entry: len(entry[0]), default=None)


def _adjectives(adverb: str) -> list[str]:
    """*honteusement*: of *honteux*; several where the ending leaves a choice."""
    return [
        adverb.removesuffix(row["ending"]) + row["adjective"]
        for row in lexicon.rows("adverb_endings")
        if adverb.endswith(row["ending"])
    ]


def _stand(parts: Sequence[str], place: Sequence[Any], as_written: bool) -> bool:
    """Whether the words of an entry are those of a place, all in one sentence."""
    return len(parts) == len(place) and all(
        row.sentence == place[0].sentence and (part == row.form or (not as_written and _is_form_of(part, row)))
        for part, row in zip(parts, place, strict=True)
    )


def _is_form_of(part: str, row: Any) -> bool:
    return part in (row.lemma, _bare(row)) or (part in _ARTICLES and row.pos == "DET")


def _bare(row: Any) -> str:
    """The form without plural, of a participle without gender too: *correctives*, *déçues*."""
    form = row.form
    bare = form[:-1] if len(form) > _SHORT and form[-1] in "sx" else form
    return bare.removesuffix("e") if row.is_participle and len(bare) > _SHORT else bare
