"""Blocks → the dateline: where, when and by which wire; and until when nothing may be published."""

import datetime
import re
from collections.abc import Sequence

from helpers.release.blocks import Block
from helpers.release.dateline_forms import (
    DATE_ALONE,
    DATE_PLACE,
    FIND_DATE,
    FIND_DAY,
    MONTHS,
    PLACE_DATE,
    PLACE_MONTH,
    PLACE_REGION,
    PLACE_WIRE,
    SIGNING,
)
from helpers.release.parts import Dateline, Embargo, Paragraph, part_of
from helpers.text.typography import trim

_FORMS = (PLACE_DATE, PLACE_MONTH, DATE_PLACE, PLACE_WIRE, PLACE_REGION)
HEAD = 12
"""Paragraphs among which a dateline is looked for."""


def find_dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """The first paragraph that opens with a place and a date; without one, a place and a wire; without one, a date."""
    date_alone = None
    for block in blocks[:HEAD]:
        if block.embargo is not None:
            continue
        for form in _FORMS:
            match = form.match(text, block.start, block.end)
            if match:
                return _as_dateline(text, match, block)
        match = DATE_ALONE.match(text, block.start, block.end)
        if match:
            date_alone = date_alone or _as_dateline(text, match, block)
        if block.is_prose:
            break  # what comes behind the first sentences is no dateline
    return date_alone or _signing(text, blocks[-3:])


def _signing(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """*Fait à Lyon, le 3 mai 2024*, among the last paragraphs."""
    for block in blocks:
        match = SIGNING.match(block.text) and PLACE_DATE.match(text, block.start, block.end)
        if match:
            return _as_dateline(text, match, block)
    return None


def _as_dateline(text: str, match: re.Match[str], block: Block) -> Dateline:
    groups = match.groupdict()
    begin, stop = trim(text, match.start(), match.end())
    while begin < stop and text[begin] in "*_#> ":
        begin += 1
    issuer = None
    if _is_issuer_behind(text, match, block):
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
            return datetime.date(int(groups["y"]), int(groups["m"]), int(groups["d"]))
        if groups.get("iso_y"):
            return datetime.date(int(groups["iso_y"]), int(groups["iso_m"]), int(groups["iso_d"]))
    except (ValueError, KeyError):
        pass
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
