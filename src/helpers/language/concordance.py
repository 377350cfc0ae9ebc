"""Words → every use of a word in its context."""

import difflib
import time
from collections.abc import Iterator

import pandas as pd
import regex

from helpers.analysis import Analysis
from helpers.language.running import running_text
from helpers.language.word_table import word_table
from helpers.release.release import Release
from helpers.text.typography import fold, fold_in_place, words

_PATIENCE = 0.8  # seconds for an expression that a reader gives
BY, SORTS = ("expression", "form", "lemma"), ("text", "left", "right", "hit")


def concordance(
    source: Release | Analysis, wanted: str, *, by: str = "expression", sort: str = "text", width: int = 45
) -> pd.DataFrame:
    """Every place where a word or expression stands in the running text, with what is around it (KWIC).

    Args:
        source: a release, or an analysis of one (which ``by="lemma"`` needs).
        wanted: what to look for, case and accents ignored (*ecole* finds *École*): by ``expression`` a regular
            expression (``enfants?``), by ``form`` a word or phrase as it stands, by ``lemma`` dictionary words, of
            which each form is found (*enfant* finds *enfants*; several words one after the other: *groupe de travail*).
        by: expression, form or lemma.
        sort: in the order of the ``text``; by the words to the ``left``, the nearest first; to the ``right``; or by
            the ``hit``.
        width: how many code points of the same paragraph to show on either side.

    Returns:
        One row a place: ``left``, ``hit``, ``right``, ``start``, ``end`` (of the hit), ``paragraph``.

    Raises:
        ValueError: the expression is no regular expression or takes too long; ``by`` or ``sort`` is none of those.
        TypeError: lemmas are asked of a release, which has none.
    """
    if by not in BY or sort not in SORTS:
        raise ValueError(f"by={by!r}, sort={sort!r}; give by {', '.join(BY)} and sort {', '.join(SORTS)}")
    release = source if isinstance(source, Release) else source.release
    if by == "lemma":
        if isinstance(source, Release):
            raise TypeError("a release has no lemmas; give its analysis, or ask by expression")
        places = _by_lemma(source, wanted)
    else:
        places = _by_expression(release, wanted, is_literal=by == "form")
    rows = []
    for start, end, index, first, last in places:
        rows.append(
            {
                "left": release.text[max(first, start - width) : start],
                "hit": release.text[start:end],
                "right": release.text[end : min(last, end + width)],
                "start": start,
                "end": end,
                "paragraph": index,
            }
        )
    table = pd.DataFrame(rows, columns=["left", "hit", "right", "start", "end", "paragraph"])
    if sort == "text":
        return table
    sides = {
        "left": lambda text: tuple(reversed([fold(w) for w in words(text)])),
        "right": lambda text: tuple(fold(w) for w in words(text)),
        "hit": fold,
    }
    keys = [sides[sort](text) for text in table[sort]]
    order = sorted(range(len(table)), key=lambda i: (keys[i], i))
    return table.iloc[order].reset_index(drop=True)


def _by_expression(release: Release, wanted: str, is_literal: bool) -> Iterator[tuple[int, int, int, int, int]]:
    pattern = _literal(wanted) if is_literal else fold_in_place(wanted)
    try:
        compiled = regex.compile(pattern, regex.IGNORECASE)
    except (
        regex.error,
        OverflowError,
        RecursionError,
        MemoryError,
    ) as error:
        raise ValueError(f"{wanted[:60]!r} is no regular expression ({error}); escape its special characters") from None
    text = fold_in_place(release.text)
    until = time.monotonic() + _PATIENCE
    try:
        for index, paragraph in running_text(release):
            left = max(0.001, until - time.monotonic())
            for match in compiled.finditer(text, paragraph.start, paragraph.end, timeout=left):
                if match.start() < match.end():
                    yield match.start(), match.end(), index, paragraph.start, paragraph.end
    except TimeoutError:
        raise ValueError(f"{wanted[:60]!r} takes too long; ask without a repetition inside a repetition") from None


def _literal(wanted: str) -> str:
    """The expression of a word or phrase as it stands, accents that are characters of their own left aside."""
    inner = r"\s+".join(
        "".join(regex.escape(c, special_only=True) + (r"\p{M}*" if c.isalpha() else "") for c in part)
        for part in fold(wanted).split()
    )
    for letters, ligature in (("oe", "œ"), ("ae", "æ")):
        inner = inner.replace(rf"{letters[0]}\p{{M}}*{letters[1]}\p{{M}}*", f"(?:{letters}|{ligature})")
    return rf"(?<!\w){inner}(?!\w)".replace("'", "['’]")


def nearest(analysis: Analysis, wanted: str, count: int = 3) -> list[str]:
    """Words of the running text that are spelt most like one that was not found, the nearest first."""
    forms = {fold(form): form for form in word_table(analysis)["form"]}
    return [forms[found] for found in difflib.get_close_matches(fold(wanted), forms, n=count, cutoff=0.8)]


def _by_lemma(analysis: Analysis, wanted: str) -> Iterator[tuple[int, int, int, int, int]]:
    parts = [fold(part) for part in words(wanted)]
    bounds = {index: (p.start, p.end) for index, p in running_text(analysis.release)}
    rows = list(word_table(analysis).itertuples())
    known = [{fold(row.lemma), fold(row.form)} for row in rows]
    for i in range(len(rows) - len(parts) + 1 if parts else 0):
        place = rows[i : i + len(parts)]
        is_hit = all(part in folded for part, folded in zip(parts, known[i : i + len(parts)], strict=True))
        if is_hit and place[0].sentence == place[-1].sentence:
            yield place[0].start, place[-1].end, place[0].paragraph, *bounds[place[0].paragraph]
