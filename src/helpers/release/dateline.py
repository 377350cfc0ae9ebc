"""Blocks → the dateline: where, when and by which wire; and until when nothing may be published."""

import datetime
import re
from collections.abc import Sequence

from helpers.lexicon.words import forms_of
from helpers.release.blocks import Block
from helpers.release.dateline_forms import (
    BRACKETED,
    BYLINE,
    DATE_ALONE,
    DATE_LEAD,
    DATE_PLACE,
    DAY_LEAD,
    FIND_DATE,
    FIND_DAY,
    LABEL_ALONE,
    MARKER,
    MONTHS,
    PLACE_DATE,
    PLACE_DAY,
    PLACE_MONTH,
    PLACE_REGION,
    PLACE_WIRE,
    SIGNING,
    TODAY,
)
from helpers.release.parts import Dateline, Embargo, Paragraph, part_of
from helpers.text.typography import fold, trim

_FORMS = (PLACE_DATE, BRACKETED, PLACE_DAY, PLACE_MONTH, DATE_PLACE, PLACE_WIRE, PLACE_REGION, BYLINE)
_BELOW_SENTENCES = (PLACE_DATE, BRACKETED, PLACE_DAY, PLACE_WIRE)  # those that nothing else looks like
_OPENING_SENTENCES = (DAY_LEAD, DATE_LEAD)
HEAD = 12
"""Paragraphs among which a dateline is looked for."""
_STANDFIRSTS = 3  # paragraphs of sentences that may stand above a dateline
_TAIL = 8  # closing paragraphs, contacts included
_CENTURY = 50  # years in two digits below it are of this century


def find_dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """The first paragraph that opens with a place and a date; without one, a place and a wire; without one, a date."""
    date_alone, standfirsts = None, 0
    for number, block in enumerate(blocks[:HEAD]):
        if block.embargo is not None:
            continue
        line = _opening(text, block, _BELOW_SENTENCES if standfirsts else _FORMS)
        if line and standfirsts and line.end >= block.end and not any(b.is_prose for b in blocks[number + 1 :]):
            break  # below all sentences: it closes the release
        if line:
            return line
        if not standfirsts:
            date_alone = date_alone or _date_alone(text, block)
        standfirsts += block.is_prose  # what comes behind the first sentences is hardly a dateline
        if standfirsts > _STANDFIRSTS:
            break
    return date_alone or _closing(text, blocks[-_TAIL:])


def _opening(text: str, block: Block, forms: Sequence[re.Pattern[str]]) -> Dateline | None:
    """*Lyon, le 3 mai 2024 –*, also behind *Communiqué de presse –*."""
    marker = MARKER.match(text, block.start, block.end)
    start = marker.end() if marker else block.start
    for form in (*forms, *(_OPENING_SENTENCES if block.is_prose and not marker and forms is _FORMS else ())):
        match = form.match(text, start, block.end)
        if match:
            return _as_dateline(text, match, block, "heading" if marker else "dateline")
    return None


def _date_alone(text: str, block: Block) -> Dateline | None:
    """*Publié le 12 mars 2024*, *Communiqué de presse du 12 mars 2024*"""
    marker = MARKER.match(text, block.start, block.end)
    match = DATE_ALONE.match(text, marker.end() if marker else block.start, block.end)
    return _as_dateline(text, match, block, "heading" if marker else "date line") if match else None


def _closing(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """*Lyon, le 3 mai 2024* or *Publié le 3 mai 2024* among the last paragraphs; what an agency prints there."""
    above = None
    for block in blocks:
        dated = DATE_ALONE.match(text, block.start, block.end)
        if dated and (dated["label"] or (above and LABEL_ALONE.fullmatch(above.text))):
            return _as_dateline(text, dated, block, "date line")
        signed = PLACE_DATE.match(text, block.start, block.end)
        if signed and (block.end == signed.end() or SIGNING.match(block.text)):
            return _as_dateline(text, signed, block, "signature")
        placed = DATE_PLACE.match(text, block.start, block.end)
        line = placed and _as_dateline(text, placed, block, "agency")
        if line and line.wire:
            return line
        above = block
    return None


def find_stated(text: str, paragraphs: Sequence[Paragraph]) -> Dateline | None:
    """Within a paragraph: *Fait à Lyon, le 3 mai 2024* among the last, *aujourd'hui, 3 mai 2024* in the first."""
    for p in paragraphs[-_TAIL:]:
        match = SIGNING.search(text, p.start, p.end)
        if match:
            return _told(text, match, "signature")
    for p in [p for p in paragraphs if p.kind in ("lead", "body")][:2]:
        match = TODAY.search(text, p.start, p.end)
        if match:
            return _told(text, match, "lead")
    return None


def _as_dateline(text: str, match: re.Match[str], block: Block, found: str) -> Dateline:
    begin, stop = trim(text, block.start if found == "heading" else match.start(), match.end())
    while begin < stop and text[begin] in "*_#> ":
        begin += 1
    issuer = None
    if found != "agency" and _is_issuer_behind(text, match, block):
        issuer = part_of(text, stop, block.end)
        stop = block.end
    elif found == "agency":
        stop = block.end
    return _dateline(text, begin, stop, match, found, issuer if issuer and issuer.text else None)


def _told(text: str, match: re.Match[str], found: str) -> Dateline:
    return _dateline(text, *trim(text, *match.span()), match, found, None)


def _dateline(text: str, start: int, end: int, match: re.Match[str], found: str, issuer: object) -> Dateline:
    groups = match.groupdict()
    region = re.sub(r"^[\s(,]+|[\s),]+$", "", groups.get("region") or "") or None
    wire = groups.get("wire") or groups.get("agency") or groups.get("plain") or groups.get("inside")
    if region and not wire and fold(region) in forms_of("wire_services"):  # Dakar (APS), le 12 mai –
        region, wire = None, region
    day = _date(groups)
    return Dateline(
        start=start,
        end=end,
        text=text[start:end],
        place=(groups.get("place") or "").rstrip("-–. ") or None,
        region=region,
        date=day,
        when=day.isoformat() if day else _incomplete(groups),
        wire=wire,
        issuer=issuer,
        found=found,
    )


def _is_issuer_behind(text: str, match: re.Match[str], block: Block) -> bool:
    """*Le 3 février 2021 – Rimouski (Québec) – Agence des sentiers*: the rest of the line names who issues it."""
    if match.re is not DATE_PLACE or not match["sep"].strip():
        return False
    _, stop = trim(text, match.start(), match.end())
    return block.end - stop <= 100 and text[block.end - 1] not in ".!?»"


def _date(groups: dict[str, str | None]) -> datetime.date | None:
    """The date of a match, in whichever of the three ways it is printed; None for a day that no month has."""
    try:
        if groups.get("year") and groups.get("day"):
            return datetime.date(int(groups["year"]), MONTHS[groups["month"].lower()], int(groups["day"]))
        if groups.get("y"):
            return datetime.date(_year(groups["y"]), int(groups["m"]), int(groups["d"]))
        if groups.get("iso_y"):
            return datetime.date(int(groups["iso_y"]), int(groups["iso_m"]), int(groups["iso_d"]))
    except (ValueError, KeyError):
        pass
    return None


def _year(digits: str) -> int:
    """*24* → 2024, *87* → 1987"""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < _CENTURY else 1900)


def _incomplete(groups: dict[str, str | None]) -> str | None:
    """*12 mai* → --05-12, *mars 2024* → 2024-03; None for a day that no month has."""
    month = MONTHS.get((groups.get("month") or "").lower())
    if month is None:
        return None
    if groups.get("year") and not groups.get("day"):
        return f"{groups['year']}-{month:02}"
    try:
        return f"--{datetime.date(2000, month, int(groups['day'])):%m-%d}"  # a leap year: it has every day
    except ValueError:
        return None


def date_span(text: str, line: Dateline) -> tuple[int, int] | None:
    """Where the date of a dateline stands, its weekday included."""
    match = FIND_DATE.search(text, line.start, line.end)
    return match.span() if match else None


def find_embargo(text: str, paragraphs: Sequence[Paragraph], dateline: Dateline | None) -> Embargo | None:
    """The first embargo line; a day without a year is in that of the dateline."""
    for p in paragraphs:
        if p.kind != "embargo":
            continue
        meaning = Block(text, p.start, p.end, 0).embargo
        until = _until(p.text, dateline) if meaning == "until" else None
        return Embargo(start=p.start, end=p.end, text=p.text, is_immediate=meaning == "now", until=until)
    return None


def _until(text: str, dateline: Dateline | None) -> datetime.date | None:
    """*Sous embargo jusqu'au 12 mars*: the date printed, or the day in the year of the dateline."""
    match = FIND_DATE.search(text)
    if match:
        return _date(match.groupdict())
    day = FIND_DAY.search(text)
    if day and dateline and dateline.date:
        return _date({**day.groupdict(), "year": str(dateline.date.year)})
    return None
