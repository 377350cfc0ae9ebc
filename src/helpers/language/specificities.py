"""Words → those that mark a part of a text against the rest."""

import math
from collections import Counter

import pandas as pd


def specificity(count: int, part: int, total_count: int, total: int) -> float:
    """How surprising the uses of a word in one part of a text are, as a power of ten with a sign.

    Under the hypergeometric model: with ``total_count`` uses dealt at random over ``total`` words, how likely is it
    that a part of ``part`` words gets ``count`` or more (more than expected: positive), or ``count`` or fewer
    (negative)? 2 says one in a hundred, -3 one in a thousand by too few; within ±2 chance explains it. The model is
    exact for any length; in a short part hardly anything can pass 2: that part is short, not like the rest.

    Raises:
        ValueError: the four counts can't be those of a part and a whole.

    Source:
        Lafon (1980), Sur la variabilité de la fréquence des formes dans un corpus, Mots 1.
    """
    if not (0 <= count <= min(part, total_count) and part <= total and total_count - count <= total - part):
        raise ValueError(f"{count} of {total_count} uses in {part} of {total} words can't be")
    if not total or count * total == total_count * part:
        return 0.0
    from scipy.stats import hypergeom  # here, not above: it takes a second to load

    is_more = count * total > total_count * part
    dealt = (total, total_count, part)
    tail = hypergeom.logsf(count - 1, *dealt) if is_more else hypergeom.logcdf(count, *dealt)
    return abs(float(tail)) / math.log(10) * (1 if is_more else -1)


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
    # Rounded: equal chances stay in the order of the text, whatever the last digit of their tails.
    return table.sort_values("specificity", key=lambda s: -s.abs().round(9), kind="stable").reset_index(drop=True)
