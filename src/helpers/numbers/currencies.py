"""Release → which currency a bare *$*, *franc*, *dinar* or *dirham* is in it, by the places that it names.

Which marks show which country stands in ``lexicon/home_currencies.csv``.
"""

import re
from functools import cache, cached_property

from helpers import lexicon
from helpers.lexicon.words import alternation
from helpers.release.release import Release

_BARE = frozenset(row["unit"] for row in lexicon.rows("home_currencies"))


class Currencies:
    """The currencies of the place that a release comes from."""

    def __init__(self, release: Release) -> None:
        self._release = release

    def at_home(self, unit: str | None) -> str | None:
        """A unit; a bare *$*, *franc*, *dinar* or *dirham* as the currency that it is there."""
        return self._codes.get(unit, unit) if unit in _BARE else unit

    @cached_property
    def _codes(self) -> dict[str, str]:
        """What a bare unit means, read when one is met."""
        release = self._release
        frame = " | ".join(part.text for part in (release.dateline, release.source, *release.contacts) if part)
        signs: dict[tuple[str, str], int] = {}
        # One mention in passing says little; the dateline, the source or the contact says it all.
        for weight, text in ((1, release.text), (2, frame)):
            for match in _markers().finditer(text):
                for shown in _shown(match):
                    signs[shown] = signs.get(shown, 0) + weight
        for area in _area_codes(release):
            for shown in _MARKERS["area code"].get(area, ()):
                signs[shown] = signs.get(shown, 0) + 2
        codes = dict(_markers_where("abroad")[_ANY])
        for (unit, code), times in sorted(signs.items(), key=lambda kv: kv[1]):
            if times > 1:
                codes[unit] = code
        return codes


def _area_codes(release: Release) -> list[str]:
    """The first three digits of the contacts' North American telephone numbers."""
    phones = [re.sub(r"[^0-9]", "", phone) for contact in release.contacts for phone in contact.phones]
    return [phone.removeprefix("1")[:3] for phone in phones if len(phone) in (10, 11)]


def _markers_where(where: str) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in lexicon.rows("home_currencies"):
        if row["where"] == where:
            # Datelines are often in capitals.
            for marker in {row["marker"], row["marker"].upper() if where == "anywhere" else row["marker"]}:
                found.setdefault(marker, []).append((row["unit"], row["code"]))
    return found


_ANY, _POSTCODE = "*", "A1A"  # instead of one marker: whatever stands there, whatever has that shape
_MARKERS = {where: _markers_where(where) for where in ("anywhere", "address", "province", "area code", "postal code")}
_GROUPS = {"name": "anywhere", "address": "address", "province": "province", "postcode": "postal code"}


def _shown(match: re.Match[str]) -> list[tuple[str, str]]:
    """The unit and the currency that a mark shows."""
    marker = _POSTCODE if match["postcode"] else match.group(match.lastgroup)
    return _MARKERS[_GROUPS[match.lastgroup]][marker]


@cache
def _markers() -> re.Pattern[str]:
    """The marks of a country in one expression, so that a long text is read once."""
    return re.compile(
        rf"(?<!\w)(?P<name>{alternation(_MARKERS['anywhere'])})s?(?!\w)"
        rf"|(?<=\w)(?P<address>{alternation(_MARKERS['address'])})(?!\w)"
        rf"|(?<=[^\W\d_])(?: \(|, ?)(?P<province>{alternation(_MARKERS['province'])})"
        r"(?=\)|,|\s?[–—-]|\s[A-Z][0-9][A-Z]|\s\(|\.?\s*(?:\n|$))"
        r"|(?<!\w)(?P<postcode>[A-CEGHJ-NPR-TVXY][0-9][A-Z])(?= ?[0-9][A-Z][0-9](?!\w))"
    )
