"""Words → those that mark a text against general French, or a part of it against the rest."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from helpers.language.running import OPEN_CLASSES
from helpers.release.release import Release
from helpers.text.typography import word_form

CRITICAL_G2 = 15.13
"""G² that chance passes once in 10,000 words (chi-square, one degree of freedom); Rayson et al. (2004) ask for it."""

REFERENCE_SIZE = 100_000_000
"""Words that general French is taken to have: the rarest listed word is one in 10**8, so each counts at least once."""


def log_likelihood(count: int, size: int, reference_count: float, reference_size: float) -> float:
    """G² of a word between two bodies of text, from all four cells of the table.

    Source:
        Dunning (1993), Computational Linguistics 19(1).
    """
    total, both = size + reference_size, count + reference_count
    cells = (
        (count, size * both / total),
        (reference_count, reference_size * both / total),
        (size - count, size * (total - both) / total),
        (reference_size - reference_count, reference_size * (total - both) / total),
    )
    return max(0.0, 2 * sum(seen * math.log(seen / expected) for seen, expected in cells if seen > 0))


def log_ratio(count: float, size: int, reference_count: float, reference_size: float) -> float:
    """Binary logarithm of the ratio of two relative frequencies; a count of 0 is taken as 0.5.

    1 says twice as frequent as in the reference, 10 a thousand times.

    Source:
        Hardie (2014), Log Ratio: an informal introduction (CASS, Lancaster).
    """
    return math.log2((count or 0.5) / size) - math.log2((reference_count or 0.5) / reference_size)


def keyness(words: pd.DataFrame, reference_size: int = REFERENCE_SIZE) -> pd.DataFrame:
    """The words that are more frequent here than in general French, most surprising first.

    General French is the list ``fr`` of wordfreq (Speer 2022: films, news, web, books, Wikipedia),
    which has frequencies, not counts; they are taken as counts out of ``reference_size``
    words. That list takes compounds apart, so this table does too; figures and abbreviations are
    left out. G² takes words for independent draws, which the words of one text are not: it
    ranks, it does not prove.

    Args:
        words: what ``word_table`` gives.
        reference_size: how many words the reference is taken to hold.

    Returns:
        One row a form: ``start``, ``end``, ``text`` (first use), ``form``, ``lemma``, ``pos`` (most
        frequent there), ``count``, ``per_thousand`` (here), ``reference_per_million``, ``expected``
        (uses that general French would have in a text of this length), ``g2``, ``log_ratio``,
        ``is_listed`` (in wordfreq at all). Forms that are less frequent than in general French are left out.
    """
    import wordfreq  # here, not above: its list takes time to load

    listed = wordfreq.get_frequency_dict("fr")
    parts = pd.DataFrame(
        _parts(words[~words["is_abbreviated"]]), columns=["start", "end", "text", "form", "lemma", "pos"]
    )
    total = len(parts)
    rows = []
    for form, uses in parts.groupby("form", sort=False):
        known, count = listed.get(str(form), 0.0), len(uses)
        ratio = log_ratio(count, total, known * reference_size, reference_size)
        if ratio <= 0:
            continue
        rows.append(
            {
                "start": uses["start"].iloc[0],
                "end": uses["end"].iloc[0],
                "text": uses["text"].iloc[0],
                "form": form,
                "lemma": Counter(uses["lemma"]).most_common(1)[0][0],
                "pos": Counter(uses["pos"]).most_common(1)[0][0],
                "count": count,
                "per_thousand": 1000 * count / total,
                "reference_per_million": known * 1e6,
                "expected": known * total,
                "g2": log_likelihood(count, total, known * reference_size, reference_size),
                "log_ratio": ratio,
                "is_listed": form in listed,
            }
        )
    columns = [
        "start", "end", "text", "form", "lemma", "pos", "count", "per_thousand", "reference_per_million", "expected",
        "g2", "log_ratio", "is_listed",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["g2", "start"], ascending=[False, True]).reset_index(drop=True)


def content_terms(table: pd.DataFrame, least: int = 3) -> pd.DataFrame:
    """The rows of a keyness table that say what a text is about.

    Left are nouns, verbs, adjectives and adverbs that general French has too, no names nor
    acronyms (which mark any text that has them), used ``least`` times and beyond what chance
    would do once in 10,000 words (``CRITICAL_G2``).

    Args:
        table: what ``keyness`` gives.
        least: how often a form must be used.
    """
    is_content = table["pos"].isin(OPEN_CLASSES) & (table["pos"] != "PROPN") & table["is_listed"].astype(bool)
    is_acronym = pd.Series([text.isupper() for text in table["text"]], table.index, dtype=bool)
    kept = is_content & ~is_acronym & (table["count"] >= least) & (table["g2"] >= CRITICAL_G2)
    return table[kept].reset_index(drop=True)


def _parts(words: pd.DataFrame) -> Iterator[tuple[int, int, str, str, str, str]]:
    """Words with compounds taken apart at their hyphens, figures left out."""
    for row in words.itertuples():
        pieces = list(re.finditer(r"[^-‐‑]+", row.text))
        for piece in pieces:
            if any(c.isalpha() for c in piece.group()):
                form = word_form(piece.group())
                lemma = row.lemma if len(pieces) == 1 else form
                yield row.start + piece.start(), row.start + piece.end(), piece.group(), form, lemma, row.pos


# --- parts of a text -----------------------------------------------------------------------------


def specificity(count: int, part: int, total_count: int, total: int) -> float:
    """How surprising the uses of a word in one part of a text are, as a power of ten with a sign.

    Under the hypergeometric model: with ``total_count`` uses dealt at random over ``total`` words, how likely is it
    that a part of ``part`` words gets ``count`` or more (more than expected: positive), or ``count`` or fewer
    (negative)? 2 says one in a hundred, -3 one in a thousand by too few; within ±2 chance explains it.

    Raises:
        ValueError: the four counts can't be those of a part and a whole.

    Source:
        Lafon (1980), Sur la variabilité de la fréquence des formes dans un corpus, Mots 1.
    """
    if not (0 <= count <= min(part, total_count) and part <= total and total_count - count <= total - part):
        raise ValueError(f"{count} of {total_count} uses in {part} of {total} words can't be")
    if not total or count * total == total_count * part:
        return 0.0
    is_more = count * total > total_count * part
    least = max(0, total_count - (total - part))
    uses = range(count, min(part, total_count) + 1) if is_more else range(least, count + 1)
    logs = [_log_dealt(k, part, total_count, total) for k in uses]
    highest = max(logs)
    tail = highest + math.log(sum(math.exp(log - highest) for log in logs))
    return abs(tail) / math.log(10) * (1 if is_more else -1)


def _log_dealt(count: int, part: int, total_count: int, total: int) -> float:
    """Logarithm of the hypergeometric chance of exactly ``count`` uses."""
    return (
        _log_choose(total_count, count) + _log_choose(total - total_count, part - count) - _log_choose(total, part)
    )  # fmt: skip


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def specificities(words: pd.DataFrame, by: str = "paragraph", *, unit: str = "lemma", least: int = 3) -> pd.DataFrame:
    """The words that a part of the text has more, or less, often than chance would deal it.

    Args:
        words: what ``word_table`` gives; figures are left out.
        by: the column that parts them: ``paragraph``, ``sentence``, or ``voice`` and ``speaker`` of ``voiced``.
        unit: what is counted, ``lemma`` or ``form``.
        least: how often it must stand in the whole text.

    Returns:
        One row a word and part, most surprising first: the part, ``unit``, ``pos``, ``count`` (there),
        ``total_count``, ``expected``, ``part_words``, ``specificity`` (see there), ``start``, ``end``, ``text`` (first
        use in that part, or in the text where it has none).
    """
    words = words[~words["is_figure"]]
    total, sizes = len(words), words.groupby(by, sort=False).size()
    rows = []
    for word, uses in words.groupby(unit, sort=False):
        if len(uses) < least:
            continue
        counts = uses.groupby(by, sort=False).size()
        for part, size in sizes.items():
            count = int(counts.get(part, 0))
            first = (uses[uses[by] == part] if count else uses).iloc[0]
            rows.append(
                {
                    by: part,
                    unit: word,
                    "pos": Counter(uses["pos"]).most_common(1)[0][0],
                    "count": count,
                    "total_count": len(uses),
                    "expected": len(uses) * size / total,
                    "part_words": int(size),
                    "specificity": specificity(count, int(size), len(uses), total),
                    "start": first["start"],
                    "end": first["end"],
                    "text": first["text"],
                }
            )
    columns = [
        by, unit, "pos", "count", "total_count", "expected", "part_words", "specificity", "start", "end", "text",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values("specificity", key=lambda s: -s.abs(), kind="stable").reset_index(drop=True)


def dp(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """Gries' DP, normalised: how unevenly the uses of a word lie over the parts of a text.

    Half the sum of the differences between each part's share of the uses and its share of the words, divided by the
    greatest value that it could have (one minus the share of the smallest part).

    Returns:
        0 (as the parts are long) to 1 (all in the smallest part); NaN without uses or with one part.

    Source:
        Gries (2008), International Journal of Corpus Linguistics 13(4); its norm: Lijffijt and Gries (2012), 17(1).
    """
    uses, total = sum(counts), sum(sizes)
    filled = [size for size in sizes if size]
    if not uses or len(filled) < 2:
        return math.nan
    apart = sum(abs(count / uses - size / total) for count, size in zip(counts, sizes, strict=True)) / 2
    return apart / (1 - min(filled) / total)


def dispersion(words: pd.DataFrame, by: str = "paragraph", *, unit: str = "lemma", least: int = 4) -> pd.DataFrame:
    """How evenly the words of content lie over the parts of the text, most even first.

    Args:
        words: what ``word_table`` gives.
        by: the column that parts them.
        unit: what is counted, ``lemma`` or ``form``.
        least: how often it must be used; of fewer uses DP says little.

    Returns:
        One row a word: ``unit``, ``count``, ``parts`` (that have it), ``dp`` (see there).
    """
    words = words[~words["is_figure"]]
    sizes = words.groupby(by, sort=True).size()
    rows = []
    for word, uses in words[words["pos"].isin(OPEN_CLASSES)].groupby(unit, sort=False):
        if len(uses) >= least:
            counts = uses.groupby(by).size().reindex(sizes.index, fill_value=0)
            rows.append((word, len(uses), int((counts > 0).sum()), dp(counts.tolist(), sizes.tolist())))
    table = pd.DataFrame(rows, columns=[unit, "count", "parts", "dp"])
    table = table.astype({"count": "int64", "parts": "int64", "dp": float})
    return table.sort_values(["dp", "count"], ascending=[True, False], kind="stable").reset_index(drop=True)


# --- words that go together ----------------------------------------------------------------------


def log_dice(together: int, one: int, other: int) -> float:
    """logDice of two words: 14 if each always stands with the other, 13 half as often, and so on down.

    Source:
        Rychlý (2008), A lexicographer-friendly association score, RASLAN 2008.
    """
    return 14 + math.log2(2 * together / (one + other)) if together else -math.inf


def collocations(words: pd.DataFrame, *, window: int = 5, least: int = 3) -> pd.DataFrame:
    """Pairs of words of content that stand near each other, closest bond first.

    Args:
        words: what ``word_table`` gives.
        window: how many words apart two may stand, small words counted, within one sentence.
        least: how often they must do so. In a text of some hundred words bonds of fewer uses are chance.

    Returns:
        One row a pair of lemmas, in the order in which they first come: ``one``, ``other``, ``together``,
        ``one_count``, ``other_count``, ``log_dice``; ``start``, ``end`` and ``text`` of the first word of the first
        pair.
    """
    rows = list(words[~words["is_figure"]].itertuples())
    is_content = [row.pos in OPEN_CLASSES for row in rows]
    counts = Counter(row.lemma for row, content in zip(rows, is_content, strict=True) if content)
    pairs: dict[frozenset[str], list[tuple[int, int]]] = {}
    for i, row in enumerate(rows):
        for j in range(i + 1, min(i + window + 1, len(rows))):
            if rows[j].sentence != row.sentence:
                break
            if is_content[i] and is_content[j] and row.lemma != rows[j].lemma:
                pairs.setdefault(frozenset((row.lemma, rows[j].lemma)), []).append((i, j))
    found = []
    for places in pairs.values():
        # One use makes one pair, or a word between two uses of another would be counted twice.
        together = min(len({i for i, _ in places}), len({j for _, j in places}))
        if together >= least:
            first, second = rows[places[0][0]], rows[places[0][1]]
            one, other = counts[first.lemma], counts[second.lemma]
            score = log_dice(min(together, one, other), one, other)
            found.append(
                (first.lemma, second.lemma, together, one, other, score, first.start, first.end, first.text)
            )  # fmt: skip
    columns = ["one", "other", "together", "one_count", "other_count", "log_dice", "start", "end", "text"]
    table = pd.DataFrame(found, columns=columns)
    return table.sort_values(["log_dice", "together", "start"], ascending=[False, False, True]).reset_index(drop=True)


def c_value(length: int, count: int, longer: Sequence[int]) -> float:
    """C-value of a term of several words: its uses, less those that belong to longer terms, by its length.

    log₂(length) × (count − mean of ``longer``), where ``longer`` has the counts of the longer terms that hold it.

    Source:
        Frantzi, Ananiadou and Mima (2000), International Journal on Digital Libraries 3(2).
    """
    return math.log2(length) * (count - (sum(longer) / len(longer) if longer else 0))


_LINKS = frozenset("de d du des à au aux en".split())
_INNER = frozenset("l la le les".split())


def terms(words: pd.DataFrame, release: Release, *, least: int = 2, longest: int = 10) -> pd.DataFrame:
    """Terms of several words: nouns with their adjectives, joined by *de*, *à* and *en*, best first.

    The patterns of French terminology (Daille 1994): noun and adjective, noun *de* noun and what grows from these
    (*noun de noun adjective*, *noun à noun*). A term stays between commas and other marks.

    Args:
        words: what ``word_table`` gives.
        release: the release that they are of.
        least: how often a term must be used.
        longest: of how many words at most.

    Returns:
        One row a term: ``start``, ``end``, ``text`` (first use), ``term`` (its words, lower case), ``words``,
        ``count``, ``c_value``.

    Source:
        Patterns: Daille (1994), Approche mixte pour l'extraction automatique de terminologie (thèse, Paris 7). Score:
        ``c_value``.
    """
    rows = list(words.itertuples())
    joined = [
        i > 0
        and rows[i - 1].sentence == row.sentence
        and not release.text[rows[i - 1].end : row.start].strip(" '’\xa0.\n\r")
        for i, row in enumerate(rows)
    ]
    places: dict[tuple[str, ...], list[int]] = {}
    for i, row in enumerate(rows):
        if row.pos != "NOUN" or row.is_abbreviated:
            continue
        for j in range(i + 1, min(i + longest, len(rows))):
            if not joined[j] or not _goes_on(rows, j):
                break
            if rows[j].pos in ("NOUN", "ADJ") or (rows[j].pos == "VERB" and _is_participle(rows[j].form)):
                places.setdefault(tuple(r.form for r in rows[i : j + 1]), []).append(i)
    repeated = {term: at for term, at in places.items() if len(at) >= least}
    found = []
    for term, at in repeated.items():
        longer = [len(n) for other, n in repeated.items() if len(other) > len(term) and _holds(other, term)]
        first, last = rows[at[0]], rows[at[0] + len(term) - 1]
        score = c_value(len(term), len(at), longer)
        text = release.text[first.start : last.end]
        found.append((first.start, last.end, text, " ".join(term), len(term), len(at), score))
    table = pd.DataFrame(found, columns=["start", "end", "text", "term", "words", "count", "c_value"])
    table = table[table["c_value"] > 0]
    return table.sort_values(["c_value", "start"], ascending=[False, True]).reset_index(drop=True)


def _goes_on(rows: Sequence, j: int) -> bool:
    """Whether a word may stand within a term."""
    row, before = rows[j], rows[j - 1]
    if row.is_abbreviated:
        return False
    if row.pos in ("ADJ", "NOUN") or row.form == "non":
        # Two nouns side by side are no term: the parse of a list, or an apposition.
        return not (row.pos == "NOUN" and before.pos == "NOUN")
    if row.form in _LINKS:
        return before.pos in ("NOUN", "ADJ", "VERB")
    if row.form in _INNER:
        return before.form in _LINKS
    return row.pos == "VERB" and before.pos in ("NOUN", "ADJ") and _is_participle(row.form)


def _is_participle(form: str) -> bool:
    return bool(re.search(r"(?:é|i|u|is|it)(?:e?s?)\Z", form))


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    return any(longer[i : i + len(shorter)] == shorter for i in range(len(longer) - len(shorter) + 1))
