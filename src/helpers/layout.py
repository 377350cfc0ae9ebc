"""What the layout of a release says: its parts, each with its place.

Everything here is read from typography and set phrases, never from a parse. The set phrases (headings,
contact labels, embargo lines, end marks) stand in tables. What a release does not state is None.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from helpers import lexicon
from helpers.typography import fold, trim, words


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of the release's text; ``end`` is exclusive."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Paragraph(Part):
    """A paragraph and what it is for.

    ``kind``: title, subtitle, embargo, dateline, lead, body, heading, bullet, fact (under a heading such as *Faits
    en bref*: a claim of the issuer), signature (who said the words above), boilerplate, links, end, source, contact.
    """

    kind: str


KINDS = (
    "title", "subtitle", "embargo", "dateline", "lead", "body", "heading", "bullet", "fact", "signature",
    "boilerplate", "links", "end", "source", "contact",
)  # fmt: skip
FRAME = frozenset(("embargo", "links", "end", "source", "contact"))
"""Kinds of paragraph that carry the release and say nothing of its matter."""


@dataclass(frozen=True, kw_only=True)
class Section(Part):
    """A heading with what stands under it.

    ``role``: text, quotes (*Citations*), facts (*Faits en bref*), notes (*Note aux rédacteurs*), boilerplate (*À propos
    de*), links (*Liens connexes*) or contact. ``heading`` is None for what stands before the first heading.
    """

    role: str
    heading: Paragraph | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, kw_only=True)
class Dateline(Part):
    """*OTTAWA, le 4 oct. 2019 /CNW/ -*: where, when, by which wire; ``issuer`` where it names that too."""

    place: str | None
    date: datetime.date | None
    wire: str | None
    region: str | None = None
    issuer: Part | None = None


@dataclass(frozen=True, kw_only=True)
class Embargo(Part):
    """*Pour diffusion immédiate*, or until when nothing may be published (None where no date is printed)."""

    is_immediate: bool
    until: datetime.date | None


@dataclass(frozen=True, kw_only=True)
class Phone(Part):
    """A telephone number as printed, and its extension (*poste 234*: 234)."""

    extension: Part | None


@dataclass(frozen=True, kw_only=True)
class Contact(Part):
    """Who answers questions: a person, an office or both, with addresses as printed."""

    name: Part | None
    function: Part | None
    office: Part | None
    addresses: tuple[Part, ...]
    numbers: tuple[Phone, ...]

    @property
    def label(self) -> str | None:
        """The person, without one the office, without one the function."""
        named = self.name or self.office or self.function
        return named.text if named else None

    @property
    def emails(self) -> tuple[str, ...]:
        """E-mail addresses."""
        return tuple(a.text for a in self.addresses)

    @property
    def phones(self) -> tuple[str, ...]:
        """Telephone numbers without extension."""
        return tuple(n.text for n in self.numbers)

    @property
    def email(self) -> str | None:
        """The first e-mail address."""
        return self.addresses[0].text if self.addresses else None

    @property
    def phone(self) -> str | None:
        """The first telephone number, without extension."""
        return self.numbers[0].text if self.numbers else None


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The parts of a text, in order; see ``Release``."""

    stamp: Part | None
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    title: Part | None
    subtitle: Part | None
    embargo: Embargo | None
    dateline: Dateline | None
    boilerplate: Part | None
    end_mark: Part | None
    source: Part | None
    contacts: tuple[Contact, ...]


def read_layout(text: str) -> Layout:
    """The parts of a text, each an exact slice of it."""
    stamp = _stamp(text)
    start = stamp.end if stamp else int(text.startswith("\ufeff"))
    blocks = [_Block(text, s, e, group) for s, e, group in _paragraph_spans(text, start)]
    dateline = _dateline(text, blocks)
    kinds, roles = _Reader(text, blocks, dateline).read()
    paragraphs = tuple(
        Paragraph(start=b.start, end=b.end, text=b.text, kind=kind) for b, kind in zip(blocks, kinds, strict=True)
    )
    sections = tuple(_sections(text, paragraphs, roles))
    end_mark = next((_part(text, p.start, p.end) for p in paragraphs if p.kind == "end"), None)
    return Layout(
        stamp=stamp,
        paragraphs=paragraphs,
        sections=sections,
        title=_first(text, paragraphs, "title"),
        subtitle=_first(text, paragraphs, "subtitle"),
        embargo=_embargo(text, paragraphs, dateline),
        dateline=dateline,
        boilerplate=_boilerplate(text, paragraphs, roles),
        end_mark=end_mark,
        source=_source(text, paragraphs) or _from(text, paragraphs) or (dateline.issuer if dateline else None),
        contacts=tuple(_contacts(text, paragraphs)) or tuple(_invitations(text, paragraphs)),
    )


def _part(text: str, start: int, end: int) -> Part:
    start, end = trim(text, start, end)
    return Part(start=start, end=end, text=text[start:end])


def _first(text: str, paragraphs: Sequence[Paragraph], kind: str) -> Part | None:
    return next((_part(text, p.start, p.end) for p in paragraphs if p.kind == kind), None)


_STAMP = re.compile(r"\ufeff?\s*date \d{4}-\d{2}(?:-\d{2})?(?=\s)")


def _stamp(text: str) -> Part | None:
    """A crawler's date before the text proper (*date 2019-10*), without the white space around it."""
    match = _STAMP.match(text)
    return _part(text, match.start() + text.startswith("\ufeff"), match.end()) if match else None


# --- paragraphs ----------------------------------------------------------------------------------

_LINES = re.compile(r"[^\n\r]+(?:(?:\r\n|\r|\n)[^\n\r]+)*")
_LINE = re.compile(r"[^\n\r]+")
_BULLET = re.compile(r"\s*(?:[•●▪▫◦‣∙·◆■►➢✓*+]|[-–—](?=\s))\s*")
_DASH = re.compile(r"\s*[-–—]\s")
_CLOSING_30 = re.compile(r"(?<=\S)\s+[-–—]\s?30\s?[-–—]\s*\Z")


def _paragraph_spans(text: str, start: int) -> Iterator[tuple[int, int, int]]:
    """Blocks between blank lines, numbered; within one each line, unless the block is hard-wrapped."""
    for group, block in enumerate(_LINES.finditer(text, start)):
        lines = [m.span() for m in _LINE.finditer(text, *block.span())]
        lines = [span for span in lines if not text[span[0] : span[1]].isspace()]
        run: list[tuple[int, int]] = []
        wrapped = _is_wrapped([text[s:e].strip() for s, e in lines])
        for line in lines:
            if run and not (
                (wrapped and not _BULLET.match(text, *line))
                or _continues(text[slice(*run[-1])].rstrip(), text[slice(*line)].lstrip())
            ):
                yield from _whole(text, run[0][0], run[-1][1], group)
                run = []
            run.append(line)
        if run:
            yield from _whole(text, run[0][0], run[-1][1], group)


def _whole(text: str, start: int, end: int, group: int) -> Iterator[tuple[int, int, int]]:
    """A paragraph, with an end mark that stands on its last line (*… en mai. -30-*) apart."""
    start, end = trim(text, start, end)
    closing = _CLOSING_30.search(text, max(start, end - 12), end)
    if closing:
        yield (*trim(text, start, closing.start()), group)
        start, end = trim(text, closing.start(), end)
    yield start, end, group


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
    return line[-1] not in '.!?:;»"”' and following[0].islower() and not _known_heading(line) and "@" not in line


class _Block:
    """A paragraph before it is known what it is for; what is asked of it more than once is kept."""

    def __init__(self, text: str, start: int, end: int, group: int) -> None:
        self.start, self.end, self.group = start, end, group
        self.text = text[start:end]

    @cached_property
    def words(self) -> int:
        return len(words(self.text))

    @cached_property
    def heading(self) -> str | None:
        """The role of a heading in the table, or of *À propos de X*."""
        return _known_heading(self.text)

    @cached_property
    def is_prose(self) -> bool:
        """Some sentences, rather than a line of names and addresses."""
        return self.words >= 25 or (self.words >= 9 and self.text[-1] in ".!?…»”")

    @cached_property
    def looks_like_heading(self) -> bool:
        """Short, on one line, and without the full stop that ends a sentence."""
        t = self.text
        if _MARKDOWN.match(t):
            return len(t) <= 200 and "\n" not in t
        return (
            len(t) <= 160
            and "\n" not in t
            and "\r" not in t
            and t[-1] not in '.!?:;,…»"”'
            and t[0] not in '«“"-–—•*<>|!'
            and not t[0].islower()
        )

    @cached_property
    def has_address(self) -> bool:
        return bool(EMAIL.search(self.text)) or any(True for _ in _phones(self.text))

    @cached_property
    def is_address_line(self) -> bool:
        """An e-mail address or a telephone number with next to nothing beside it: a large amount can look like one."""
        if self.words >= 15 or self.text[-1] in ".!?":
            return False
        if EMAIL.search(self.text):
            return True
        field = fold(re.split(r"[\s:]", self.text, maxsplit=1)[0]) in _fields()
        return any(field or 2 * len(number) > len(self.text) for _, number in _phones(self.text))

    @cached_property
    def is_end(self) -> bool:
        return len(self.text) <= 40 and _canonical(self.text) in _end_marks()

    @cached_property
    def embargo(self) -> str | None:
        """now or until, for an embargo line."""
        if len(self.text) > 160 or self.words > 25:
            return None
        bare = fold(_bare(self.text))
        return next((m for opening, m in _embargo_openings() if re.match(rf"{re.escape(opening)}(?!\w)", bare)), None)

    @cached_property
    def is_source(self) -> bool:
        return self.end - self.start < 200 and bool(_SOURCE.match(self.text))

    @cached_property
    def label(self) -> re.Match[str] | None:
        return _LABEL.match(self.text)


# --- set phrases -----------------------------------------------------------------------------------

_MARKDOWN = re.compile(r"(?:#{1,6}[ \t]+\S|\*\*[^*\n]+\*\*$|__[^_\n]+__$)")
_ABOUT = re.compile(
    r"(?:à|a) propos (?:de la |de l'|de |du |des |d'|d’|de l’)\S|(?:à|a) propos$|about \S", re.IGNORECASE
)
_ABOUT_INLINE = re.compile(
    r"(?:À|A) propos (?:de |du |des |d['’])[^:–—\n.]{2,80}?\s?(?::|[–—]\s|[\n\r])", re.IGNORECASE
)


def _bare(text: str) -> str:
    """A line without the marks of Markdown, colon and frame around it."""
    return text.strip().lstrip("#*_>=[ \t").rstrip("#*_=:] \t\xa0\u202f")


def _canonical(text: str) -> str:
    return re.sub(r"[–—−‑]", "-", "".join(text.split()).replace("_", "")).replace("--", "-").casefold()


@cache
def _end_marks() -> frozenset[str]:
    return frozenset(_canonical(row["form"]) for row in lexicon.rows("end_marks"))


@cache
def _embargo_openings() -> tuple[tuple[str, str], ...]:
    found = [(fold(row["opening"]), row["meaning"]) for row in lexicon.rows("embargo_lines")]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def _headings() -> dict[str, str]:
    return {fold(row["heading"]): row["role"] for row in lexicon.rows("section_headings")}


@cache
def _contact_headings() -> frozenset[str]:
    return frozenset(fold(row["label"]) for row in lexicon.rows("contact_labels"))


def _known_heading(text: str) -> str | None:
    if len(text) > 160 or "\n" in text:
        return None
    bare = _bare(text)
    folded = fold(bare)
    if folded in _headings():
        return _headings()[folded]
    if folded in _contact_headings():
        return "contact"
    if len(bare) <= 100 and _ABOUT.match(bare) and bare[-1] not in '.!;,…»"”' and not text.rstrip().endswith("."):
        return "boilerplate"
    return None


_LABELS = "|".join(sorted((re.escape(row["label"]) for row in lexicon.rows("contact_labels")), key=len, reverse=True))
_LABEL = re.compile(
    rf"[#*_ \t]*(?P<label>{_LABELS})(?P<more>[^\n\r:,;.@\d]{{0,60}}?)(?P<after>[*_ \t\xa0\u202f]*(?::|[\n\r]|$))?[*_]*",
    re.IGNORECASE,
)
# In lower case a word like any other; in capitals or with a colon a label.
_SOURCE = re.compile(r"(?:SOURCE(?!\s+(?:DE|DU|DES|D['’])\b)|(?i:source)\s*(?=:))\s*:?\s+(?=\S)")
_FROM = re.compile(r"(?:De|DE)\s?:\s+(?=\S)")


# --- dateline --------------------------------------------------------------------------------------

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
_UPPER = "A-ZÀ-ÖØ-Þ"
_PLACE = (
    rf"(?P<place>(?!(?:Le\s+)?(?:\d|(?i:{_WEEKDAY})\b)|Publi|Date\b|Mis[e ])[{_UPPER}][\w'’.-]{{0,40}}"
    rf"(?:[ \xa0](?:[{_UPPER}][\w'’.-]{{0,40}}"
    r"|(?:de|du|des|la|le|les|sur|sous|en|et|lès|lez|d['’]\w+|l['’]\w+)(?=[ \xa0]))){0,6})"
)
_REGION = rf"(?P<region>(?:\s*\([^)\n]{{2,40}}\)|,\s*[{_UPPER}][\w. '’-]{{1,30}}?){{0,2}})"
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
_HEAD = 12  # paragraphs among which a dateline is looked for


def _dateline(text: str, blocks: Sequence[_Block]) -> Dateline | None:
    """The first paragraph that opens with a place and a date; without one, a place and a wire; without one, a date."""
    head = [b for b in blocks[:_HEAD] if b.embargo is None]
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


def _as_dateline(text: str, match: re.Match[str], block: _Block, form: int) -> Dateline:
    groups = match.groupdict()
    begin, stop = trim(text, match.start(), match.end())
    while begin < stop and text[begin] in "*_#> ":
        begin += 1
    issuer = None
    if form == 2 and match["sep"].strip() and block.end - stop <= 100 and text[block.end - 1] not in ".!?»":
        issuer = _part(text, stop, block.end)
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


def _embargo(text: str, paragraphs: Sequence[Paragraph], dateline: Dateline | None) -> Embargo | None:
    for p in paragraphs:
        if p.kind != "embargo":
            continue
        meaning = _Block(text, p.start, p.end, 0).embargo
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


# --- kinds -----------------------------------------------------------------------------------------

_NAME = (
    rf"(?:(?:M|MM|Mme|Mlle|Mr|Me|Dr|Dre|Pr|Pre)\.?[ \xa0])?[{_UPPER}][\w'’.-]{{0,30}}"
    r"(?:[ \xa0](?:(?:de|du|des|le|la|van|von|der|den|ben|bin|el|al)[ \xa0]){0,2}(?:d['’])?"
    rf"[{_UPPER}][\w'’.-]{{0,30}}){{1,4}}"
)
_NAMED = re.compile(_NAME)
_SIGNED = re.compile(
    rf"(?:[-–—~]\s*)?(?:L['’]|L[ae] |l['’]|l[ae] )?(?:[\w'’-]+ ){{0,6}}?{_NAME}\s*(?P<rest>[,–—(:-].*)?\Z", re.S
)
_MARK_END = re.compile(r"[»”\"›][.*_\s]*\Z")


class _Reader:
    """What each paragraph is for, read from the top: the head with its title, the matter, the tail."""

    def __init__(self, text: str, blocks: Sequence[_Block], dateline: Dateline | None) -> None:
        self.text, self.blocks, self.dateline = text, blocks, dateline
        self.kinds: list[str] = []
        self.roles: list[str] = []
        self.role = "text"
        self.listing = False  # behind a colon, as long as items follow
        self.lead = self._lead()
        self.last_prose = self._last_prose()
        self.groups: dict[int, list[_Block]] = {}
        for b in blocks:
            self.groups.setdefault(b.group, []).append(b)
        self.title = self._title()

    def read(self) -> tuple[list[str], list[str]]:
        for number in range(len(self.blocks)):
            kind = self._head(number) if number < self.lead else self._matter(number)
            self.kinds.append(kind)
            self.roles.append(self.role)
        return self.kinds, self.roles

    # -- the head

    def _is_dateline(self, b: _Block) -> bool:
        return self.dateline is not None and b.start <= self.dateline.start < b.end

    def _is_alone(self, b: _Block) -> bool:
        """A dateline on a line of its own leaves the lead to the next paragraph."""
        return self._is_dateline(b) and self.dateline.end >= b.end

    def _lead(self) -> int:
        """The number of the first paragraph that says something; of texts without one, behind the last."""
        start, short = 0, None
        if self.dateline:
            at = next((i for i, b in enumerate(self.blocks) if self._is_dateline(b)), 0)
            if at < _HEAD:
                if not self._is_alone(self.blocks[at]):
                    return at
                start = at + 1 if self.dateline.place else 0
        for i in range(start, len(self.blocks)):
            b = self.blocks[i]
            if self._is_alone(b) or self._is_meta(b) or self._is_title_like(i):
                continue
            if b.words >= 12 or b.text[-1] in '.!?…:;»”"':
                return i
            short = i if short is None else short
        return len(self.blocks) if short is None else short

    def _is_meta(self, b: _Block) -> bool:
        return bool(
            b.embargo
            or b.heading
            or b.is_end
            or b.is_source
            or _FROM.match(b.text)
            or (b.label and b.words < 25 and (b.label["after"] is not None or b.has_address))
            or b.is_address_line
        )

    def _is_title_like(self, number: int) -> bool:
        """A heading, or a first line that is one though it holds marks: *Un pont pour tous !*, *« À sec »*."""
        b = self.blocks[number]
        if b.looks_like_heading:
            return True
        following = self.blocks[number + 1] if number + 1 < len(self.blocks) else None
        return (
            following is not None
            and following.group != b.group
            and len(b.text) <= 160
            and not re.search(r"[.!?…]\s|[\n\r]", b.text[:-1].replace(" !", ""))
            and (b.text[-1] in '!?»”"' or (b.text[0] in '«“"' and b.text[-1].isalnum()))
            and following.words >= b.words
            and all(self._is_meta(x) or self._is_alone(x) for x in self.blocks[:number])
        )

    def _title(self) -> int | None:
        """The first line of the head that may be one; below *Communiqué de presse* before above it."""
        last = min(self.lead, len(self.blocks) - 1)
        able = [
            i
            for i, b in enumerate(self.blocks[:last])
            if self._is_title_like(i)
            and not self._is_meta(b)
            and not self._is_alone(b)
            and sum(c.isalpha() for c in b.text) >= 3
        ]
        marker = next((i for i, b in enumerate(self.blocks[:last]) if b.heading == "release"), None)
        below = [i for i in able if marker is not None and i > marker]
        return next(iter(below or able), None)

    def _head(self, number: int) -> str:
        b = self.blocks[number]
        if self._is_alone(b):
            self.role = "text"
            return "dateline"
        if number == self.title:
            self.role = "text"
            return "title"
        if b.embargo:
            return "embargo"
        if b.is_end:
            return "end"
        if b.heading == "contact" or (b.label and self._is_labelled(b)) or b.is_address_line:
            self.role = "contact"
            return "contact"
        if self.role == "contact" and any(x.has_address for x in self.groups[b.group]) and not b.heading:
            return "contact"
        if b.is_source:
            return "source"
        self.role = "text"
        if b.heading or _FROM.match(b.text):
            return "heading"
        if self.title is not None and number > self.title:
            return "subtitle" if len(b.text) <= 300 else "body"
        return "heading" if b.looks_like_heading else "body"

    # -- the matter and the tail

    def _last_prose(self) -> int:
        """The last paragraph of the matter proper: a source line stands below it."""
        last, role = -1, "text"
        for i, b in enumerate(self.blocks):
            if b.heading:
                role = b.heading
            elif role in ("text", "quotes", "facts", "release") and b.is_prose and not _ABOUT_INLINE.match(b.text):
                if not (b.label and b.has_address) and not b.is_source:
                    last = i
        return last

    def _is_labelled(self, b: _Block) -> bool:
        """A contact label with something behind it: with a colon it may lack an address, without it must have one."""
        label = b.label
        if label is None:
            return False
        if label["after"] is not None and not label["more"] and b.words < 40:
            return True
        return (not label["more"] or label["after"] is not None or b.words < 60) and b.has_address

    def _matter(self, number: int) -> str:
        b = self.blocks[number]
        previous = self.blocks[number - 1] if number else None
        if self._is_alone(b):
            return "dateline"
        if number == self.lead and not b.heading:
            self.listing = b.text.endswith(":")
            return "lead"
        if b.is_end and (number > self.last_prose or _canonical(b.text).strip("-").isdigit()):
            self.role = "tail"
            return "end"
        if b.is_source and (number > self.last_prose or b.text.startswith("SOURCE")):
            self.role = "tail"
            return "source"
        if b.embargo and b.embargo == "now":
            return "embargo"
        if b.heading == "contact":
            self.role = "contact"
            return "contact"
        if b.heading:
            self.role = "text" if b.heading == "release" else b.heading
            self.listing = False
            return "heading"
        if _ABOUT_INLINE.match(b.text):
            self.role = "boilerplate"
            return "boilerplate"
        if b.label and self._is_labelled(b):
            self.role = "contact"
            return "contact"
        if self.role == "contact":
            if not b.is_prose or b.has_address:
                return "contact"
            self.role = "text"
        if self.role == "tail" and any(x.has_address for x in self.groups[b.group]):
            self.role = "contact"
            return "contact"
        if self.role == "links":
            if b.words < 25 and b.text[-1] not in ".!?»":
                return "links"
            self.role = "text"
        if re.fullmatch(r"<?(?:https?://|www\.)\S+>?", b.text):
            return "links"
        following = self.blocks[number + 1] if number + 1 < len(self.blocks) else None
        if _MARKDOWN.match(b.text) and b.looks_like_heading:
            self.role, self.listing = "text", False
            return "heading"
        if self.role == "boilerplate":
            # A heading of another kind with sentences below it: the matter goes on.
            if not (b.looks_like_heading and following is not None and following.words >= 25):
                return "boilerplate"
            self.role = "text"
            return "heading"
        if self.role == "facts":
            return "fact"
        return self._running(b, previous, following)

    def _running(self, b: _Block, previous: _Block | None, following: _Block | None) -> str:
        above = self.kinds[-1] if self.kinds else ""
        if self._is_signature(b, previous, above):
            return "signature"
        if _BULLET.match(b.text) and not re.match(r"\*\S", b.text):
            dashed = _DASH.match(b.text)
            beside = above == "bullet" or (following is not None and _BULLET.match(following.text))
            if not dashed or beside or self.listing or (previous is not None and previous.text.endswith(":")):
                return "bullet"
        if previous is not None and previous.text.endswith(":"):
            self.listing = True
        if self.listing:
            item = b.text[-1] in ";," or (len(b.text) <= 160 and b.text[-1] not in ".!?:") or b.text[0].islower()
            item = item and b.text[0] not in '«“"'
            last = b.text[0].islower() and b.text[-1] == "."
            # A short line before sentences is their heading, unless it stands among the items.
            heads = b.looks_like_heading and following is not None and following.is_prose and following.group != b.group
            if (item or last) and not (heads and above == "bullet"):
                self.listing = not last
                return "bullet"
            self.listing = False
        if b.looks_like_heading and following is not None:
            return "heading"
        return "body"

    def _is_signature(self, b: _Block, previous: _Block | None, above: str) -> bool:
        """Who said the words above: a name below a closing mark, and what that person is."""
        if previous is None or not 1 <= b.words <= 30 or len(b.text) > 250 or b.text[-1] in ".!?:;»”":
            return False
        if _MARK_END.search(previous.text) and above in ("lead", "body", "bullet", "fact"):
            dashed = re.match(rf"[-–—~]\s*[{_UPPER}]", b.text)
            signed = _SIGNED.match(b.text)
            close = self.role == "quotes" or b.group == previous.group
            return bool(signed and (dashed or (not self.listing and (signed["rest"] or close))))
        # A second line: what the person of the line above is.
        return above == "signature" and b.group == previous.group and not _MARKS.search(b.text) and b.words <= 20


_MARKS = re.compile(r"[«»“”\"]")


# --- sections --------------------------------------------------------------------------------------

_PLAIN_ROLE = {"release": "text", "tail": "text"}


def _sections(text: str, paragraphs: Sequence[Paragraph], roles: Sequence[str]) -> Iterator[Section]:
    """Headings with what stands under them, in order; title, dateline and the like belong to none."""
    heading: Paragraph | None = None
    role, held = "text", list[Paragraph]()

    def close() -> Iterator[Section]:
        if heading is None and not held:
            return
        start, end = (heading or held[0]).start, (held[-1] if held else heading).end
        yield Section(start=start, end=end, text=text[start:end], role=role, heading=heading, paragraphs=tuple(held))

    for p, now in zip(paragraphs, roles, strict=True):
        now = _PLAIN_ROLE.get(now, now)
        if p.kind in ("title", "subtitle", "embargo", "dateline", "end", "source"):
            yield from close()
            heading, held = None, []
            continue
        is_contact_heading = p.kind == "contact" and role != "contact" and _known_heading(p.text) == "contact"
        if p.kind == "heading" or is_contact_heading or (held and now != role) or (heading and now != role):
            yield from close()
            heading, held = (p, []) if p.kind == "heading" or is_contact_heading else (None, [p])
        else:
            held.append(p)
        role = now
    yield from close()


def _boilerplate(text: str, paragraphs: Sequence[Paragraph], roles: Sequence[str]) -> Part | None:
    """The stretch from the first heading such as *À propos de X* to the end of what belongs to it or its like."""
    first = next((i for i, role in enumerate(roles) if role == "boilerplate"), None)
    if first is None:
        return None
    last = first
    while last + 1 < len(roles) and roles[last + 1] == "boilerplate":
        last += 1
    return _part(text, paragraphs[first].start, paragraphs[last].end)


def _source(text: str, paragraphs: Sequence[Paragraph]) -> Part | None:
    for p in paragraphs:
        match = _SOURCE.match(p.text) if p.kind == "source" else None
        if match:
            # On one line; what a second line adds is an office or an address.
            line = re.compile(r"[^\n\r]+").match(text, p.start + match.end(), p.end)
            return _part(text, *line.span()) if line else None
    return None


def _from(text: str, paragraphs: Sequence[Paragraph]) -> Part | None:
    """*De : Agence des ponts*, in the head of a government's page."""
    for p in paragraphs[:_HEAD]:
        match = _FROM.match(p.text) if p.kind == "heading" else None
        if match:
            return _part(text, p.start + match.end(), p.end)
    return None


# --- contacts --------------------------------------------------------------------------------------

# Atoms with single dots between them, so that no input makes the search go back over itself.
EMAIL = re.compile(r"(?<![\w.+-])[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"\d[\d .()\xa0\u202f-]{5,}\d")
_PHONE_REGIONS = ("CA", "FR", "BE", "CH")  # national forms of the countries that write French
_EXTENSION = re.compile(
    r"[\s,;(]{0,4}(?:postes?|p\.|ext\.?|extension|int\.|interne|#|x)\s?:?\s?(?P<number>\d{1,6})(?!\d)", re.I
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()]+", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;|\n\r()<>\[\]:•·/*\t]+|[ \xa0][-–—][ \xa0]|^[-–—]\s*")


def _phones(text: str) -> Iterator[tuple[int, str]]:
    """Telephone numbers with their places, as printed, without extension, in the order of the text."""
    if not _DIGITS.search(text):
        return
    import phonenumbers  # here, not above: its tables take longer to load than all else

    found: dict[int, str] = {}
    for region in _PHONE_REGIONS:
        for match in phonenumbers.PhoneNumberMatcher(text, region):
            found.setdefault(match.start, _EXTENSION.split(match.raw_string)[0].rstrip())
    end = -1
    for start, number in sorted(found.items()):
        if start >= end:
            end = start + len(number)
            yield start, number


@cache
def _fields() -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in lexicon.rows("contact_fields"))


@cache
def _functions() -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in lexicon.rows("titles") if row["kind"] == "function") | frozenset(
        fold(row["noun"]) for row in lexicon.rows("contact_functions")
    )


@cache
def _office_words() -> frozenset[str]:
    """Words that no person's name holds: of bodies, of functions, of contact labels."""
    labels = (word for label in _contact_headings() for word in words(label))
    bodies = (fold(row["form"]) for row in lexicon.rows("body_words"))
    offices = (fold(row["noun"]) for row in lexicon.rows("contact_offices"))
    return frozenset(w for w in (*labels, *bodies, *offices) if len(w) > 3) | _functions()


@dataclass
class _Group:
    """What has been read of one contact."""

    name: Part | None = None
    function: Part | None = None
    office: Part | None = None
    addresses: list[Part] | None = None
    numbers: list[Phone] | None = None

    @property
    def is_reached(self) -> bool:
        return bool(self.addresses or self.numbers)

    def parts(self) -> list[Part]:
        numbers = [x for n in self.numbers or [] for x in (n, n.extension)]
        return [x for x in (self.name, self.function, self.office, *(self.addresses or []), *numbers) if x]


def _contacts(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Contact]:
    """The people and offices of the contact blocks; one without a name and an address is none."""
    run: list[Paragraph] = []
    for p in (*paragraphs, None):
        if p is not None and p.kind == "contact":
            run.append(p)
            continue
        if run:
            for group in _groups(text, run):
                if group.name or group.is_reached:
                    found = group.parts()
                    part = _part(text, min(x.start for x in found), max(x.end for x in found))
                    yield Contact(
                        start=part.start,
                        end=part.end,
                        text=part.text,
                        name=group.name,
                        function=group.function,
                        office=group.office,
                        addresses=tuple(group.addresses or ()),
                        numbers=tuple(group.numbers or ()),
                    )
        run = []


def _groups(text: str, run: Sequence[Paragraph]) -> Iterator[_Group]:
    group = _Group()
    for kind, part in (atom for p in run for atom in _atoms(text, p)):
        if kind == "label":
            fresh = group.is_reached or group.name is not None
        elif kind == "name":
            fresh = group.is_reached or group.name is not None
        elif kind in ("function", "office"):
            fresh = group.is_reached
        else:
            fresh = False
        if fresh:
            yield group
            group = _Group()
        if kind == "name":
            group.name = part
        elif kind == "function":
            group.function = group.function or part
        elif kind == "office":
            group.office = group.office or part
        elif kind == "email":
            group.addresses = [a for a in group.addresses or [] if a.text != part.text] + [part]
        elif kind == "phone":
            group.numbers = [*(group.numbers or []), part]
    yield group


def _atoms(text: str, p: Paragraph) -> Iterator[tuple[str, Part | None]]:
    """The pieces of a contact paragraph in order: label, name, function, office, email, phone."""
    busy: list[tuple[int, int, str, Part | None]] = []
    for match in EMAIL.finditer(p.text):
        busy.append((*match.span(), "email", _part(text, p.start + match.start(), p.start + match.end())))
    for start, number in _phones(p.text):
        end = start + len(number)
        match = _EXTENSION.match(p.text, end)
        extension = _part(text, p.start + match.start("number"), p.start + match.end("number")) if match else None
        phone = Phone(start=p.start + start, end=p.start + end, text=number, extension=extension)
        busy.append((start, match.end() if match else end, "phone", phone))
    for match in _URL.finditer(p.text):
        busy.append((*match.span(), "web", None))
    label = _LABEL.match(p.text)
    at = 0
    is_function = label and any(fold(word) in _functions() for word in words(label["label"])[:1])
    if label and label["after"] is not None and not label["more"] and not is_function:
        yield "label", None
        at = label.end()
    for start, end, kind, part in sorted(busy, key=lambda b: b[:2]):
        if start < at:
            continue
        yield from _named(text, p, at, start)
        if kind != "web":
            yield kind, part
        at = end
    yield from _named(text, p, at, len(p.text))


def _named(text: str, p: Paragraph, start: int, end: int) -> Iterator[tuple[str, Part]]:
    """Names, functions and offices in a stretch without addresses."""
    at = start
    for stop, following in [*(m.span() for m in _BETWEEN.finditer(p.text, start, end)), (end, end)]:
        part = _part(text, p.start + at, p.start + stop)
        at = following
        kind = _piece_kind(part.text)
        if kind:
            yield kind, part


def _piece_kind(piece: str) -> str | None:
    """name, function or office; None for what only stands between these (*Tél.*, *ou*, sentences)."""
    said = words(piece)
    if not said or len(said) > 14 or len(piece) < 4 or piece[0].isdigit():
        return None
    first = fold(piece).split()[0]
    if fold(piece) in _fields() or first in _fields() or first == "pour":
        return None
    folded = [fold(w) for w in said]
    if any(w in _functions() for w in folded[:2]):
        return "function"
    if _NAMED.fullmatch(piece) and not any(w in _office_words() for w in folded):
        return "name"
    ends = piece[-1] in "!?" or (piece[-1] == "." and len(said[-1]) > 4)  # as sentences do, not as "inc." does
    return "office" if piece[0].isupper() and not ends else None


@cache
def _invitation() -> re.Pattern[str]:
    forms = "|".join(re.escape(row["form"]) for row in lexicon.rows("contact_invitations"))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


def _invitations(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Contact]:
    """Without a contact block: the addresses in a closing paragraph that asks to write or call."""
    for p in [p for p in paragraphs if p.kind in ("lead", "body", "boilerplate", "bullet", "fact")][-3:]:
        asked = _invitation().search(p.text)
        found = [part for kind, part in _atoms(text, p) if kind in ("email", "phone")] if asked else []
        emails = {part.text: part for part in found if not isinstance(part, Phone)}
        numbers = tuple(part for part in found if isinstance(part, Phone))
        if found:
            span = _part(text, found[0].start, max(part.end for part in found))
            yield Contact(
                start=span.start,
                end=span.end,
                text=span.text,
                name=None,
                function=None,
                office=None,
                addresses=tuple(emails.values()),
                numbers=numbers,
            )
