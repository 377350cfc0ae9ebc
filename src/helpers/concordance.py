"""Words → every use of a word in its context."""

import re

import pandas as pd

from helpers.release import Release
from helpers.running import Read, running_text


def concordance(source: Release | Read, pattern: str, *, width: int = 45) -> pd.DataFrame:
    """Every place where a pattern stands in the running text, with what is around it (KWIC).

    Args:
        source: a release, or an analysis of one.
        pattern: a regular expression, case ignored; ``enfants?`` finds *enfant* and *enfants*.
        width: how many code points of the same paragraph to show on either side.

    Returns:
        One row a place, in the order of the text: ``left``, ``hit``, ``right``, ``start``,
        ``end`` (of the hit), ``paragraph``.

    Raises:
        ValueError: the pattern is no regular expression.
    """
    release = source if isinstance(source, Release) else source.release
    try:
        wanted = re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"{pattern!r} is no regular expression ({error}); escape its special characters") from None
    rows = []
    for index, paragraph in running_text(release):
        for match in wanted.finditer(release.text, paragraph.start, paragraph.end):
            start, end = match.span()
            if start < end:
                rows.append(
                    {
                        "left": release.text[max(paragraph.start, start - width) : start],
                        "hit": match.group(),
                        "right": release.text[end : min(paragraph.end, end + width)],
                        "start": start,
                        "end": end,
                        "paragraph": index,
                    }
                )
    return pd.DataFrame(rows, columns=["left", "hit", "right", "start", "end", "paragraph"])
