"""Words and quotations → whose each word is."""

import pandas as pd

from helpers.release.release import Release
from helpers.text.typography import WORD

ITSELF, NOBODY = "the release itself", "nobody named"
"""What the voice of the release is called, and that of a quotation without a known speaker."""


def voiced(words: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """The words with whose they are, each given to one voice.

    Where a report stands within a report, the narrower one has the word: nobody's words are counted twice.

    Args:
        words: any table with ``start``, as ``word_table`` gives.
        quotes: ``analysis.quotes``.

    Returns:
        The table with ``voice`` (own, quoted: in quotation marks as somebody's, reported: told in other words) and
        ``speaker``: *the release itself*, the name, or *nobody named* for a quotation whose speaker is not known.
        Narrated points (*X a souligné la hausse*) are the release's own words.
    """
    spans = [
        (end - start, start, end, kind, name if isinstance(name, str) and name else NOBODY)
        for start, end, kind, name in zip(
            quotes["start"], quotes["end"], quotes["kind"], quotes["speaker_name"], strict=True
        )
        if kind != "narrated"
    ]
    spans.sort(key=lambda span: (span[0], span[1]))
    voices, speakers = [], []
    for start in words["start"]:
        around = next((span for span in spans if span[1] <= start < span[2]), None)
        voices.append("own" if around is None else "quoted" if around[3] == "direct" else "reported")
        speakers.append(ITSELF if around is None else around[4])
    return words.assign(
        voice=pd.Series(voices, words.index, dtype=object), speaker=pd.Series(speakers, words.index, dtype=object)
    )


def voice_words(release: Release, quotes: pd.DataFrame) -> pd.Series:
    """How many words of a release each quoted voice has, most first; nested quotations are counted once.

    Args:
        release: the release, all of whose words count, titles and contacts too.
        quotes: ``analysis.quotes``.

    Returns:
        Speaker (or *nobody named*) → words in direct, indirect and mixed quotations. What is left of
        ``release.words`` is the release's own.
    """
    starts = [p.start + match.start() for p in release.paragraphs for match in WORD.finditer(p.text)]
    table = voiced(pd.DataFrame({"start": starts}, dtype="int64"), quotes)
    quoted = table[table["voice"] != "own"]
    return quoted.groupby("speaker", sort=False).size().sort_values(ascending=False, kind="stable").rename("words")
