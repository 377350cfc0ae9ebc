"""Analysis → the JSON that scorers and other tools read."""

import json
from typing import TYPE_CHECKING

from helpers.release.parts import Contact, Part, Phone
from helpers.release.release import Release
from helpers.text.escapes import in_json

if TYPE_CHECKING:
    import pandas as pd

    from helpers.analysis import Analysis

_FURTHER = (
    "speaker_name",
    "speaker_role",
    "speaker_roles",
    "speaker_affiliation",
    "speaker_gender",
    "speaker_probability",
    "alternatives",
    "rule",
    "confidence",
    "probability",
    "evidence",
    "continues",
)


def as_dict(analysis: "Analysis") -> dict[str, object]:
    """The whole reading as plain values: ``release``, ``quotes``, ``statistics``.

    Offsets count code points of the text file as it stands on disk, ``end`` exclusive; what the
    release does not state is null.
    """
    return {
        "release": _release(analysis.release),
        "quotes": [_quote(row) for row in plain_rows(analysis.quotes)],
        "statistics": statistic_rows(analysis),
    }


def as_json(analysis: "Analysis") -> str:
    """``as_dict`` as JSON text with a closing newline."""
    return in_json(json.dumps(as_dict(analysis), ensure_ascii=False, indent=1)) + "\n"


def _release(release: Release) -> dict[str, object]:
    line = release.dateline
    return {
        "name": release.name,
        "sha256": release.sha256,
        "format": release.format,
        "encoding": release.encoding,
        "language": release.language,
        "dateline": _span(line),
        "place": release.place,
        "place_from": release.place_from,
        "region": line.region if line else None,
        "date": release.date.isoformat() if release.date else None,
        "when": release.when,
        "date_from": release.date_from,
        "wire": line.wire if line else None,
        "title": _span(release.title),
        "subtitle": _span(release.subtitle),
        "embargo": _embargo(release),
        "source": release.issuer,
        "issuer_from": release.issuer_from,
        "source_span": _span(release.source),
        "boilerplate": _span(release.boilerplate),
        "end_mark": _span(release.end_mark),
        "contacts": [_contact(c) for c in release.contacts],
        "sections": [
            {"start": s.start, "end": s.end, "role": s.role, "heading": _span(s.heading)} for s in release.sections
        ],
        "paragraphs": [{"start": p.start, "end": p.end, "kind": p.kind} for p in release.paragraphs],
    }


def _embargo(release: Release) -> dict[str, object] | None:
    embargo = release.embargo
    if embargo is None:
        return None
    until = embargo.until.isoformat() if embargo.until else None
    return {**_span(embargo), "immediate": embargo.is_immediate, "until": until}


def _contact(contact: Contact) -> dict[str, object]:
    return {
        "start": contact.start,
        "end": contact.end,
        "label": contact.label,
        "email": contact.email,
        "phone": contact.phone,
        "emails": list(contact.emails),
        "phones": list(contact.phones),
        "name": _span(contact.name),
        "function": _span(contact.function),
        "office": _span(contact.office),
        "addresses": [_span(a) for a in contact.addresses],
        "numbers": [_number(n) for n in contact.numbers],
    }


def _number(number: Phone) -> dict[str, object]:
    return {**_span(number), "extension": _span(number.extension)}


def _span(part: Part | None) -> dict[str, object] | None:
    return {"start": part.start, "end": part.end, "text": part.text} if part else None


def statistic_rows(analysis: "Analysis") -> list[dict[str, object]]:
    """The statistics as plain values, whole numbers without a decimal point."""
    return [_statistic(row) for row in plain_rows(analysis.statistics)]


def plain_rows(table: "pd.DataFrame") -> list[dict[str, object]]:
    """Rows with plain Python values; missing ones are None."""
    import pandas as pd  # here: what only names the formats loads none

    return [
        {
            key: None if value is None or pd.isna(value) else getattr(value, "item", lambda v=value: v)()
            for key, value in row.items()
        }
        for row in table.to_dict("records")
    ]


def _quote(row: dict[str, object]) -> dict[str, object]:
    return {
        "start": row["start"],
        "end": row["end"],
        "text": row["text"],
        "kind": row["kind"],
        "cue": _nested(row, "cue", ("lemma", "class")),
        "speaker": _nested(row, "speaker"),
        **{key: row[key] for key in _FURTHER},
    }


def _statistic(row: dict[str, object]) -> dict[str, object]:
    value = row["value"]
    whole = isinstance(value, float) and value.is_integer()
    return row | {"value": int(value) if whole else value}


def _nested(row: dict[str, object], name: str, further: tuple[str, ...] = ()) -> dict[str, object] | None:
    if row[f"{name}_start"] is None:
        return None
    return {key: row[f"{name}_{key}"] for key in ("start", "end", "text", *further)}
