"""How datelines are printed: expressions for date, place, region and wire, and for the lines that these make.

The words in them stand in tables. No expression takes an unbounded stretch, so that none doubles back over a long one.
"""

import re

from helpers.lexicon import rows
from helpers.lexicon.words import alternation, column, either_apostrophe, forms_of, whole_and_elided
from helpers.release.headings import UPPER, marker_openings
from helpers.text.typography import fold


def _words(role: str) -> list[str]:
    return forms_of("dateline_words", role=role)


def _capital(role: str) -> str:
    """The words of a role as they open a line: *Fait*."""
    return either_apostrophe(alternation(map(str.capitalize, _words(role))))


_GAP = r"[^\S\r\n]{0,3}"
_SPACE = r"[^\S\r\n]{1,3}"


def _maybe(role: str) -> str:
    """A word of a role with the space behind it, or nothing: *Le 3 mai*, *le 3 mai*, *LE 3 MAI*, *3 mai*."""
    return rf"(?:(?i:{alternation(_words(role))}){_SPACE})?"


# --- date and hour ---------------------------------------------------------------------------------

MONTHS = {row["form"]: int(row["month"]) for row in rows("months")}
_MONTH = alternation(MONTHS)
_WEEKDAY = rf"(?:{alternation(forms_of('weekdays'))})(?!\w)|(?:{alternation(column('weekdays', 'short'))})(?:\.|(?!\w))"
_THE = alternation(_words("article"))
_DAY = rf"(?P<day>\d{{1,2}})(?:\s?(?i:{alternation(_words('ordinal'))}))?{_SPACE}(?P<month>(?i:{_MONTH}))(?!\w)\.?"
_WEEKDAY_BEFORE = rf"(?:(?i:{_WEEKDAY}),?{_SPACE}(?:(?i:{_THE}){_SPACE})?)?"
_IN_FIGURES = (
    r"(?P<d>\d{1,2})\s?[./-]\s?(?P<m>\d{1,2})\s?[./-]\s?(?P<y>\d{4}|\d{2})(?![\d./-]*\d)"
    r"|(?P<iso_y>\d{4})-(?P<iso_m>\d{2})-(?P<iso_d>\d{2})(?!\d)"
)
_DATE = rf"{_WEEKDAY_BEFORE}(?:{_DAY}{_SPACE}(?P<year>\d{{4}})(?!\d)|{_IN_FIGURES})"
_DATE_OR_DAY = rf"{_WEEKDAY_BEFORE}(?:{_DAY}(?:{_SPACE}(?P<year>\d{{4}})(?!\d))?|{_IN_FIGURES})"
_CLOCK = (
    rf"(?:,?{_SPACE}(?:[-–—]{_SPACE})?(?:(?:{alternation(_words('clock'))}){_SPACE})?"
    r"\d{1,2}\s?(?:h|:)\s?(?:\d{2}(?::\d{2})?)?(?!\d))?"
)

FIND_DATE = re.compile(rf"(?<![\d.,/]){_DATE}")
"""*le mardi 12 mars 2024* anywhere: groups day, month, year; or d, m, y; or iso_d, iso_m, iso_y."""
FIND_DAY = re.compile(rf"(?<![\d.,/]){_DAY}(?!\w)")
"""*le 12 mars* anywhere, without a year."""
TODAY = re.compile(
    rf"(?<!\w)(?i:{either_apostrophe(alternation(_words('today')))}),?{_SPACE}\(?{_maybe('article')}{_DATE}"
)
"""*aujourd'hui, mardi 12 mars 2024*, in running text."""

# --- place, region and wire ------------------------------------------------------------------------

_LABELS = _words("label")
# Of *Mis à jour* the first word with the space behind it.
_LABEL_OPENINGS = "|".join(
    re.escape(label.split()[0].capitalize()) + (" " if " " in label else r"\b") for label in _LABELS
)
# Le 3 mai, Mardi, Publié le, Mis à jour, Communiqué: these open a date.
_NO_PLACE = (
    rf"(?i:(?:{_THE}) )?(?:\d|(?i:{_WEEKDAY})|(?i:{_MONTH})(?!\w))|{_capital('label stem')}|{_LABEL_OPENINGS}"
    rf"|(?i:{marker_openings()})(?![\w-])"
)
_LINK, _ELIDED_LINK = whole_and_elided(_words("place link"))
# Words that can stand in a place's name are told apart by their first letter, so that the search never doubles back.
_PLACE = (
    rf"(?P<place>(?!{_NO_PLACE})[{UPPER}][\w'’.-]{{0,40}}"
    rf"(?:[ \xa0](?:[{UPPER}][\w'’.-]{{0,40}}|(?:{_LINK}|(?:{_ELIDED_LINK})\w{{1,40}})(?=[ \xa0]))){{0,6}})"
)
_NO_REGION = rf"(?i:(?:{_THE}|{_WEEKDAY})(?!\w))"
_REGION = (
    rf"(?P<region>(?:{_GAP}\([^)\n]{{2,40}}\)"
    rf"|,{_GAP}(?!{_NO_REGION})[{UPPER}][\w.'’-]{{1,20}}(?: [\w.'’-]{{1,20}}){{0,2}}?){{0,2}})"
)
_REGIONS = alternation(forms_of("regions"))
_WIRES = alternation(forms_of("wire_services"))
_ACRONYM = r"[A-Z]{2,12}(?:-[A-Z]{2,8})?"
_WIRE_MARKED = rf"/(?P<wire>[^/\n]{{2,30}})/|\((?P<agency>(?i:{_WIRES})|{_ACRONYM})\)"
_WIRE = rf"(?:{_GAP}[-–—]{{0,2}}{_GAP}(?:{_WIRE_MARKED}|(?P<plain>(?i:{_WIRES}))(?={_GAP}[-–—])))?"

# --- whole lines -----------------------------------------------------------------------------------

_LINE_END = rf"{_GAP}(?=[\n\r]|\Z)"
# A dash, a colon, the end of the line; or a new sentence, be there a full stop before it or nothing.
_DASHES = rf"(?:{_GAP}(?:\.{_GAP})?[-–—]{{1,2}}|{_GAP}:(?=\s)|\.?{_LINE_END}|\.?{_SPACE}(?=[{UPPER}«“\"]))"
_MARKUP = r"[*_#>\s]{0,6}"
# À Lyon, A Lyon, Fait À Lyon.
_AT = alternation(spelling.capitalize() for form in _words("place") for spelling in (form, fold(form)))
_OPENING = rf"{_MARKUP}(?:(?:(?:{_capital('signing')}) (?i:{_AT})|{_AT}) (?=[{UPPER}]))?"
_BEFORE_DATE = rf",?{_SPACE}(?:[–—-]{_SPACE})?{_maybe('article')}"

PLACE_DATE = re.compile(rf"{_OPENING}{_PLACE}{_REGION}{_BEFORE_DATE}{_DATE}{_CLOCK}{_WIRE}[*_]{{0,3}}{_DASHES}")
"""*MONTRÉAL, QC, le 1er juin 2018 /CNW Telbec/ –*"""

BRACKETED = re.compile(
    rf"{_MARKUP}[(\[]{_PLACE}{_REGION}{_BEFORE_DATE}{_DATE_OR_DAY}{_CLOCK}"
    rf"(?:(?:,|{_GAP}[-–—/]){_GAP}(?P<inside>(?i:{_WIRES})))?[)\]]{_WIRE}[*_]{{0,3}}{_GAP}[-–—:.]{{0,2}}"
)
"""*(Lyon, le 3 mars 2020) –*, *[Dakar, 12 mai – APS]*: the brackets tell it, be there a year or not."""

PLACE_DAY = re.compile(
    rf"{_OPENING}{_PLACE}{_REGION}{_BEFORE_DATE}{_WEEKDAY_BEFORE}{_DAY}{_CLOCK}{_GAP}(?:{_WIRE_MARKED})"
    rf"[*_]{{0,3}}{_GAP}[-–—:]{{0,2}}"
)
"""*Dakar, 12 mai (APS) –*: where the wire tells what the line is, the year may be missing."""

DAY_LEAD = re.compile(
    rf"{_OPENING}{_PLACE}{_REGION},{_SPACE}(?i:{_THE}){_SPACE}{_WEEKDAY_BEFORE}{_DAY}{_CLOCK}{_GAP}[-–—]{{1,2}}{_SPACE}"
)
"""*Dakar, le 12 mai – Le port …*, before sentences."""

PLACE_MONTH = re.compile(
    rf"{_OPENING}{_PLACE}{_REGION},{_SPACE}{_maybe('month')}(?P<month>(?i:{_MONTH}))\.?{_SPACE}(?P<year>\d{{4}})"
    rf"{_WIRE}[*_]{{0,3}}{_GAP}[-–—]{{1,2}}"
)
"""*Lyon, mars 2024 –*"""

DATE_PLACE = re.compile(
    rf"{_MARKUP}{_maybe('article')}{_DATE}{_CLOCK}(?:{_GAP}[–—|]{_GAP}|{_SPACE}-{_SPACE}|,{_SPACE}{_maybe('place')})"
    rf"{_PLACE}{_REGION}{_WIRE}[*_]{{0,3}}(?P<sep>{_GAP}[-–—|]{{1,2}}\s|{_LINE_END})"
)
"""*Le 14 mai 2022 – Gatineau (Québec) –*; behind the group ``sep`` the issuer may stand."""

PLACE_WIRE = re.compile(
    rf"{_OPENING}{_PLACE}{_REGION}{_GAP}[-–—]{{0,2}}{_GAP}"
    rf"(?:/(?P<wire>(?i:{_WIRES}))/|\((?P<agency>(?i:{_WIRES}))\)){_GAP}[-–—]{{1,2}}"
)
"""*PARIS--(BUSINESS WIRE)--*"""

PLACE_REGION = re.compile(
    rf"{_OPENING}{_PLACE}(?P<region>{_GAP}\((?i:{_REGIONS})\)|,{_GAP}(?i:{_REGIONS})(?!\w))(?:,{_GAP}(?i:{_REGIONS})(?!\w))?"
    rf"{_GAP}[-–—]{{1,2}}\s"
)
"""*Gatineau (Québec) –*"""

BYLINE = re.compile(rf"(?P<plain>{_ACRONYM}){_GAP}/{_GAP}{_PLACE}{_GAP}/{_GAP}[{UPPER}][^/\n]{{1,60}}{_LINE_END}")
"""*APS / Dakar / Awa Ndir*: agency, place and who wrote it."""

DATE_LEAD = re.compile(
    rf"{_MARKUP}{_maybe('article')}{_DATE}{_CLOCK}{_WIRE}[*_]{{0,3}}(?:{_GAP}:|{_SPACE}[-–—]{{1,2}}){_SPACE}(?=\S)"
)
"""*12 MARS 2024 : Le pont …*, before sentences."""

DATE_ALONE = re.compile(
    rf"{_MARKUP}(?P<label>(?i:{alternation(_LABELS)}){_GAP}:?{_GAP})?{_maybe('article')}{_DATE}{_CLOCK}\.?[*_]{{0,3}}{_LINE_END}"
)
"""*Publié le 3 février 2021*, alone on its line."""

LABEL_ALONE = re.compile(rf"(?i:{alternation(_LABELS)}){_GAP}:?{_LINE_END}")
"""*Date de publication*, on the line above a date."""

MARKER = re.compile(
    rf"{_MARKUP}(?i:{marker_openings()})(?!\w)(?:{_SPACE}(?i:{alternation(_words('number'))}){_GAP}[\w/-]{{1,20}})?"
    rf"{_GAP}[,:|–—-]{{0,2}}{_GAP}(?:(?i:{alternation(_words('issued on'))}){_SPACE})?"
)
"""*Communiqué de presse n° 7 du* …, before a date or a dateline."""

SIGNING = re.compile(
    rf"(?<!\w)(?:{_capital('signing')}) (?i:{alternation(_words('place'))}) {_PLACE}{_REGION}{_BEFORE_DATE}{_DATE}"
)
"""*Fait à Lyon, le 3 février 2021*, at the end of a release."""
