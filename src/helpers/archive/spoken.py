"""Who speaks: each quotation with the one name of its voice, joined in the query and not row by row."""

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa

from helpers.archive.corpus import Corpus
from helpers.archive.sql import COUNTED, IN_ORDER, ISSUER, OF_RELEASES, SPOKEN
from helpers.archive.twins import left_out
from helpers.archive.voice_names import Aliases, Voice, has_own_name, names_in, one_name_each

SAID = f"{SPOKEN} AND speaker_kind IS NOT NULL AND {COUNTED}"
"""The quotations that have a voice; the value leaves releases out."""
NAMES = "one_names"
"""The name of the table that ``one_names`` gives, in a query."""
OF_NAMES = f"JOIN {NAMES} ON printed = quotes.speaker_name AND kind_of = quotes.speaker_kind"
ONLY_IN = "CASE WHEN has_own_name THEN NULL ELSE quotes.release END"
"""The release that a voice without a name of its own (*le gouvernement*) is of; NULL of those that are one in all."""


def one_names(corpus: Corpus, aliases: Aliases | None, out: Sequence[str]) -> pa.Table:
    """The one name of each spelling, in however many quotations it stands.

    Returns:
        ``printed``, ``kind_of``, ``one_name``, ``has_own_name`` (whether it names the same voice in all releases).
    """
    pairs = corpus.sql(
        f"SELECT speaker_name, speaker_kind, count(*) AS many FROM quotes WHERE {SAID} GROUP BY 1, 2 ORDER BY 1, 2",
        [list(out)],
    )
    known = names_in(aliases)
    count = {Voice(name, kind, ""): many for name, kind, many in pairs.itertuples(index=False)}
    rows = [
        {"printed": name, "kind_of": kind, "one_name": one, "has_own_name": has_own_name(name, kind, known)}
        for (name, kind, _), one in one_name_each(count, aliases).items()
    ]
    text = pa.string()
    return pa.Table.from_pylist(
        rows, pa.schema([("printed", text), ("kind_of", text), ("one_name", text), ("has_own_name", pa.bool_())])
    )


def spoken(
    corpus: Corpus,
    *,
    aliases: Aliases | None = None,
    without: Sequence[str] | None = None,
    with_words: bool = False,
) -> pd.DataFrame:
    """The quotations that have a voice, by date, each with the one name of who speaks: a row each.

    Returns:
        ``release``, ``date``, ``issuer``, ``speaker_name``, ``only_in`` (the release that a voice without a name of
        its own is of), ``printed_name``, ``speaker_kind``, ``speaker_role``, ``speaker_affiliation``,
        ``speaker_gender``, ``kind``, ``words``, ``start``, ``end``; with the words also ``text`` and ``lemmas``.
    """
    further = ", quotes.text AS text, quotes.lemmas AS lemmas" if with_words else ""
    out = left_out(corpus, without)
    return corpus.sql(
        f"""SELECT release, date, {ISSUER} AS issuer, one_name AS speaker_name, {ONLY_IN} AS only_in,
            quotes.speaker_name AS printed_name,
            speaker_kind, speaker_role, speaker_affiliation, speaker_gender, kind, quotes.words AS words, start,
            "end"{further} FROM quotes {OF_RELEASES} {OF_NAMES} WHERE {SAID} {IN_ORDER}""",
        [out],
        {NAMES: one_names(corpus, aliases, out)},
    )
