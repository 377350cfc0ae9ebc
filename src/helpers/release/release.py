"""A press release: the text of a file and what its layout tells.

Everything carries its place: ``release.text[part.start:part.end] == part.text``. What the release does not
state is None.
"""

import bisect
import datetime
import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any

from helpers.release.files import Content, read_bytes, read_file
from helpers.release.language_id import foreign_language, language_code
from helpers.release.layout import read_layout
from helpers.release.lines import normal_form
from helpers.release.parts import Contact, Dateline, Embargo, Issuer, Paragraph, Part, Section, in_place, part_of
from helpers.text.escapes import on_screen
from helpers.text.faults import ReleaseError, one_line, shown_name
from helpers.text.normal_form import NormalForm
from helpers.text.schema import FRAME
from helpers.text.typography import words

LONGEST = 300_000
"""Characters that a parse takes at once, in some 1.6 gigabytes; a release has some thousand."""


@dataclass(frozen=True)
class Release:
    """One release, immutable. Offsets count code points of ``text``.

    ``text`` is a text file as decoded, its line endings and byte order mark kept; of a web page, a Word or a PDF
    file it is the text that was extracted. ``format`` says which (text, html, docx, pdf); ``encoding`` is that of a
    text file. Where lines are broken, accents are characters of their own and the like, ``normal`` is the release as
    it is read, and ``form`` tells where each of its characters stands in ``text``; else both are None. ``sections``,
    ``contacts`` and ``paragraphs`` may be empty, all else that is not stated is None.
    """

    name: str
    text: str
    sha256: str
    encoding: str | None
    language: str
    paragraphs: tuple[Paragraph, ...]
    stamp: Part | None = None
    title: Part | None = None
    dateline: Dateline | None = None
    source: Issuer | None = None
    contacts: tuple[Contact, ...] = field(default=())
    subtitle: Part | None = None
    embargo: Embargo | None = None
    sections: tuple[Section, ...] = field(default=())
    boilerplate: Part | None = None
    end_mark: Part | None = None
    format: str = "text"
    set_out: tuple[Part, ...] = field(default=())
    notes: tuple[str, ...] = field(default=(), repr=False)
    normal: "Release | None" = field(default=None, repr=False)
    form: NormalForm | None = field(default=None, repr=False)
    stated: Dateline | None = None

    @cached_property
    def words(self) -> int:
        """Words of the release without a crawl stamp, as ``typography.words`` counts them."""
        return sum(len(words(p.text)) for p in self.paragraphs)

    @property
    def prose(self) -> tuple[Paragraph, ...]:
        """The paragraphs that say something: all but embargo, links, end mark, source line and contacts."""
        return tuple(p for p in self.paragraphs if p.kind not in FRAME)

    def paragraph_at(self, position: int) -> int:
        """The index of the paragraph that holds a position, or -1."""
        index = bisect.bisect_right(self.paragraphs, position, key=lambda p: p.start) - 1
        return index if index >= 0 and position < self.paragraphs[index].end else -1

    @cached_property
    def issuer(self) -> str | None:
        """Who issues the release, or None where the text does not say so."""
        return self.source.text if self.source else None

    @property
    def issuer_from(self) -> str | None:
        """What tells who issues it: source line, sender line, letterhead, agency, lead … (see ``parts.Issuer``)."""
        return self.source.found if self.source else None

    @property
    def place(self) -> str | None:
        """Where it was issued, by its dateline or by what is told elsewhere."""
        return self._told("place")[0]

    @property
    def place_from(self) -> str | None:
        """What tells the place: dateline, signature, agency … (see ``parts.Dateline``)."""
        return self._told("place")[1]

    @property
    def date(self) -> datetime.date | None:
        """The day on which it was issued, where it is printed with its year."""
        return self._told("date")[0]

    @property
    def when(self) -> str | None:
        """The same as far as it is printed: 2024-03-12, --03-12, 2024-03."""
        return self._told("date")[0].isoformat() if self.date else self._told("when")[0]

    @property
    def date_from(self) -> str | None:
        """What tells the day: dateline, date line, heading, signature, agency or lead."""
        return self._told("date" if self.date else "when")[1]

    def _told(self, what: str) -> tuple[Any, str | None]:
        """What the dateline or the text tells of place or date, and where it is told."""
        for line in (self.dateline, self.stated):
            if line is not None and getattr(line, what) is not None:
                return getattr(line, what), line.found
        return None, None

    def facts(self) -> dict[str, object]:
        """What the layout tells, by name, each as it is shown; what is not stated is None."""
        line = self.dateline
        return {
            "title": self.title.text if self.title else None,
            "place": self.place,
            "date": self.date or self.when,
            "wire": line.wire if line else None,
            "issued by": self.issuer,
            "contacts": " · ".join(c.label or c.text for c in self.contacts) or None,
            "language": self.language,
            "words": self.words,
            "paragraphs": len(self.paragraphs),
            "file": f"{self.format}, {self.encoding}" if self.encoding else self.format,
            "SHA-256": self.sha256,
        }

    def __repr__(self) -> str:
        issued = f", issued by {self.issuer}" if self.issuer else ""
        return on_screen(f"Release {self.name}: {self.words} words in {len(self.paragraphs)} paragraphs{issued}")

    def _repr_html_(self) -> str:
        from helpers.markup import cards  # when shown, not before: it loads pandas

        paragraphs = [
            {"paragraph": number, "kind": p.kind, "words": len(words(p.text)), "start": p.start, "end": p.end}
            for number, p in enumerate(self.paragraphs, start=1)
        ]
        return cards.release_card(self, self.facts(), paragraphs).html

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": repr(self)}

    @classmethod
    def from_text(
        cls, text: str, name: str = "text", *, encoding: str = "utf-8", any_language: bool = False
    ) -> "Release":
        """Read a release from a string.

        Args:
            text: the text of a release.
            name: what errors and exports call it.
            encoding: what it is encoded in to take its SHA-256.
            any_language: read it though it is surely not French (the rules are made for French).

        Raises:
            ReleaseError: the text holds no letter or digit, or control characters, is no one release by its length,
                or is not French.
        """
        sha256 = hashlib.sha256(text.encode(encoding, "surrogatepass")).hexdigest()
        content = Content(text=text, encoding=encoding, format="text", sha256=sha256)
        return cls._read(content, one_line(name), any_language)

    @classmethod
    def from_bytes(cls, data: bytes, name: str, *, any_language: bool = False) -> "Release":
        """Read a release from the bytes of a file, as ``load_release`` does from the file.

        Args:
            data: the bytes, of any format that ``load_release`` takes.
            name: the file's name as its owner gave it; only its last part is shown, its ending says little.
            any_language: read it though it is surely not French.

        Raises:
            ReleaseError: as ``load_release``.
        """
        return cls._read(read_bytes(data, name), shown_name(PurePath(name)), any_language)

    @classmethod
    def _read(cls, content: Content, name: str, any_language: bool) -> "Release":
        text = content.text
        if not any(c.isalnum() for c in text):
            raise ReleaseError(f"{name}: no text in it; give a file with the text of a release")
        if len(text) > LONGEST:
            raise ReleaseError(f"{name}: {len(text):,} characters, more than {LONGEST:,}; give one release a file")
        fault = re.search(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]", text)
        if fault:
            what = "half a character" if fault.group() >= "\ud800" else "control character"
            raise ReleaseError(f"{name}: not a text file ({what} at position {fault.start()}); save it as plain text")
        foreign = None if any_language else foreign_language(text)
        if foreign:
            raise ReleaseError(
                f"{name}: the text is {foreign}, not French; give a French release, or ask for any language "
                "(--any-language, any_language=True)"
            )
        read = normal_form(text)
        plain = read if isinstance(read, str) else read.text
        about = {"name": name, "language": language_code(plain), "notes": content.notes}
        about |= {key: getattr(content, key) for key in ("sha256", "encoding", "format")}
        set_out = tuple(part_of(text, *span) for span in content.set_out)
        if isinstance(read, str):
            return cls(text=text, set_out=set_out, **about, **vars(read_layout(text)))
        layout = read_layout(plain)
        inside = tuple(part_of(plain, *read.within(part.start, part.end)) for part in set_out)
        normal = cls(text=plain, set_out=inside, **about, **vars(layout))
        return cls(text=text, normal=normal, form=read, set_out=set_out, **about, **vars(in_place(layout, read)))


def load_release(path: str | Path, *, any_language: bool = False) -> Release:
    """Read a release from a file.

    Args:
        path: plain text (UTF-8, UTF-16 with a byte order mark, cp1252, latin-1), a web page, a Word (docx) file
            or, with the extra ``documents``, a PDF file.
        any_language: read a text that is surely not French, too (the rules are made for French).

    Raises:
        ReleaseError: the file is missing, unreadable, empty, no text or not French; one line says which and what to do.
    """
    path = Path(path)
    return Release._read(read_file(path), shown_name(path), any_language)
