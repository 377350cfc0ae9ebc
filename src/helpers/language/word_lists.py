"""Words → where the entries of a word list stand among them."""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers import lexicon
from helpers.text.typography import word_form
from helpers.text.typography import words as words_of


def listed(words: pd.DataFrame, name: str, columns: Sequence[str]) -> pd.DataFrame:
    """Every place where an entry of a word list stands, the longest where two would.

    An entry stands where its words do, one after the other within a sentence, each as its form, its lemma or its
    singular: *mesure corrective* is found in *mesures correctives*.

    Args:
        words: what ``word_table`` gives.
        name: a table of the lexicon whose column ``form`` has words or phrases.
        columns: which of its columns to give along.

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
        keys = {rows[i].form, rows[i].lemma, _singular(rows[i].form)}
        tried = [entry for key in sorted(keys) for entry in entries.get(key, [])]
        fitting = [(parts, row) for parts, row in tried if _stand(parts, rows[i : i + len(parts)])]
        if not fitting:
            i += 1
            continue
        parts, row = max(fitting, key=lambda entry: len(entry[0]))
        place = rows[i : i + len(parts)]
        found.append(
            {"start": place[0].start, "end": place[-1].end, "words": tuple(p.text for p in place), "form": row["form"]}
            | {column: row[column] for column in columns}
            | {"paragraph": place[0].paragraph, "sentence": place[0].sentence}
        )
        i += len(parts)
    return pd.DataFrame(found, columns=["start", "end", "words", "form", *columns, "paragraph", "sentence"])


def _stand(parts: Sequence[str], place: Sequence) -> bool:
    """Whether the words of an entry are those of a place, all in one sentence."""
    return len(parts) == len(place) and all(
        part in (row.form, row.lemma, _singular(row.form)) and row.sentence == place[0].sentence
        for part, row in zip(parts, place, strict=True)
    )


def _singular(form: str) -> str:
    """The form without the mark of the plural, where the model's lemma is another gender's: *correctives*."""
    return form[:-1] if len(form) > 3 and form[-1] in "sx" else form
