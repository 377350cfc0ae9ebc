"""Who is named in the releases of an archive, and in how many of them without a word of their own."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.sql import COUNTED, ISSUER, OF_RELEASES
from helpers.archive.voice_names import Aliases, Voice, one_name_each
from helpers.text.typography import fold

_GROUP = "group"


def silences(
    corpus: Corpus, *, least: int = 2, aliases: Aliases | None = None, without: Sequence[str] = ()
) -> pd.DataFrame:
    """Persons, bodies and groups by how many releases name them without letting them speak.

    Who is heard is told as by ``language.hearing``: by words of their own, or through somebody who speaks for them.
    Silence in one release is no fault; that nobody ever asks is worth a look. Issuers are left out of their own
    releases: these speak for them throughout.

    Args:
        corpus: the reading.
        least: in how many releases at least somebody must be named.
        aliases: names that only an editor can join, see ``voice_names.read_aliases``.
        without: releases that do not count, for instance second sendings.

    Returns:
        One row a name, those most often silent first: ``name`` (one for all spellings, see
        ``voice_names.one_name_each``; a group by its noun), ``kind`` (person, body, group), ``releases`` (that name
        it), ``issuers`` (of these), ``silent_in`` (releases), ``mentions``, ``words`` (of its own), ``acts``.
    """
    table = corpus.sql(
        f"""SELECT release, {ISSUER} AS issuer, named.name AS name, kind, mentions, named.words AS words, is_heard, acts
            FROM named {OF_RELEASES} WHERE NOT (of_issuer AND kind = 'body') AND {COUNTED}
            ORDER BY date NULLS LAST, release, mentions DESC, named.name""",
        [list(without)],
    )
    table["name"] = pd.Series(_one_name_each(table, aliases), table.index, dtype=object)
    rows = [
        (
            name,
            kind,
            uses["release"].nunique(),
            uses["issuer"].nunique(),
            int((~uses.groupby("release")["is_heard"].any()).sum()),
            int(uses["mentions"].sum()),
            int(uses["words"].sum()),
            int(uses["acts"].sum()),
        )
        for (name, kind), uses in table.groupby(["name", "kind"], sort=False)
    ]
    columns = ["name", "kind", "releases", "issuers", "silent_in", "mentions", "words", "acts"]
    found = pd.DataFrame(rows, columns=columns)
    order = ["silent_in", "mentions", "name"]
    return found[found["releases"] >= least].sort_values(order, ascending=[False, False, True], ignore_index=True)


def _one_name_each(table: pd.DataFrame, aliases: Aliases | None) -> list[str]:
    """The one name of each row: of persons and bodies by their spellings, of groups by the noun without accents."""
    voices = [Voice(*row) for row in zip(table["name"], table["kind"], table["release"], strict=True)]
    names = one_name_each([voice for voice in voices if voice.kind != _GROUP], aliases)
    written: dict[str, Counter[str]] = {}
    for voice in voices:
        written.setdefault(fold(voice.name), Counter())[voice.name] += 1
    return [names[v] if v in names else written[fold(v.name)].most_common(1)[0][0] for v in voices]
