"""Who is named in the releases of an archive, and in how many of them without a word of their own."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.sql import COUNTED, ISSUER, OF_RELEASES
from helpers.archive.twins import left_out
from helpers.archive.voice_names import Aliases, Voice, one_name_each
from helpers.text.typography import fold

_GROUP = "group"


def silences(
    corpus: Corpus, *, least: int = 2, aliases: Aliases | None = None, without: Sequence[str] | None = None
) -> pd.DataFrame:
    """Persons, bodies and groups by how many releases name them without letting them speak.

    Who is heard is told as by ``language.hearing``: by words of their own, or through somebody who speaks for them.
    Silence in one release is no fault; that nobody ever asks is worth a look. Issuers are left out of their own
    releases: these speak for them throughout.

    Args:
        corpus: the reading.
        least: in how many releases at least somebody must be named.
        aliases: names that only an editor can join, see ``voice_names.read_aliases``.
        without: releases that do not count; None for those that ``twins.copies`` tells.

    Returns:
        One row a name, those most often silent first: ``name`` (one for all spellings, see
        ``voice_names.one_name_each``; a group by its noun), ``kind`` (person, body, group), ``releases`` (that name
        it), ``issuers`` (of these), ``silent_in`` (releases), ``mentions``, ``words`` (of its own), ``acts``.
    """
    table = corpus.sql(
        f"""SELECT release, {ISSUER} AS issuer, named.name AS name, kind, mentions, named.words AS words, is_heard, acts
            FROM named {OF_RELEASES} WHERE NOT (of_issuer AND kind = 'body') AND {COUNTED}
            ORDER BY date NULLS LAST, release, mentions DESC, named.name""",
        [left_out(corpus, without)],
    )
    table["name"] = pd.Series(_one_name_each(table, aliases), table.index, dtype=object)
    told = table.groupby(["name", "kind", "release"], sort=False).agg(
        issuer=("issuer", "first"), mentions=("mentions", "sum"), words=("words", "sum"), is_heard=("is_heard", "any"),
        acts=("acts", "sum"),
    )  # fmt: skip
    told["silent"] = ~told["is_heard"].astype(bool)
    found = told.groupby(["name", "kind"], sort=False).agg(
        releases=("issuer", "size"), issuers=("issuer", "nunique"), silent_in=("silent", "sum"),
        mentions=("mentions", "sum"), words=("words", "sum"), acts=("acts", "sum"),
    )  # fmt: skip
    order = ["silent_in", "mentions", "name"]
    found = found[found["releases"] >= least].reset_index()
    return found.sort_values(order, ascending=[False, False, True], ignore_index=True)


def _one_name_each(table: pd.DataFrame, aliases: Aliases | None) -> list[str]:
    """The one name of each row: of persons and bodies by their spellings, of groups by the noun without accents."""
    voices = [Voice(*row) for row in zip(table["name"], table["kind"], table["release"], strict=True)]
    names = one_name_each([voice for voice in voices if voice.kind != _GROUP], aliases)
    written: dict[str, Counter[str]] = {}
    for voice in voices:
        written.setdefault(fold(voice.name), Counter())[voice.name] += 1
    return [names[v] if v in names else written[fold(v.name)].most_common(1)[0][0] for v in voices]
