"""A press release as its layout tells it: file → Release.

Everything here is read from typography and set phrases, never from a parse, and everything
carries its place: ``release.text[part.start:part.end] == part.text``. What the release does not
state is None.
"""

import datetime
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from helpers import lexicon
from helpers.typography import trim, words

LONGEST = 1_000_000
"""Characters that a parse takes at once; a release has some thousand."""


class ReleaseError(ValueError):
    """A release that can't be read: one line that names the file, the fault and the cure."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of the release's text; ``end`` is exclusive."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Paragraph(Part):
    """A paragraph and what it is for: title, heading, lead, body, source, contact or boilerplate."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class Dateline(Part):
    """*OTTAWA, le 4 oct. 2019 /CNW/ -*: where, when, by which wire."""

    place: str | None
    date: datetime.date | None
    wire: str | None


@dataclass(frozen=True, kw_only=True)
class Contact(Part):
    """Who answers questions, with the e-mail addresses and telephone numbers as printed."""

    label: str | None
    emails: tuple[str, ...]
    phones: tuple[str, ...]

    @property
    def email(self) -> str | None:
        """The first e-mail address."""
        return self.emails[0] if self.emails else None

    @property
    def phone(self) -> str | None:
        """The first telephone number."""
        return self.phones[0] if self.phones else None


@dataclass(frozen=True)
class Release:
    """One release, immutable. Offsets count code points of ``text``, the file as decoded."""

    name: str
    text: str
    sha256: str
    encoding: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    stamp: Part | None = None
    title: Part | None = None
    dateline: Dateline | None = None
    source: Part | None = None
    contacts: tuple[Contact, ...] = field(default=())

    @cached_property
    def words(self) -> int:
        """Words of the release without a crawl stamp, as ``typography.words`` counts them."""
        return sum(len(words(p.text)) for p in self.paragraphs)

    @property
    def prose(self) -> tuple[Paragraph, ...]:
        """The paragraphs that say something: all but source line and contacts."""
        return tuple(p for p in self.paragraphs if p.kind not in ("source", "contact"))

    @cached_property
    def issuer(self) -> str | None:
        """Who issues the release: the source line, or None."""
        return self.source.text if self.source else None

    @classmethod
    def from_text(cls, text: str, name: str = "text", *, encoding: str = "utf-8") -> "Release":
        """Read a release from a string.

        Raises:
            ReleaseError: the text holds no letter or digit, or control characters, or is no one release by its length.
        """
        if not any(c.isalnum() for c in text):
            raise ReleaseError(f"{name}: no text in it; give a file with the text of a release")
        if len(text) > LONGEST:
            raise ReleaseError(f"{name}: {len(text):,} characters, more than {LONGEST:,}; give one release a file")
        control = re.search(r"[\x00-\x08\x0e-\x1b\x7f]", text)
        if control:
            raise ReleaseError(
                f"{name}: not a text file (control character at position {control.start()}); save it as plain text"
            )
        stamp = _stamp(text)
        body_start = stamp.end if stamp else int(text.startswith("\ufeff"))
        blocks = list(_paragraph_spans(text, body_start))
        dateline = _dateline(text, blocks)
        kinds = _kinds(text, blocks, dateline)
        paragraphs = tuple(
            Paragraph(start=s, end=e, text=text[s:e], kind=k) for (s, e), k in zip(blocks, kinds, strict=True)
        )
        title = next((Part(start=p.start, end=p.end, text=p.text) for p in paragraphs if p.kind == "title"), None)
        return cls(
            name=name,
            text=text,
            sha256=hashlib.sha256(text.encode(encoding, "surrogatepass")).hexdigest(),
            encoding=encoding,
            language=_language(text),
            paragraphs=paragraphs,
            stamp=stamp,
            title=title,
            dateline=dateline,
            source=_source(paragraphs),
            contacts=tuple(_contacts(paragraphs)),
        )


def load_release(path: str | Path) -> Release:
    """Read a release from a text file.

    Args:
        path: a plain text file in UTF-8.

    Raises:
        ReleaseError: the file is missing, unreadable, empty or no text; one line says which and what to do.
    """
    path = Path(path)
    shown = _shown(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReleaseError(f"{shown}: no such file; check the path") from None
    except IsADirectoryError:
        raise ReleaseError(f"{shown}: is a folder; give the files in it") from None
    except (OSError, ValueError) as error:
        raise ReleaseError(f"{shown}: can't be read ({getattr(error, 'strerror', None) or error}); check it") from None
    if not data.strip():
        raise ReleaseError(f"{shown}: the file is empty; give a file with the text of a release")
    try:
        # Bytes, not text mode: text mode would turn CRLF into LF and move every offset.
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReleaseError(f"{shown}: not UTF-8 text (byte {error.start}); save it as plain text in UTF-8") from None
    return Release.from_text(text, shown)


def _shown(path: Path) -> str:
    """The file's name on one line, whatever characters it holds."""
    return "".join(c if c.isprintable() else "?" for c in path.name or str(path))


# --- layout ------------------------------------------------------------------------------------

_STAMP = re.compile(r"\ufeff?\s*date \d{4}-\d{2}(?:-\d{2})?(?=\s)")


def _stamp(text: str) -> Part | None:
    """A crawler's date before the text proper (*date 2019-10*), with the white space around it."""
    match = _STAMP.match(text)
    if not match:
        return None
    start, end = trim(text, match.start() + text.startswith("\ufeff"), match.end())
    return Part(start=start, end=end, text=text[start:end])


def _paragraph_spans(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Blocks between blank lines; within a block each line, unless the block is hard-wrapped."""
    for block in re.compile(r"[^\n\r]+(?:(?:\r\n|\r|\n)[^\n\r]+)*").finditer(text, start):
        lines = [m.span() for m in re.compile(r"[^\n\r]+").finditer(text, *block.span())]
        lines = [span for span in lines if text[span[0] : span[1]].strip()]
        run: list[tuple[int, int]] = []
        wrapped = _is_wrapped([text[s:e].strip() for s, e in lines])
        for line in lines:
            if run and not (wrapped or _continues(text[slice(*run[-1])], text[slice(*line)])):
                yield trim(text, run[0][0], run[-1][1])
                run = []
            run.append(line)
        if run:
            yield trim(text, run[0][0], run[-1][1])


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines of a block were broken at a fixed width rather than by paragraph."""
    if len(lines) < 3:
        return False
    widths = [len(line) for line in lines[:-1]]
    return (
        min(widths) >= 40
        and max(widths) <= 100
        and sum(line[-1] not in ".!?:»" for line in lines[:-1]) > len(widths) / 2
    )


def _continues(line: str, following: str) -> bool:
    """A line that stops in mid-sentence and goes on in lower case."""
    line, following = line.rstrip(), following.lstrip()
    return line[-1] not in '.!?:;»"”' and following[0].islower()


_MONTH = "|".join(sorted({row["form"] for row in lexicon.rows("months")}, key=len, reverse=True))
_MONTHS = {row["form"]: int(row["month"]) for row in lexicon.rows("months")}
_DATE = (
    rf"(?:(?P<day>\d{{1,2}})(?:er)?\s+(?P<month>(?i:{_MONTH}))\.?\s+(?P<year>\d{{4}})"
    r"|(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4}))"
)
# Words that can stand in a place's name are told apart by their first letter, so that the search never doubles back.
_UPPER = "A-ZÀ-ÖØ-Þ"
_PLACE = (
    rf"(?P<place>[{_UPPER}][\w'’.-]{{0,40}}"
    rf"(?:[ \xa0](?:[{_UPPER}][\w'’.-]{{0,40}}"
    r"|(?:de|du|des|la|le|les|sur|sous|en|d['’]\w+|l['’]\w+)(?=[ \xa0]))){0,6})"
)
_REGION = rf"(?:\s*\([^)\n]{{2,40}}\)|,\s*[{_UPPER}][\w. '’-]{{1,30}}?){{0,2}}"
_WIRE = r"(?:\s*/(?P<wire>[^/\n]{2,30})/|\s*\((?P<agency>[A-Z]{2,12})\))?"
_DATELINE = re.compile(rf"{_PLACE}{_REGION},?\s+(?:[Ll]e\s+)?{_DATE}{_WIRE}\s*(?:[-–—]{{1,2}}|(?=[\n\r]|\Z))")


def _dateline(text: str, blocks: list[tuple[int, int]]) -> Dateline | None:
    """The first paragraph that opens with a place and a date."""
    for start, end in blocks[:6]:
        match = _DATELINE.match(text, start, end)
        if match:
            begin, stop = trim(text, *match.span())
            return Dateline(
                start=begin,
                end=stop,
                text=text[begin:stop],
                place=match["place"],
                date=_date(match),
                wire=match["wire"] or match["agency"],
            )
    return None


def _date(match: re.Match[str]) -> datetime.date | None:
    try:
        if match["year"]:
            return datetime.date(int(match["year"]), _MONTHS[match["month"].lower()], int(match["day"]))
        return datetime.date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


_SOURCE = re.compile(r"(?:SOURCE|Source)\s*:?\s+(?=\S)")
_LABELS = "|".join(sorted((re.escape(row["label"]) for row in lexicon.rows("contact_labels")), key=len, reverse=True))
_LABEL = re.compile(rf"(?P<label>{_LABELS})(?P<after>\s*[:\n\r]|\s*$)?", re.IGNORECASE)
_ABOUT = re.compile(r"(?:À|A) propos (?:de |du |des |d['’]|de la |de l['’])", re.IGNORECASE)


def _kinds(text: str, blocks: list[tuple[int, int]], dateline: Dateline | None) -> list[str]:
    kinds: list[str] = []
    section = "body"
    for number, (start, end) in enumerate(blocks):
        paragraph = text[start:end]
        label = _LABEL.match(paragraph)
        if _SOURCE.match(paragraph) and end - start < 200:
            kinds.append("source")
            section = "after source"
        elif label and (label["after"] is not None or _has_address(paragraph)):
            kinds.append("contact")
            section = "contact"
        elif section == "contact" or (section == "after source" and _has_address(paragraph)):
            kinds.append("contact")
        elif _ABOUT.match(paragraph) and _is_heading(paragraph):
            kinds.append("heading")
            section = "boilerplate"
        elif dateline and start <= dateline.start < end:
            # A dateline on a line of its own leaves the lead to the next paragraph.
            kinds.append("dateline" if dateline.end >= end else "lead")
        elif _is_heading(paragraph) and number + 1 < len(blocks):
            kinds.append("heading" if "title" in kinds or "lead" in kinds or number else "title")
        elif "lead" not in kinds and not (dateline and start < dateline.start):
            kinds.append("lead")
        else:
            kinds.append(section if section == "boilerplate" else "body")
    return kinds


def _is_heading(paragraph: str) -> bool:
    """Short, on one line, and without the full stop that ends a sentence."""
    return (
        len(paragraph) <= 160
        and "\n" not in paragraph
        and paragraph[-1] not in '.!?:;,…»"”'
        and paragraph[0] not in '«“"-–—•*'
    )


def _source(paragraphs: tuple[Paragraph, ...]) -> Part | None:
    for p in paragraphs:
        if p.kind == "source":
            start, end = trim(p.text, _SOURCE.match(p.text).end(), len(p.text))
            return Part(start=p.start + start, end=p.start + end, text=p.text[start:end])
    return None


# Atoms with single dots between them, so that no input makes the search go back over itself.
EMAIL = re.compile(r"(?<![\w.+-])[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"\d[\d .()\xa0\u202f-]{5,}\d")
_REGIONS = ("CA", "FR", "BE", "CH")  # national forms of the countries that write French


def _has_address(text: str) -> bool:
    return bool(EMAIL.search(text)) or any(True for _ in _phones(text))


def _phones(text: str) -> Iterator[str]:
    """Telephone numbers as printed, without extension, in the order of the text."""
    if not _DIGITS.search(text):
        return
    import phonenumbers  # here, not above: its tables take longer to load than all else

    found: dict[int, str] = {}
    for region in _REGIONS:
        for match in phonenumbers.PhoneNumberMatcher(text, region):
            found.setdefault(match.start, match.raw_string)
    end = -1
    for start, number in sorted(found.items()):
        if start >= end:
            end = start + len(number)
            yield number


def _contacts(paragraphs: tuple[Paragraph, ...]) -> Iterator[Contact]:
    block = [p for p in paragraphs if p.kind == "contact"]
    for p in block:
        emails = tuple(m.group() for m in EMAIL.finditer(p.text))
        phones = tuple(_phones(p.text))
        if emails or phones:
            yield Contact(
                start=p.start, end=p.end, text=p.text, label=_contact_label(p.text), emails=emails, phones=phones
            )


def _contact_label(text: str) -> str | None:
    """Who is named: the words between the heading of the block and the first address."""
    heading = _LABEL.match(text)
    rest = text[heading.end() :] if heading and heading["after"] is not None else text
    address = EMAIL.search(rest) or _DIGITS.search(rest)
    named = re.split(r"[,;\n\r]", rest[: address.start()] if address else rest)[0].strip(" :-–—")
    return named or None


def _language(text: str) -> str:
    """ISO 639-1 code of the text's language."""
    from py3langid.langid import classify  # here, not above: the import of helpers stays light

    return classify(text[:20_000])[0]
