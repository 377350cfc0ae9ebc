"""One name for each voice of an archive: spellings, acronyms and an editor's aliases joined, groups kept apart."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

from helpers.archive.metadata import csv_rows
from helpers.lexicon.words import DEFINITE, OF, PRONOUNS, words
from helpers.release.decoding import decode
from helpers.release.letterhead import body_nouns
from helpers.text.faults import CorpusError, one_line, reason
from helpers.text.typography import fold

Aliases = Mapping[str, str]
"""A folded name → the name that stands for it."""

_SOUNDS = tuple((re.compile(one), other) for one, other in (
    ("z", "s"), ("ph", "f"), ("th", "t"), ("y", "i"), ("ck|q", "c"), (r"(.)\1", r"\1"), (r"e\b", "")
))  # fmt: skip


class Voice(NamedTuple):
    """What is compared: the name as a release has it, what kind of voice it is, and the release."""

    name: str
    kind: str
    release: str


def read_aliases(path: str | Path) -> dict[str, str]:
    """What only an editor knows: a CSV table with the columns ``alias`` and ``name``.

    Raises:
        CorpusError: it can't be read, or has no such columns.
    """
    shown = one_line(Path(path).name)
    try:
        rows = csv_rows(decode(Path(path).read_bytes(), shown).text)
    except (OSError, ValueError) as error:
        raise CorpusError(f"{shown}: no table of aliases ({reason(error)}); save it as CSV") from error
    if not rows or not {"alias", "name"} <= set(rows[0]):
        raise CorpusError(f"{shown}: no columns alias and name; write a head line alias,name and a row each")
    return {fold(row["alias"]): row["name"].strip() for row in rows if row["alias"].strip() and row["name"].strip()}


def one_name_each(voices: Iterable[Voice] | Mapping[Voice, int], aliases: Aliases | None = None) -> dict[Voice, str]:
    """The name of each voice: that which is printed most often of those that are one.

    Args:
        voices: each as often as it stands, or how often each does.
        aliases: see ``read_aliases``.

    *Édouard Roy* and *Edouard Roy*, *Elisabeth Petit* and *Elizabeth Petit* are one person; *Ligue des eaux*, *ligue
    des Eaux* and *LDE* one body, where no other body has these initials; *l'association Les Rivages* and *Les Rivages*,
    where nothing else bears that name. Unnamed groups and bodies without a name of their own (*le gouvernement*) are
    one release's.
    """
    times = Counter(voices)
    count: Counter[tuple[str, str]] = Counter()
    for voice, many in times.items():
        count[voice.name, voice.kind] += many
    names = _Names(set(count), aliases or {})
    printed: dict[tuple, Counter[str]] = defaultdict(Counter)
    for voice, many in times.items():
        printed[names.key(voice)][names.printed(voice.name)] += many
    best = {key: max(count, key=lambda name: (_weight(count, name), name)) for key, count in printed.items()}
    return {voice: best[names.key(voice)] for voice in times}


def has_own_name(name: str, kind: str, known: Set[str] = frozenset()) -> bool:
    """Whether a voice is one in all releases: *Anne Roy*, *la Ligue des eaux*, not *la mairesse*, *le gouvernement*.

    Args:
        name: as a release has it.
        kind: of the voice.
        known: what an editor's table names, folded; see ``names_in``.
    """
    return fold(name) in known or (kind in ("person", "body") and _is_named(name))


def names_in(aliases: Aliases | None) -> frozenset[str]:
    """All that an editor's table names, folded."""
    return frozenset((*aliases, *map(fold, aliases.values()))) if aliases else frozenset()


def _weight(count: Counter[str], name: str) -> tuple:
    """A name in full before an acronym, then the one printed most often, with its capital, with its accents."""
    return not _is_acronym(name), count[name], name[0].isupper(), sum(not c.isascii() for c in name)


class _Names:
    """What makes two voices one: each name with its kind is looked at once, in however many releases it stands."""

    def __init__(self, named: Set[tuple[str, str]], aliases: Aliases) -> None:
        self._aliases, self._shorter = aliases, {**_acronyms(named), **_named_alone(named)}
        self._known = names_in(aliases)
        self.keys = {pair: self._key(*pair) for pair in named}

    def printed(self, name: str) -> str:
        """The name, or that which an editor has put in its place."""
        return self._aliases.get(fold(name), name) if self._aliases else name

    def key(self, voice: Voice) -> tuple:
        """By what a voice is one with others; of what has no name of its own, in its release."""
        found = self.keys[voice.name, voice.kind]
        return found if found[0] != "unnamed" else (*found, voice.release)

    def _key(self, name: str, kind: str) -> tuple:
        folded, bare = fold(name), _bare(name)
        if folded in self._known:
            return ("alias", fold(self._aliases.get(folded, name)))
        if not has_own_name(name, kind):
            return ("unnamed", kind, bare)
        if kind == "person":
            return ("named", *_person_key(name))
        alone = self._shorter.get(bare, bare)
        return ("named", "body", self._shorter.get(alone, alone))


def _is_named(name: str) -> bool:
    return any(word[0].isupper() for word in _content(name))


def _person_key(name: str) -> tuple:
    """Surnames by their letters, first names by their sound: they are spelt in more ways."""
    said = fold(name).replace("-", " ").replace(".", " ").split()
    first = said[0] if len(said) > 1 else ""
    for expression, sound in _SOUNDS:
        first = expression.sub(sound, first)
    return ("person", first, *(said[1:] if len(said) > 1 else said))


def _bare(name: str) -> str:
    """*la Ligue des eaux* without its article, folded."""
    folded = fold(name).replace("-", " ")
    for opening in _articles():
        if folded.startswith(opening):
            return folded.removeprefix(opening)
    return folded


def _content(name: str) -> list[str]:
    said = [part for word in name.replace("’", "'").replace("-", " ").split() for part in word.split("'")]
    return [word for word in said if word and fold(word) not in _small_words()]


@cache
def _small_words() -> frozenset[str]:
    return frozenset(fold(form).rstrip("'") for form in (*DEFINITE, *OF, *PRONOUNS, *words("and")))


@cache
def _articles() -> tuple[str, ...]:
    """As a folded name opens with them, the longest first."""
    forms = sorted(map(fold, DEFINITE), key=len, reverse=True)
    return tuple(form if form.endswith("'") else f"{form} " for form in forms)


def _is_acronym(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return 1 < len(letters) <= 10 and " " not in name and sum(c.isupper() for c in letters) > len(letters) / 2


def _acronyms(named: Set[tuple[str, str]]) -> dict[str, str]:
    """An acronym, folded → the bare name that it stands for, where only one body has these initials."""
    expansions: dict[str, set[str]] = defaultdict(set)
    bodies = [name for name, kind in named if kind == "body"]
    shorts = {_bare(name) for name in bodies if _is_acronym(name)}
    for name in bodies:
        said = _content(name)
        initials = fold("".join(word[0] for word in said))
        if len(said) > 1 and initials in shorts:
            expansions[initials].add(_bare(name))
    return {short: next(iter(names)) for short, names in expansions.items() if len(names) == 1}


def _named_alone(named: Set[tuple[str, str]]) -> dict[str, str]:
    """The bare name of *association Les Rivages* → that of *Les Rivages*, where it stands alone and behind no other."""
    bodies = {name for name, kind in named if kind == "body"}
    alone = {_bare(name) for name in bodies}
    behind: dict[str, set[str]] = defaultdict(set)
    for name in bodies:
        said = name.split()
        first = next((at for at, word in enumerate(said) if word[0].isupper()), 0)
        rest = _bare(" ".join(said[first:]))
        if first and rest in alone and fold(said[first - 1].rpartition("'")[2]) in body_nouns():
            behind[rest].add(_bare(name))
    return {longer: rest for rest, found in behind.items() if len(found) == 1 for longer in found}
