"""How datelines are printed: expressions for date, place, region and wire, and for the lines that these make.

The words in them stand in tables.
"""

import re

from helpers.lexicon import rows
from helpers.lexicon.words import alternation, forms_of, whole_and_elided
from helpers.release.headings import UPPER
from helpers.text.typography import fold


def _words(role: str) -> list[str]:
    return forms_of("dateline_words", role=role)


def _capital(role: str) -> str:
    """The words of a role as they open a line: *Fait*."""
    return alternation(map(str.capitalize, _words(role)))


def _maybe(role: str) -> str:
    """A word of a role with the space behind it, or nothing: *Le 3 mai*, *le 3 mai*, *3 mai*."""
    return rf"(?:(?:{alternation(_words(role))}|{_capital(role)})\s+)?"


# --- date and hour ---------------------------------------------------------------------------------

MONTHS = {row["form"]: int(row["month"]) for row in rows("months")}
_MONTH = alternation(MONTHS)
_WEEKDAY = alternation(forms_of("weekdays"))
_THE, _ORDINAL = alternation(_words("article")), alternation(_words("ordinal"))
_DAY = rf"(?P<day>\d{{1,2}})(?:{_ORDINAL})?\s+(?P<month>(?i:{_MONTH}))"
_DATE = (
    rf"(?:(?i:{_WEEKDAY}),?\s+(?:(?:{_THE})\s+)?)?"
    rf"(?:{_DAY}\.?\s+(?P<year>\d{{4}})"
    r"|(?P<d>\d{1,2})\s?[./-]\s?(?P<m>\d{1,2})\s?[./-]\s?(?P<y>\d{4})(?!\d)"
    r"|(?P<iso_y>\d{4})-(?P<iso_m>\d{2})-(?P<iso_d>\d{2})(?!\d))"
)
_CLOCK = rf"(?:,?\s+(?:(?:{alternation(_words('clock'))})\s+)?\d{{1,2}}\s?(?:h|:)\s?(?:\d{{2}})?)?"

FIND_DATE = re.compile(rf"(?<![\d.,/]){_DATE}")
"""*le mardi 12 mars 2024* anywhere: groups day, month, year; or d, m, y; or iso_d, iso_m, iso_y."""
FIND_DAY = re.compile(rf"(?<![\d.,/]){_DAY}(?!\w)")
"""*le 12 mars* anywhere, without a year."""

# --- place, region and wire ------------------------------------------------------------------------

_LABELS = _words("label")
# Of *Mis à jour* the first word with the space behind it.
_LABEL_OPENINGS = "|".join(
    re.escape(label.split()[0].capitalize()) + (" " if " " in label else r"\b") for label in _LABELS
)
# Le 3 mai, Mardi, Publié le, Mis à jour: these open a date.
_NO_PLACE = rf"(?:(?:{_capital('article')})\s+)?(?:\d|(?i:{_WEEKDAY})\b)|{_capital('label stem')}|{_LABEL_OPENINGS}"
_LINK, _ELIDED_LINK = whole_and_elided(_words("place link"))
# Words that can stand in a place's name are told apart by their first letter, so that the search never doubles back.
_PLACE = (
    rf"(?P<place>(?!{_NO_PLACE})[{UPPER}][\w'’.-]{{0,40}}"
    rf"(?:[ \xa0](?:[{UPPER}][\w'’.-]{{0,40}}|(?:{_LINK}|(?:{_ELIDED_LINK})\w+)(?=[ \xa0]))){{0,6}})"
)
_REGION = rf"(?P<region>(?:\s*\([^)\n]{{2,40}}\)|,\s*[{UPPER}][\w. '’-]{{1,30}}?){{0,2}})"
_REGIONS = alternation(forms_of("regions"))
_WIRES = alternation(forms_of("wire_services"))
_WIRE = (
    r"(?:\s*[-–—]{0,2}\s*(?:/(?P<wire>[^/\n]{2,30})/"
    rf"|\((?P<agency>(?i:{_WIRES})|[A-Z]{{2,12}})\)|(?P<plain>(?i:{_WIRES}))(?=\s*[-–—])))?"
)

# --- whole lines -----------------------------------------------------------------------------------

_DASHES = r"\s*(?:\.\s*)?(?:[-–—]{1,2}|:(?=\s)|(?=[\n\r]|\Z))"
_MARKUP = r"[*_#>\s]{0,6}"
# À Lyon, A Lyon, Fait À Lyon.
_AT = alternation(spelling.capitalize() for form in _words("place") for spelling in (form, fold(form)))
_OPENING = rf"{_MARKUP}(?:(?:(?:{_capital('signing')}) )?(?:{_AT}) (?=[{UPPER}]))?"

PLACE_DATE = re.compile(
    rf"{_OPENING}{_PLACE}{_REGION},?\s+(?:[–—-]\s+)?{_maybe('article')}{_DATE}{_CLOCK}{_WIRE}[*_]{{0,3}}{_DASHES}"
)
"""*MONTRÉAL, QC, le 1er juin 2018 /CNW Telbec/ –*"""

PLACE_MONTH = re.compile(
    rf"{_OPENING}{_PLACE}{_REGION},\s+{_maybe('month')}(?P<month>(?i:{_MONTH}))\.?\s+(?P<year>\d{{4}})"
    rf"{_WIRE}[*_]{{0,3}}\s*[-–—]{{1,2}}"
)
"""*Lyon, mars 2024 –*"""

DATE_PLACE = re.compile(
    rf"{_MARKUP}{_maybe('article')}{_DATE}(?:\s*[–—|]\s*|\s+-\s+|,\s+{_maybe('place')}){_PLACE}{_REGION}{_WIRE}"
    r"[*_]{0,3}(?P<sep>\s*[-–—|]{1,2}\s|\s*(?=[\n\r]|\Z))"
)
"""*Le 14 mai 2022 – Gatineau (Québec) –*; behind the group ``sep`` the issuer may stand."""

PLACE_WIRE = re.compile(
    rf"{_OPENING}{_PLACE}{_REGION}\s*[-–—]{{0,2}}\s*(?:/(?P<wire>(?i:{_WIRES}))/|\((?P<agency>(?i:{_WIRES}))\))"
    r"\s*[-–—]{1,2}"
)
"""*PARIS--(BUSINESS WIRE)--*"""

PLACE_REGION = re.compile(
    rf"{_OPENING}{_PLACE}(?P<region>\s*\((?i:{_REGIONS})\)|,\s*(?i:{_REGIONS})(?!\w))(?:,\s*(?i:{_REGIONS})(?!\w))?"
    r"\s*[-–—]{1,2}\s"
)
"""*Gatineau (Québec) –*"""

DATE_ALONE = re.compile(
    rf"(?:(?i:{alternation(_LABELS)})\s*:?\s*)?(?:(?i:{_THE})\s+)?{_DATE}{_CLOCK}\.?\s*(?=[\n\r]|\Z)"
)
"""*Publié le 3 février 2021*, alone on its line."""

SIGNING = re.compile(rf"(?:{_capital('signing')}) (?:{alternation(_words('place'))}) ")
"""*Fait à Lyon, le 3 février 2021*, at the end of a release."""
