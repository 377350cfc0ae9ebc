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
ONE_NAME = "coalesce(own.one_name, few.one_name)"
OF_NAMES = f"""
    LEFT JOIN (SELECT * FROM {NAMES} WHERE only_in IS NULL) own
        ON own.printed = quotes.speaker_name AND own.kind_of = quotes.speaker_kind
    LEFT JOIN (SELECT * FROM {NAMES} WHERE only_in IS NOT NULL) few
        ON few.printed = quotes.speaker_name AND few.kind_of = quotes.speaker_kind AND few.only_in = quotes.release"""


def one_names(corpus: Corpus, aliases: Aliases | None, out: Sequence[str]) -> pa.Table:
    """The one name of each voice: ``printed``, ``kind_of``, ``only_in``, ``one_name``; a row each spelling.

    Each spelling is looked at once, in however many quotations it stands. ``only_in``: the release that a voice
    without a name of its own is of (*le gouvernement*); None for those that are one in all.
    """
    pairs = corpus.sql(
        f"SELECT speaker_name, speaker_kind, count(*) AS many FROM quotes WHERE {SAID} GROUP BY 1, 2 ORDER BY 1, 2",
        [list(out)],
    )
    known = names_in(aliases)
    count, rest = {}, []
    for name, kind, many in pairs.itertuples(index=False):
        if has_own_name(name, kind, known):
            count[Voice(name, kind, "")] = many
        else:
            rest.append({"name": name, "kind_of": kind})
    unnamed = pa.Table.from_pylist(rest, pa.schema([("name", pa.string()), ("kind_of", pa.string())]))
    of_one = corpus.sql(
        f"""SELECT speaker_name, speaker_kind, release, count(*) AS many FROM quotes
            JOIN unnamed ON name = speaker_name AND kind_of = speaker_kind WHERE {SAID}
            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""",
        [list(out)],
        {"unnamed": unnamed},
    )
    columns = (of_one[column] for column in ("speaker_name", "speaker_kind", "release"))
    count |= dict(zip(map(Voice, *columns), of_one["many"], strict=True))
    rows = [(*voice[:2], voice.release or None, name) for voice, name in one_name_each(count, aliases).items()]
    told = zip(*rows, strict=True) if rows else ((),) * 4
    names = ("printed", "kind_of", "only_in", "one_name")
    return pa.table({name: pa.array(column, pa.string()) for name, column in zip(names, told, strict=True)})


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
        f"""SELECT release, date, {ISSUER} AS issuer, {ONE_NAME} AS speaker_name, few.only_in AS only_in,
            quotes.speaker_name AS printed_name,
            speaker_kind, speaker_role, speaker_affiliation, speaker_gender, kind, quotes.words AS words, start,
            "end"{further} FROM quotes {OF_RELEASES} {OF_NAMES} WHERE {SAID} {IN_ORDER}""",
        [out],
        {NAMES: one_names(corpus, aliases, out)},
    )
