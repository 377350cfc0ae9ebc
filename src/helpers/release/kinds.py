"""Blocks → what each is for: title, lead, body, bullet, signature, contact …, read from the top."""

import re
from collections.abc import Sequence

from helpers.lexicon.words import whole_and_elided, words
from helpers.release.blocks import BULLET, DASH, Block
from helpers.release.dateline import HEAD
from helpers.release.headings import ABOUT_INLINE, FROM_LINE, MARKDOWN, NAME, UPPER, canonical_mark
from helpers.release.letterhead import Letterhead
from helpers.release.parts import Dateline

_ARTICLES = words("singular definite article")
_ARTICLE, _ELIDED = whole_and_elided(_ARTICLES | {article.capitalize() for article in _ARTICLES})
_SIGNED = re.compile(
    rf"(?:[-–—~]\s*)?(?:(?:{_ARTICLE}) |{_ELIDED})?(?:[\w'’-]{{1,40}} ){{0,6}}?{NAME}\s*"
    r"(?P<rest>[,–—(:-].*)?\Z",
    re.DOTALL,
)
_MARK_END = re.compile(r"[»”\"›][.*_\s]*\Z")
_MARKS = re.compile(r"[«»“”\"]")
_AMOUNT = re.compile(r"[-+–]?\d(?![^\n]{0,12},)")  # no number of a house: *12, rue du Gué*
_ADDRESS_ALONE = re.compile(r"<?(?:https?://|www\.)\S+>?")


class KindReader:
    """What each paragraph is for, read from the top: the head with its title, the matter, the tail."""

    def __init__(
        self, text: str, blocks: Sequence[Block], dateline: Dateline | None, letterhead: Letterhead | None = None
    ) -> None:
        self.body = letterhead.last + 1 if letterhead else 0  # below the letterhead
        self.text, self.blocks, self.dateline = text, blocks, dateline
        self.kinds: list[str] = []
        self.roles: list[str] = []
        self.role = "text"
        self.listing = False  # behind a colon, as long as items follow
        self.lead = self._lead()
        self.last_prose = self._last_prose()
        self._rows: dict[int, bool] = {}  # by group, whether it is a row of a table
        self.groups: dict[int, list[Block]] = {}
        for b in blocks:
            self.groups.setdefault(b.group, []).append(b)
        self.title = self._title()

    def read(self) -> tuple[list[str], list[str]]:
        """The kind of each paragraph and the role of the section that it stands in."""
        for number in range(len(self.blocks)):
            kind = self._head(number) if number < self.lead else self._matter(number)
            self.kinds.append(kind)
            self.roles.append(self.role)
        return self.kinds, self.roles

    # -- the head

    def _is_dateline(self, b: Block) -> bool:
        """*Lyon, le 3 mai 2024 – Le pont ouvre.*: the dateline opens it."""
        return self.dateline is not None and b.start <= self.dateline.start < b.end

    def _is_alone(self, b: Block) -> bool:
        """A dateline on a line of its own leaves the lead to the next paragraph."""
        return self._is_dateline(b) and self.dateline.end >= b.end

    def _lead(self) -> int:
        """The number of the first paragraph that says something; of texts without one, behind the last."""
        start, short = self.body, None
        if self.dateline:
            at = next((i for i, b in enumerate(self.blocks) if self._is_dateline(b)), 0)
            if at < HEAD:
                if not self._is_alone(self.blocks[at]):
                    return at
                start = at + 1 if self.dateline.place else self.body
        for i in range(start, len(self.blocks)):
            b = self.blocks[i]
            if self._is_alone(b) or self._is_meta(b) or self._is_title_like(i):
                continue
            if b.words >= 12 or b.text[-1] in '.!?…:;»”"':
                return i
            short = i if short is None else short
        return len(self.blocks) if short is None else short

    def _is_meta(self, b: Block) -> bool:
        """*Pour diffusion immédiate*, *Communiqué de presse*, *De : Agence des sentiers*: carries the release."""
        return bool(
            b.embargo
            or b.heading
            or b.is_end
            or b.is_source
            or FROM_LINE.match(b.text)
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
            if i >= self.body
            and self._is_title_like(i)
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
        if number == self.title or number < self.body:
            self.role = "text"
            return "title" if number == self.title else "heading"
        if b.embargo:
            return "embargo"
        if b.is_end:
            return "end"
        if b.heading == "contact" or self._is_labelled(b) or b.is_address_line:
            self.role = "contact"
            return "contact"
        if self.role == "contact" and self._is_near_address(b) and not b.heading:
            return "contact"
        if b.is_source:
            return "source"
        self.role = "text"
        if b.heading or FROM_LINE.match(b.text):
            return "heading"
        if self.title is not None and number > self.title:
            return "subtitle" if len(b.text) <= 300 else "body"
        return "heading" if b.looks_like_heading else "body"

    def _is_labelled(self, b: Block) -> bool:
        """*Renseignements : Anne Roy*: a contact label and who it is; without the colon an address must follow."""
        label = b.label
        if label is None:
            return False
        if label["after"] is not None and not label["more"] and b.words < 40:
            return True
        return (not label["more"] or label["after"] is not None or b.words < 60) and b.has_address

    def _is_near_address(self, b: Block) -> bool:
        """*Anne Roy* above *a.roy@sentiers.example*, with no blank line between them."""
        return any(x.has_address for x in self.groups[b.group])

    # -- the matter and the tail

    def _last_prose(self) -> int:
        """The last paragraph of the matter proper: a source line stands below it."""
        last, role = -1, "text"
        for i, b in enumerate(self.blocks):
            if b.heading:
                role = b.heading
            elif role in ("text", "quotes", "facts", "release") and b.is_prose and not ABOUT_INLINE.match(b.text):
                if not (b.label and b.has_address) and not b.is_source:
                    last = i
        return last

    def _matter(self, number: int) -> str:
        """The first step that knows what a paragraph is for says it; the rest is running text."""
        b = self.blocks[number]
        following = self.blocks[number + 1] if number + 1 < len(self.blocks) else None
        return (
            self._opening(number)
            or self._closing(number)
            or self._announced(b)
            or self._contact(number)
            or self._link(b)
            or self._in_section(b, following)
            or self._running(number, following)
        )

    def _opening(self, number: int) -> str | None:
        """*Lyon, le 3 mai 2024* alone on its line; or the first paragraph that says something."""
        b = self.blocks[number]
        if self._is_alone(b):
            return "dateline"
        if number == self.lead and not b.heading:
            self.listing = b.text.endswith(":")
            return "lead"
        return None

    def _closing(self, number: int) -> str | None:
        """*-30-*, *SOURCE Brumal inc.*: below the last sentences, or so printed that it can be nothing else."""
        b = self.blocks[number]
        is_below = number > self.last_prose
        if b.is_end and (is_below or canonical_mark(b.text).strip("-").isdigit()):
            self.role = "tail"
            return "end"
        if b.source_label and (is_below or b.source_label["capitals"]):
            self.role = "tail"
            return "source"
        return None

    def _announced(self, b: Block) -> str | None:
        """*Pour diffusion immédiate*, *Faits en bref*, *Contacts*, *À propos de Brumal : …*: a line of a set form."""
        if b.embargo == "now":
            return "embargo"
        if b.heading == "contact":
            self.role = "contact"
            return "contact"
        if b.heading:
            self.role = "text" if b.heading == "release" else b.heading
            self.listing = False
            return "heading"
        if ABOUT_INLINE.match(b.text):
            self.role = "boilerplate"
            return "boilerplate"
        return None

    def _contact(self, number: int) -> str | None:
        """*Renseignements : Anne Roy*, or what stands below such a line until sentences follow."""
        b = self.blocks[number]
        if self._is_labelled(b):
            self.role = "contact"
            return "contact"
        if self.role == "contact":
            if self._is_row(b):
                return "fact"
            if not b.is_prose or b.has_address:
                return "contact"
            self.role = "text"
        is_tail = self.role == "tail" or number > self.last_prose
        if b.reaches or (is_tail and self._is_near_address(b) and (b.has_address or not BULLET.match(b.text))):
            self.role = "contact"
            return "contact"
        return None

    def _is_row(self, b: Block) -> bool:
        """*2022 / 15 800 visiteurs* below *2021 / 12 400 visiteurs*: a row among others of as many lines, no address in
        any, where one line opens with a number in each but the head.
        """
        if b.group not in self._rows:
            run, size = self._run_around(b.group), len(self.groups[b.group])
            columns = list(zip(*(self.groups[group] for group in run), strict=True))
            opens = ([bool(_AMOUNT.match(cell.text)) for cell in column[1:]] for column in columns)
            self._rows |= dict.fromkeys(run, len(run) > 1 and size > 1 and any(map(all, opens)))
        return self._rows[b.group]

    def _run_around(self, group: int) -> list[int]:
        """The groups on either side that have as many lines and no address either, itself too."""
        size, first, last = len(self.groups[group]), group, group
        while self._may_be_row(first - 1, size) and self._may_be_row(group, size):
            first -= 1
        while self._may_be_row(last + 1, size) and self._may_be_row(group, size):
            last += 1
        return list(range(first, last + 1))

    def _may_be_row(self, group: int, size: int) -> bool:
        blocks = self.groups.get(group, [])
        return len(blocks) == size and not any(b.has_address or b.label or b.heading for b in blocks)

    def _link(self, b: Block) -> str | None:
        """*Carte du sentier* below *Liens connexes*, until a sentence follows; a web address alone anywhere."""
        if self.role == "links":
            if b.words < 25 and b.text[-1] not in ".!?»":
                return "links"
            self.role = "text"
        return "links" if _ADDRESS_ALONE.fullmatch(b.text) else None

    def _in_section(self, b: Block, following: Block | None) -> str | None:
        """*Brumal scie du bois depuis 1950.* below *À propos de Brumal*: what the heading above makes of it."""
        if MARKDOWN.match(b.text) and b.looks_like_heading:
            self.role, self.listing = "text", False
            return "heading"
        if self.role == "boilerplate":
            # A heading of another kind with sentences below it: the matter goes on.
            if not (b.looks_like_heading and following is not None and following.words >= 25):
                return "boilerplate"
            self.role = "text"
            return "heading"
        return "fact" if self.role == "facts" else None

    # -- running text

    def _running(self, number: int, following: Block | None) -> str:
        """A signature, an item of a list, a heading, or a paragraph of the body."""
        b = self.blocks[number]
        previous = self.blocks[number - 1] if number else None
        above = self.kinds[-1] if self.kinds else ""
        if self._is_signature(b, previous, above):
            return "signature"
        is_behind_colon = previous is not None and previous.text.endswith(":")
        if self._is_bullet(b, following, is_behind_colon or self.listing or above == "bullet"):
            return "bullet"
        if self.listing or is_behind_colon:
            self.listing = self._is_item(b, following, above)
            if self.listing:
                self.listing = not _closes_list(b)
                return "bullet"
        return "heading" if b.looks_like_heading and following is not None else "body"

    def _is_signature(self, b: Block, previous: Block | None, above: str) -> bool:
        """*– Anne Roy, ministre des Sentiers* below a closing mark: who said the words above."""
        if previous is None or not 1 <= b.words <= 30 or len(b.text) > 250 or b.text[-1] in ".!?:;»”":
            return False
        if _MARK_END.search(previous.text) and above in ("lead", "body", "bullet", "fact"):
            dashed = re.match(rf"[-–—~]\s*[{UPPER}]", b.text)
            signed = _SIGNED.match(b.text)
            close = self.role == "quotes" or b.group == previous.group
            return bool(signed and (dashed or (not self.listing and (signed["rest"] or close))))
        # A second line: what the person of the line above is.
        return above == "signature" and b.group == previous.group and not _MARKS.search(b.text) and b.words <= 20

    def _is_bullet(self, b: Block, following: Block | None, is_listed: bool) -> bool:
        """*• un suivi public*; *- un suivi public* only in a list, since a dash can open a speech or an aside."""
        if not BULLET.match(b.text) or re.match(r"\*\S", b.text):
            return False
        return is_listed or not DASH.match(b.text) or (following is not None and bool(BULLET.match(following.text)))

    def _is_item(self, b: Block, following: Block | None, above: str) -> bool:
        """*un suivi public ;* behind *Elles demandent trois mesures :*, without any bullet."""
        is_open = b.text[-1] in ";," or (len(b.text) <= 160 and b.text[-1] not in ".!?:") or b.text[0].islower()
        is_item = (is_open and b.text[0] not in '«“"') or _closes_list(b)
        # Behind items, a short line before sentences is their heading.
        heads = b.looks_like_heading and following is not None and following.is_prose and following.group != b.group
        return is_item and not (heads and above == "bullet")


def _closes_list(b: Block) -> bool:
    """*et un suivi public.*: the last item ends the sentence."""
    return b.text[0].islower() and b.text[-1] == "."
