"""Blocks → the dateline: where, when and by which wire; and until when nothing may be published."""

import datetime
import re
from collections.abc import Sequence

from helpers import lexicon
from helpers.release.blocks import Block
from helpers.release.headings import UPPER
from helpers.release.parts import Dateline, Embargo, Paragraph, part_of
from helpers.text.typography import trim

_MONTH = "|".join(sorted({re.escape(row["form"]) for row in lexicon.rows("months")}, key=len, reverse=True))
_MONTHS = {row["form"]: int(row["month"]) for row in lexicon.rows("months")}
_WEEKDAY = "|".join(row["form"] for row in lexicon.rows("weekdays"))
_DATE = (
    rf"(?:(?i:{_WEEKDAY}),?\s+(?:le\s+)?)?"
    rf"(?:(?P<day>\d{{1,2}})(?:er)?\s+(?P<month>(?i:{_MONTH}))\.?\s+(?P<year>\d{{4}})"
    r"|(?P<d>\d{1,2})\s?[./-]\s?(?P<m>\d{1,2})\s?[./-]\s?(?P<y>\d{4})(?!\d)"
    r"|(?P<iso_y>\d{4})-(?P<iso_m>\d{2})-(?P<iso_d>\d{2})(?!\d))"
)
_CLOCK = r"(?:,?\s+(?:à\s+)?\d{1,2}\s?(?:h|:)\s?(?:\d{2})?)?"
# Words that can stand in a place's name are told apart by their first letter, so that the search never doubles back.
_PLACE = (
    rf"(?P<place>(?!(?:Le\s+)?(?:\d|(?i:{_WEEKDAY})\b)|Publi|Date\b|Mis[e ])[{UPPER}][\w'’.-]{{0,40}}"
    rf"(?:[ \xa0](?:[{UPPER}][\w'’.-]{{0,40}}"
    r"|(?:de|du|des|la|le|les|sur|sous|en|et|lès|lez|d['’]\w+|l['’]\w+)(?=[ \xa0]))){0,6})"
)
_REGION = rf"(?P<region>(?:\s*\([^)\n]{{2,40}}\)|,\s*[{UPPER}][\w. '’-]{{1,30}}?){{0,2}})"
_REGIONS = "|".join(sorted((re.escape(row["form"]) for row in lexicon.rows("regions")), key=len, reverse=True))
_WIRES = "|".join(sorted((re.escape(row["form"]) for row in lexicon.rows("wire_services")), key=len, reverse=True))
_WIRE = (
    r"(?:\s*[-–—]{0,2}\s*(?:/(?P<wire>[^/\n]{2,30})/"
    rf"|\((?P<agency>(?i:{_WIRES})|[A-Z]{{2,12}})\)|(?P<plain>(?i:{_WIRES}))(?=\s*[-–—])))?"
)
_DASHES = r"\s*(?:\.\s*)?(?:[-–—]{1,2}|:(?=\s)|(?=[\n\r]|\Z))"
_OPENING = r"[*_#>\s]{0,6}(?:(?:Fait )?[ÀA] (?=[A-ZÀ-ÖØ-Þ]))?"
_DATELINES = (
    # MONTRÉAL, QC, le 1er juin 2018 /CNW Telbec/ –
    re.compile(
        rf"{_OPENING}{_PLACE}{_REGION},?\s+(?:[–—-]\s+)?(?:[Ll]e\s+)?{_DATE}{_CLOCK}{_WIRE}[*_]{{0,3}}{_DASHES}"
    ),
    # Lyon, mars 2024 –
    re.compile(
        rf"{_OPENING}{_PLACE}{_REGION},\s+(?:[Ee]n\s+)?(?P<month>(?i:{_MONTH}))\.?\s+(?P<year>\d{{4}}){_WIRE}[*_]{{0,3}}"
        r"\s*[-–—]{1,2}"
    ),
    # Le 14 mai 2022 – Gatineau (Québec) –
    re.compile(
        rf"[*_#>\s]{{0,6}}(?:[Ll]e\s+)?{_DATE}(?:\s*[–—|]\s*|\s+-\s+|,\s+(?:[àÀ]\s+)?){_PLACE}{_REGION}{_WIRE}"
        r"[*_]{0,3}(?P<sep>\s*[-–—|]{1,2}\s|\s*(?=[\n\r]|\Z))"
    ),
    # PARIS--(BUSINESS WIRE)--
    re.compile(
        rf"{_OPENING}{_PLACE}{_REGION}\s*[-–—]{{0,2}}\s*(?:/(?P<wire>(?i:{_WIRES}))/|\((?P<agency>(?i:{_WIRES}))\))"
        r"\s*[-–—]{1,2}"
    ),
    # Gatineau (Québec) –
    re.compile(
        rf"{_OPENING}{_PLACE}(?P<region>\s*\((?i:{_REGIONS})\)|,\s*(?i:{_REGIONS})(?!\w))(?:,\s*(?i:{_REGIONS})(?!\w))?"
        r"\s*[-–—]{1,2}\s"
    ),
    # 3 février 2021, alone on its line
    re.compile(rf"(?:(?i:publié|date|mis à jour)\s*:?\s*)?(?:(?i:le)\s+)?{_DATE}{_CLOCK}\.?\s*(?=[\n\r]|\Z)"),
)
HEAD = 12  # paragraphs among which a dateline is looked for


def find_dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """The first paragraph that opens with a place and a date; without one, a place and a wire; without one, a date."""
    head = [b for b in blocks[:HEAD] if b.embargo is None]
    fallback = None
    for block in head:
        for number, pattern in enumerate(_DATELINES):
            match = pattern.match(text, block.start, block.end)
            if match is None:
                continue
            found = _as_dateline(text, match, block, number)
            if number < 5:
                return found
            fallback = fallback or found
        if block.is_prose:
            break  # what comes behind the first sentences is no dateline
    if fallback is None:
        for block in blocks[-3:]:
            match = re.match(r"Fait à ", block.text) and _DATELINES[0].match(text, block.start, block.end)
            if match:
                return _as_dateline(text, match, block, 0)
    return fallback


def _as_dateline(text: str, match: re.Match[str], block: Block, form: int) -> Dateline:
    groups = match.groupdict()
    begin, stop = trim(text, match.start(), match.end())
    while begin < stop and text[begin] in "*_#> ":
        begin += 1
    issuer = None
    if form == 2 and match["sep"].strip() and block.end - stop <= 100 and text[block.end - 1] not in ".!?»":
        issuer = part_of(text, stop, block.end)
        stop = block.end
    region = re.sub(r"^[\s(,]+|[\s),]+$", "", groups.get("region") or "") or None
    wire = groups.get("wire") or groups.get("agency") or groups.get("plain")
    return Dateline(
        start=begin,
        end=stop,
        text=text[begin:stop],
        place=(groups.get("place") or "").rstrip("-–. ") or None,
        region=region,
        date=_date(groups),
        wire=wire,
        issuer=issuer if issuer and issuer.text else None,
    )


def _date(groups: dict[str, str | None]) -> datetime.date | None:
    try:
        if groups.get("year") and groups.get("day"):
            return datetime.date(int(groups["year"]), _MONTHS[groups["month"].lower()], int(groups["day"]))
        if groups.get("y"):
            return datetime.date(int(groups["y"]), int(groups["m"]), int(groups["d"]))
        if groups.get("iso_y"):
            return datetime.date(int(groups["iso_y"]), int(groups["iso_m"]), int(groups["iso_d"]))
    except (ValueError, KeyError):
        pass
    return None


_FIND_DATE = re.compile(rf"(?<![\d.,/]){_DATE}")
_FIND_DAY = re.compile(rf"(?<![\d.,/])(?P<day>\d{{1,2}})(?:er)?\s+(?P<month>(?i:{_MONTH}))(?!\w)")


def date_span(text: str, line: Dateline) -> tuple[int, int] | None:
    """Where the date of a dateline stands, its weekday included."""
    match = _FIND_DATE.search(text, line.start, line.end)
    return match.span() if match else None


def find_embargo(text: str, paragraphs: Sequence[Paragraph], dateline: Dateline | None) -> Embargo | None:
    """The first embargo line; a day without a year is in that of the dateline."""
    for p in paragraphs:
        if p.kind != "embargo":
            continue
        meaning = Block(text, p.start, p.end, 0).embargo
        until = None
        if meaning == "until":
            match = _FIND_DATE.search(p.text)
            day = _FIND_DAY.search(p.text)
            if match:
                until = _date(match.groupdict())
            elif day and dateline and dateline.date:
                until = _date({**day.groupdict(), "year": str(dateline.date.year)})
        return Embargo(start=p.start, end=p.end, text=p.text, is_immediate=meaning == "now", until=until)
    return None
