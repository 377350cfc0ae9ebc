"""Mentions → persons and bodies: who *le lieut. col. X*, *elle*, *ce chercheur* or *la RDS* is.

The release itself is the only directory: a person is who it names in full somewhere, with the
titles, functions and gender that it gives. What it does not say stays None.
"""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc, Token

from helpers import lexicon
from helpers.french.document import ReleaseDoc
from helpers.french.noun_phrases import phrase_around, phrase_from
from helpers.french.persons import is_human, is_name_part, is_title, titles
from helpers.french.subjects import CLITICS, SUBJECTS
from helpers.quotes.quotations import Quotation
from helpers.quotes.rules import ADJACENT, CONTINUES, FLOATING, LOW, MEDIUM, PARAGRAPHS, SAME, SELON
from helpers.release.acronyms import expansions
from helpers.text.typography import fold

_PARTICLES = frozenset("de du d' la le van von der den di da dos el al ben bin ibn le".split())
_UNMARKED = str.maketrans(dict.fromkeys("«»“”", ""))
_ARTICLES = {"le": "m", "un": "m", "la": "f", "une": "f"}
_OF = frozenset(("de", "du", "des", "d'"))


@dataclass
class Person:
    """A person as the release names them: full name, title and functions as printed, gender if grammar tells."""

    name: str
    surname: str
    mentions: list[tuple[int, int]] = field(default_factory=list)  # token spans of the name proper
    roles: list[str] = field(default_factory=list)
    affiliation: str | None = None
    gender: str | None = None
    title: str | None = None  # civil: Mme, Dr
    is_personal: bool = False  # named as persons are, not only as who speaks

    @property
    def role(self) -> str | None:
        """The first function given."""
        return self.roles[0] if self.roles else None


@dataclass(frozen=True)
class Speaker:
    """Who speaks: the full name, and what the release says of them."""

    name: str | None
    role: str | None = None
    affiliation: str | None = None
    gender: str | None = None
    is_carried: bool = False  # by a pronoun, a description or discourse, not by a name beside the quotation


class Directory:
    """The persons and bodies of a release, in order of first mention."""

    def __init__(self, document: ReleaseDoc, spoken: frozenset[int] = frozenset()) -> None:
        """``spoken``: tokens at which a mention of a source begins; a bare name there is a person's."""
        self.document = document
        self.doc, self.release = doc, release = document.doc, document.release
        self.persons: list[Person] = []
        self._by_name: dict[str, Person] = {}
        self._at: dict[int, Person] = {}  # token of a name → person
        self._bodies = expansions(release)
        self.runs = runs = list(_name_runs(document))
        for first, last in runs:
            is_full = last > first and " " in self.text(first, last)  # Roy-Lambert alone is a surname
            is_personal = is_full and _is_personal(document, first, last)
            if is_personal or is_full and first in spoken and _is_bare_name(doc, first, last):
                self._add(first, last).is_personal |= is_personal
        for first, last in runs:
            if first not in self._at:
                self._recognise(first, last)
        for person in self.persons:
            for first, last in person.mentions:
                self._describe(person, first, last)

    def _add(self, first: int, last: int) -> Person:
        name = self.text(first, last)
        person = self._by_name.get(fold(name))
        if person is None:
            parts = name.split()
            person = next(
                (p for p in self.persons if fold(p.surname) == fold(parts[-1]) and _initials_agree(p.name, name)), None
            )
        if person is None:
            person = Person(name, _surname(name))
            self.persons.append(person)
        elif len(name) > len(person.name):
            person.name, person.surname = name, _surname(name)
        self._by_name[fold(name)] = person
        self._note(person, first, last)
        return person

    def _recognise(self, first: int, last: int) -> None:
        """A surname alone, known from a full name elsewhere; or new behind a title."""
        while first < last and is_title(self.doc[first]):
            first += 1
        name = fold(self.text(first, last))
        known = [p for p in self.persons if fold(p.surname) == name or fold(p.name) == name]
        title_gender = _title_gender(self.doc, first)
        fitting = [p for p in known if not (title_gender and p.gender and p.gender != title_gender)]
        if fitting:
            before = [p for p in fitting if p.mentions and p.mentions[0][0] < first]
            self._note((before or fitting)[-1], first, last)
        elif _title_before(self.doc, first) and not any(
            t.text.isupper() and (len(t) > 1 or t.i == first) for t in self.doc[first : last + 1]
        ):  # le député | Nupes-EELV
            person = Person(self.text(first, last), _surname(self.text(first, last)), is_personal=True)
            self.persons.append(person)
            self._note(person, first, last)

    def _note(self, person: Person, first: int, last: int) -> None:
        person.mentions.append((first, last))
        for i in range(first, last + 1):
            self._at[i] = person
        person.gender = person.gender or _title_gender(self.doc, first)

    def _describe(self, person: Person, first: int, last: int) -> None:
        """Titles before the name, an apposition behind it, a body behind *de*."""
        doc = self.doc
        start = first
        while start > self.document.sentence(first)[0] and _can_be_title(doc, start - 1):
            start -= 1
        person.title = person.title or next((t.text for t in doc[start:first] if _is_civil(t)), None)
        document = self.document
        before = (
            _function_before(doc, start, first) or _post_before(document, first) or _post_before_comma(document, first)
        )
        if before and before not in person.roles:
            person.roles.append(before)
            row = titles().get(fold(before.split()[0]))
            told = row["gender"] if row and row["gender"] else _article_gender(self.document, before, first)
            person.gender = person.gender or told
        i = last + 1
        end = self.document.sentence(last)[1]
        if i + 1 < end and doc[i].text == ",":
            head = doc[i + 1]
            stop = phrase_from(self.document, i + 1, at_least=i + 1)
            if (
                is_title(head)
                or head.pos_ in ("DET", "ADJ", "NOUN")
                and any(is_title(t) for t in doc[i + 1 : min(i + 5, stop + 1)])
            ):
                role = self.text(i + 1, _cut(doc, i + 1, stop))
                if role not in person.roles:
                    person.roles.append(role)
                noun = next((t for t in doc[i + 1 : min(i + 4, stop + 1)] if t.pos_ == "NOUN" or is_title(t)), None)
                if noun is not None:
                    person.gender = person.gender or (_title_gender_of(noun) if is_title(noun) else _morph_gender(noun))
                of = next(
                    (
                        k
                        for k in range(i + 1, stop)
                        if doc[k].lower_ in (*_OF, "à", "au") and any(is_name_part(t) for t in doc[k + 1 : k + 4])
                    ),
                    None,
                )
                if of is not None and person.affiliation is None:
                    person.affiliation = self.text(of + 1, _cut(doc, of + 1, stop))
            elif head.lower_ in _OF and person.affiliation is None:
                person.affiliation = self.text(i + 2, _cut(doc, i + 2, stop)) if i + 2 < end else None
        elif i < end and doc[i].lower_ in _OF and person.affiliation is None and i + 1 < end:
            head = i + 2 if doc[i + 1].pos_ == "DET" and i + 2 < end else i + 1
            if is_name_part(doc[head]) or doc[head].text.isupper():
                person.affiliation = self.text(i + 1, head)
        if person.affiliation:
            person.affiliation = self._full(person.affiliation)
        if person.gender is None:
            person.gender = _agreement(doc, first, last)

    def text(self, first: int, last: int) -> str:
        """The release's own characters for tokens, inclusive, in one line."""
        return " ".join(self.release.text[self.doc[first].idx : self.doc[last].idx + len(self.doc[last])].split())

    def person_at(self, first: int, last: int) -> Person | None:
        """The person named by a mention: at its head or in apposition, not one that it merely depends on."""
        doc = self.doc
        for i in range(first, last + 1):
            person = self._at.get(i)
            if person is None or i > first and self._at.get(i - 1) is person:
                continue
            previous = i - 1
            while (
                previous > first
                and (
                    is_title(doc[previous]) or doc[previous].pos_ in ("ADJ", "NOUN") and doc[previous].lower_ not in _OF
                )
                and doc[previous].text != ","
            ):
                if is_title(doc[previous]) and doc[previous - 1].lower_ in _OF:
                    break
                previous -= 1
            governed = doc[i - 1].lower_ in _OF and i > first
            through_title = previous > first and is_title(doc[previous]) and doc[previous - 1].lower_ in _OF
            if not governed and not through_title:
                return person
        return None

    def is_body(self, name: str) -> bool:
        """Whether a source's name is one of the text, or begins with one, that is no person's."""
        return name in self._others or name.startswith(self._openings)

    @cached_property
    def _others(self) -> frozenset[str]:
        return frozenset(self.body(*run) for run in self.runs if run[0] not in self._at)

    @cached_property
    def _openings(self) -> tuple[str, ...]:
        return tuple(f"{name} " for name in self._others)

    def body(self, first: int, last: int) -> str:
        """The name of a body or an unnamed source: the core of the phrase, acronyms written out."""
        doc = self.doc
        stop = _cut(doc, first, last)
        while first < stop and (
            doc[first].lower_ in ("le", "la", "l'", "les", "ce", "cet", "cette", "ces") or doc[first].text in '"«»'
        ):
            first += 1
        return self._full(" ".join(self.text(first, stop).translate(_UNMARKED).split()))

    def _full(self, name: str) -> str:
        """An acronym's expansion, where the release gives one or a name with these initials."""
        bare = name.removeprefix("la ").removeprefix("le ").removeprefix("l'").removeprefix("les ")
        if bare in self._bodies:
            return self._bodies[bare]
        if bare.isupper() and bare.isalpha() and 2 <= len(bare) <= 6:
            return self._by_initials(bare) or bare
        return bare if bare in self._bodies.values() else name

    def _by_initials(self, acronym: str) -> str | None:
        doc = self.doc
        for token in doc:
            if not token.text[0].isupper() or token.text[0] != acronym[0] or token.text.isupper():
                continue
            letters, k = "", token.i
            while (
                k < len(doc)
                and len(letters) < len(acronym)
                and doc[k].is_alpha
                and (doc[k].text[0].isupper() or doc[k].lower_ in _OF)
            ):
                letters += doc[k].text[0].upper()
                if not acronym.startswith(letters):
                    break
                k += 1
            if letters == acronym and k > token.i + 1:
                return self.text(token.i, k - 1)
        return None


# --- names in the text -------------------------------------------------------------------------


def _name_runs(document: ReleaseDoc) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that can be names, with particles and initials inside."""
    doc, i = document.doc, 0
    while i < len(doc):
        if not is_name_part(doc[i]) or _is_civil(doc[i]):
            i += 1
            continue
        last = i
        k = i + 1
        while k < len(doc) and document.sentence(k)[0] == document.sentence(i)[0] and not doc[k].is_space:
            is_new = doc[k].ent_type_ == "PER" and doc[k].ent_iob_ == "B" and doc[k - 1].ent_type_ != "PER"
            is_complement = i > 0 and (doc[i - 1].lower_ in _OF or doc[i - 1].pos_ == "DET")
            is_apposed = doc[k].dep_ == "appos" and is_title(doc[k].head)  # le procureur de la République | Luc P.
            if is_complement and is_apposed or is_new and (is_complement or not doc[k].dep_.startswith("flat")):
                break  # la spécialiste de l'Égypte | Sophie P.
            if is_name_part(doc[k]) or doc[k].text[0].isupper() and len(doc[k].text) == 2 and doc[k].text[1] == ".":
                last = k
            elif (
                doc[k].lower_ in _PARTICLES
                and k + 1 < len(doc)
                and is_name_part(doc[k + 1])
                and not doc[k + 1].text.isupper()
                and _joins(doc, i, k)
            ):
                pass
            elif doc[k].text == "-" or doc[k].ent_type_ == "PER" and doc[k].text[0].isupper():
                last = k if doc[k].text != "-" else last
            else:
                break
            k += 1
        first = i
        while last - first >= 2 and doc[first].text.isupper() and len(doc[first]) > 1:
            first += 1  # le sénateur LR François B.
        yield first, last
        i = last + 1


def _joins(doc: Doc, first: int, particle: int) -> bool:
    """*Xavier de Lamballerie*: the particle belongs to the name when the model sees one person."""
    return (
        doc[particle].ent_type_ == "PER"
        or doc[particle + 1].ent_type_ == "PER"
        and doc[particle - 1].ent_type_ == "PER"
    )


def _is_civil(token: Token) -> bool:
    row = titles().get(fold(token.text))
    return row is not None and row["kind"] == "civil"


def _can_be_title(doc: Doc, i: int) -> bool:
    token = doc[i]
    return is_title(token) or token.pos_ == "ADJ" and i > 0 and is_title(doc[i - 1])


def _title_before(doc: Doc, first: int) -> Token | None:
    """The title that stands before a name, an adjective between them allowed."""
    i = first - 1
    if i >= 0 and is_title(doc[i]):
        # la lieut. col. X: the first of several titles carries the gender.
        while i > 0 and is_title(doc[i - 1]):
            i -= 1
        return doc[i]
    if i > 0 and doc[i].pos_ in ("ADJ", "NOUN", "VERB") and is_title(doc[i - 1]):
        return doc[i - 1]
    return None


def _title_gender_of(title: Token) -> str | None:
    row = titles().get(fold(title.text))
    if row and row["gender"]:
        return row["gender"]
    if title.i:
        return _ARTICLES.get(title.nbor(-1).lower_)
    return None


def _morph_gender(noun: Token) -> str | None:
    return {"Fem": "f", "Masc": "m"}.get(next(iter(noun.morph.get("Gender")), "")) if is_human(noun) else None


def _title_gender(doc: Doc, first: int) -> str | None:
    title = _title_before(doc, first)
    return _title_gender_of(title) if title is not None else None


def _function_before(doc: Doc, start: int, first: int) -> str | None:
    """Titles of function before a name (*surintendante principale*), civil ones left out."""
    tokens = [t for t in doc[start:first] if not _is_civil(t)]
    if len(tokens) == 1:
        is_followed_by_civil = tokens[0].i + 1 < first and _is_civil(doc[tokens[0].i + 1])
        is_determined = tokens[0].i > 0 and tokens[0].nbor(-1).pos_ in ("DET", "ADJ", "ADP")
        if tokens[0].pos_ == "VERB" or is_followed_by_civil and not is_determined:
            return None  # …, juge Mme X
    return " ".join(t.text for t in tokens) if tokens and any(is_title(t) for t in tokens) else None


def _article_gender(document: ReleaseDoc, post: str, first: int) -> str | None:
    """Gender by the article of a function before a name: *la secrétaire générale du parti, X*."""
    doc = document.doc
    opening = post.split()[0]
    begins = document.sentence(first)[0]
    at = next((i for i in range(first - 1, max(begins, first - 14), -1) if doc[i].text == opening), None)
    return _ARTICLES.get(doc[at - 1].lower_) if at is not None else None


def _post_before(document: ReleaseDoc, first: int) -> str | None:
    """A function with its complement before a name: *le ministre de l'Éducation nationale* Luc C."""
    doc = document.doc
    for i in range(first - 1, max(document.sentence(first)[0], first - 12) - 1, -1):
        token = doc[i]
        if token.is_punct or token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ", "PRON") or token.is_space:
            return None
        if is_title(token) and not _is_civil(token) and i + 1 < first:
            opens = i == 0 or doc[i - 1].pos_ in ("DET", "PUNCT") or doc[i].is_sent_start
            is_whole = doc[i + 1].lower_ in _OF and doc[first - 1].lower_ not in _OF and doc[first - 1].pos_ != "DET"
            return doc[i:first].text.strip() if opens and is_whole else None
    return None


def _is_personal(document: ReleaseDoc, first: int, last: int) -> bool:
    """Whether a run of names is a person's: title, apposition of function, or the model's word for it."""
    doc = document.doc
    if last - first > 5 or any(doc[i].text.isupper() and len(doc[i].text) > 2 for i in range(first, last + 1)):
        return False
    is_apposed = doc[first].dep_ == "appos" and is_title(doc[first].head) and doc[first].head.i < first
    if _title_before(doc, first) is not None or is_apposed:
        return True
    labelled = [doc[i].ent_type_ for i in range(first, last + 1)]
    determined = first > 0 and doc[first - 1].pos_ == "DET"
    if labelled.count("PER") * 2 >= len(labelled):
        return not determined
    if _post_before_comma(document, first):
        return True
    if determined or first and doc[first - 1].lower_ in (*_OF, "à", "au", "aux", "en"):
        return False
    if last + 2 < len(doc) and doc[last + 1].text == ",":
        following = doc[last + 2]
        return (
            is_title(following) or following.pos_ in ("DET", "ADJ") and last + 3 < len(doc) and is_title(doc[last + 3])
        )
    return False


def _is_bare_name(doc: Doc, first: int, last: int) -> bool:
    """Two or three capitalised words without article, as persons are named and bodies seldom are."""
    body = any(doc[i].text.isupper() and len(doc[i].text) > 2 for i in range(first, last + 1))
    return 1 <= last - first <= 3 and not body


def _post_before_comma(document: ReleaseDoc, first: int) -> str | None:
    """A function and a comma before a name: *le coordonnateur du centre, Normand T.*"""
    doc = document.doc
    if first < 2 or doc[first - 1].text != ",":
        return None
    for i in range(first - 2, max(document.sentence(first)[0], first - 12) - 1, -1):
        if doc[i].is_punct or doc[i].pos_ in ("VERB", "AUX", "SCONJ", "PRON"):
            return None
        start = i
        while start and doc[start - 1].pos_ == "ADJ":
            start -= 1  # le premier ministre
        if is_title(doc[i]) and start and doc[start - 1].lower_ in ("le", "la", "l'", "son", "sa", "leur"):
            return doc[start : first - 1].text
    return None


def _surname(name: str) -> str:
    parts = name.split()
    for k, part in enumerate(parts[1:], start=1):
        if part.lower() in _PARTICLES:
            return " ".join(parts[k:])
    return parts[-1]


def _initials_agree(one: str, other: str) -> bool:
    return bool(one) and bool(other) and fold(one)[0] == fold(other)[0]


def _cut(doc: Doc, first: int, last: int) -> int:
    """The last token of a phrase before its apposition, relative clause, participle with a group, or date."""
    for i in range(first + 1, last + 1):
        following = doc[i + 1].lower_ if i < last else ""
        is_dated = doc[i].lower_ in ("du", "de", "le") and following.isdigit()
        is_past = doc[i].pos_ == "VERB" and "Part" in doc[i].morph.get("VerbForm") and not doc[i].text[0].isupper()
        # étude | menée en avril, but services spécialisés de la RDS; un « retenu » is one himself
        is_led_on = is_past and following not in _OF and any(_says_who(t) for t in doc[first:i])
        if doc[i].text in ",(;:" or doc[i].lower_ in ("qui", "dont") or is_dated or is_led_on:
            return i - 1
    return last


def _says_who(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")


def _agreement(doc: Doc, first: int, last: int) -> str | None:
    """Gender by agreement of a participle with *être*: *X est revenue*."""
    head = doc[first]
    verb = head.head
    if head.dep_ in ("nsubj", "nsubj:pass") and verb.pos_ == "VERB" and "Part" in verb.morph.get("VerbForm"):
        if any(c.lemma_ == "être" and c.dep_.startswith("aux") for c in verb.children):
            return {"Fem": "f", "Masc": "m"}.get(next(iter(verb.morph.get("Gender")), ""))
    return None


# --- who speaks --------------------------------------------------------------------------------


def spoken(document: ReleaseDoc, quotes: Sequence[Quotation]) -> frozenset[int]:
    """The tokens at which a mention of a source begins."""
    mentions = (_tokens(document.doc, quote.mention) for quote in quotes)
    return frozenset(mention[0] for mention in mentions if mention)


def speakers(directory: Directory, quotes: Sequence[Quotation]) -> list[tuple[Speaker, str]]:
    """For each quotation its speaker and the confidence of the whole attribution, in order."""
    mentions = [_tokens(directory.doc, quote.mention) for quote in quotes]
    resolver = _Resolver(directory, quotes)
    resolved: list[tuple[Speaker, str]] = []
    by_start: dict[int, Speaker] = {}
    for quote, mention in zip(quotes, mentions, strict=True):
        if quote.rule in (CONTINUES, PARAGRAPHS, SAME, ADJACENT) and quote.continues in by_start:
            speaker = by_start[quote.continues]
        elif mention is None:
            speaker = resolver.carried(quote)
        else:
            speaker = resolver.resolve(*mention)
        by_start[quote.start] = speaker
        resolver.heard(quote, speaker)
        resolved.append((speaker, _confidence(quote, speaker)))
    return resolved


if not Doc.has_extension("speakers"):
    Doc.set_extension("speakers", default=None)


@Language.component("helpers_speakers")
def speakers_component(doc: Doc) -> Doc:
    """Name the speakers of a Doc that ``helpers_quotes`` has read.

    ``doc._.speakers`` has one ``Speaker`` a quotation, and each span of ``spans["quotations"]`` the full name as its
    ``id_``.
    """
    found: list[Quotation] = doc._.quotations
    named = _named(doc, found) if found else []
    doc._.speakers = [speaker for speaker, _ in named]
    for span, (speaker, _) in zip(doc.spans["quotations"], named, strict=True):
        span.id_ = speaker.name or ""
    return doc


def _named(doc: Doc, quotes: Sequence[Quotation]) -> list[tuple[Speaker, str]]:
    document = ReleaseDoc.of(doc)
    return speakers(Directory(document, spoken(document, quotes)), quotes)


def _confidence(quote: Quotation, speaker: Speaker) -> str:
    if speaker.name is None or quote.rule == FLOATING:
        return LOW
    return MEDIUM if speaker.is_carried and quote.confidence != LOW else quote.confidence


def _tokens(doc: Doc, chars: tuple[int, int] | None) -> tuple[int, int] | None:
    span = doc.char_span(*chars, alignment_mode="expand") if chars else None
    return (span.start, span.end - 1) if span is not None else None


class _Resolver:
    """Follows the discourse: who was named and who spoke last."""

    def __init__(self, directory: Directory, quotes: Sequence[Quotation]) -> None:
        self.directory = directory
        self.document, self.doc = directory.document, directory.doc
        self._told: dict[str, str] = {}  # person → gender that a pronoun or an article has told
        self.history: list[tuple[int, Speaker]] = []  # position, speaker
        self._at_stem: dict[str, list[int]] = {}
        for token in self.doc:
            self._at_stem.setdefault(fold(token.text), []).append(token.i)
        self.towns = {
            t.text
            for t in self.doc
            if t.ent_type_ == "LOC"
            and t.dep_ in SUBJECTS
            and (not t.i or t.nbor(-1).pos_ not in ("DET", "NOUN", "ADJ"))
        }
        marks = [(m.opened, m.closed) for m in directory.document.marks]
        # X a dit non, selon Z: X is a subject of the text still, though Z reports the sentence.
        told = [q for q in quotes if q.kind != "narrated" and not (q.rule == SELON and q.cue and q.cue.start > q.start)]
        self.quoted = sorted([*marks, *((q.start, q.end) for q in told)])

    def heard(self, quote: Quotation, speaker: Speaker) -> None:
        if speaker.name:
            self.history.append((quote.cue.start if quote.cue else quote.start, speaker))

    def resolve(self, first: int, last: int) -> Speaker:
        """The speaker whom a mention names."""
        doc, directory = self.doc, self.directory
        head = doc[first]
        text = CLITICS.get(head.lower_, head.lower_)
        if text == "ses" and first == last:
            return self._recent(first, None) or Speaker(None, is_carried=True)
        if text in ("il", "elle", "ils", "elles", "lui", "eux") and first == last:
            return self._pronoun(text, first)
        if text in ("celui", "celle") and doc[min(last + 1, len(doc) - 1)].lower_ == "qui":
            found = self._recent(first, "m" if text == "celui" else "f", of_persons=True)
            return found or Speaker(None, is_carried=True)
        teller = _teller(doc, first, last)
        if teller is not None:
            return self.resolve(teller, teller)
        first = _behind_words(doc, first, last)
        person = directory.person_at(first, last)
        if person:
            other = self._second(person, first, last)
            return Speaker(f"{person.name} et {other.name}") if other else self._speaker(person)
        latter = self._latter(first, last)
        if latter:
            return latter
        described = self._described(first, last)
        if described:
            return described
        role = directory.text(first, _cut(doc, first, last)) if is_title(doc[min(first + 1, last)]) else None
        is_definite = doc[first].lower_ in ("le", "la", "l'") and last > first
        is_bare = is_definite and last == first + 1 and doc[last].text[0].islower()
        # la fédération, le chef de l'État, and nothing before says which: sure of the words, less sure of who that is
        is_bare = is_bare or is_definite and (is_human(doc[first + 1]) or _is_demonym(doc[first + 1]))
        return Speaker(
            directory.body(first, last), role=role, gender=_phrase_gender(doc, first, last), is_carried=is_bare
        )

    def _speaker(self, person: Person, is_carried: bool = False) -> Speaker:
        return Speaker(person.name, person.role, person.affiliation, self._gender(person), is_carried)

    def _gender(self, person: Person) -> str | None:
        """What the release says beside the name, else what its discourse has told so far."""
        return person.gender or self._told.get(person.name)

    def _learn(self, person: Person, gender: str | None) -> None:
        if gender and not self._gender(person):
            self._told[person.name] = gender

    def _fuller(self, noun: Token, last: int) -> Speaker | None:
        """A body by its noun alone: its fuller name before (*la fédération*), or the issuer (*l'entreprise*)."""
        doc, directory = self.doc, self.directory
        stem = fold(noun.text)
        generic = _generic_bodies()
        is_kind = stem in generic
        is_acronym = noun.text.isupper() or any(c.isdigit() for c in noun.text)
        if noun.i != last or is_acronym and not is_kind:
            return None
        same = self._at_stem.get(stem, [])
        for i in reversed(same[: bisect.bisect_left(same, noun.i)][-_MENTIONS:]):
            first, end = phrase_around(self.document, doc[i])
            end = _cut(doc, first, end)
            if noun.text[0].isupper() and i < end:
                follows = doc[i + 1]
                if not (is_name_part(follows) or follows.lower_ in _OF or follows.pos_ == "ADJ"):
                    continue  # … et la France 1,2 milliard: no part of the name
            if end > i and any(is_name_part(t) for t in doc[i : end + 1]) and i + 1 <= end:
                person = directory.person_at(i, end)
                if person is None:
                    return Speaker(directory.body(i, end), is_carried=True)
                # la toxicologue Anne P., then la toxicologue
                self._learn(person, _ARTICLES.get(doc[i - 1].lower_) if i else None)
                if _agrees(self._gender(person), _ARTICLES.get(noun.nbor(-1).lower_) if noun.i else None):
                    return self._speaker(person, True)
        if not is_kind:
            return None
        is_shown = noun.i > 0 and noun.nbor(-1).lower_ in ("ce", "cet", "cette")  # cette ONG: the one just named
        if directory.release.issuer and not is_shown:
            return Speaker(directory.release.issuer, is_carried=True)
        bodies = [
            (first, end)
            for first, end in directory.runs
            if first < noun.i
            and (
                doc[first].ent_type_ == "ORG"
                or doc[first].ent_type_ == "MISC"
                and doc[first].dep_ in SUBJECTS
                or first
                and fold(doc[first - 1].text) in generic
            )
            and not (first and doc[first - 1].lower_ in _OF)
        ]
        # le quotidien: rather the one that spoke than one that was spoken of since
        heard = (s.name for _, s in reversed(self.history) if directory.is_body(s.name))
        named = (directory.body(k, phrase_from(self.document, k, at_least=end)) for k, end in reversed(bodies))
        for name in chain(heard, named):
            if not generic[stem] or _bears(name, stem):
                return Speaker(name, is_carried=True)
        issuer = directory.release.issuer
        return Speaker(issuer, is_carried=True) if issuer else None

    def _second(self, person: Person, first: int, last: int) -> Person | None:
        """The other of two who speak as one: *X et Y*."""
        doc = self.doc
        ends = [k for start, k in person.mentions if first <= start <= last]
        i = ends[0] + 1 if ends else last + 1
        if i + 1 > last or doc[i].lower_ != "et":
            return None
        return self.directory.person_at(i + 1, last)

    def _latter(self, first: int, last: int) -> Speaker | None:
        """*ce dernier*: the person or body named last."""
        opening, closing = self.doc[first].lower_, self.doc[last].lower_
        is_latter = (
            opening in ("ce", "cette") and closing in ("dernier", "dernière") or opening in ("celui-ci", "celle-ci")
        )
        if not is_latter:
            return None
        gender = "m" if opening in ("ce", "celui-ci") else "f"
        person = self._recent_mention(first, gender)
        start = person[0] if person else -1
        for i, k in reversed([run for run in self.directory.runs if start < run[0] < first and first - run[0] < 60]):
            if self.directory.person_at(i, k) is None:
                return Speaker(self.directory.body(i, phrase_from(self.document, i, at_least=k)), is_carried=True)
        return person[1] if person else None

    def _described(self, first: int, last: int) -> Speaker | None:
        """*la ministre*, *ce chercheur*, *le chef de l'État*: the person whom the release gave that function."""
        doc = self.doc
        contracted = first > 0 and doc[first].pos_ != "DET" and doc[first - 1].lower_ in ("du", "au")
        determiner, i = "le" if contracted else doc[first].lower_, first
        while i < last and (doc[i].pos_ == "DET" or doc[i].pos_ == "ADJ"):
            i += 1
        noun = doc[i]
        is_own = determiner in ("son", "sa", "leur") and is_title(noun)  # son avocate
        if not is_own and determiner not in ("le", "la", "l'", "ce", "cet", "cette"):
            return None
        fuller = None if is_title(noun) else self._fuller(noun, last)
        if fuller:
            return fuller
        if noun.text[0].isupper() and not _is_demonym(noun) and not is_title(noun):
            return None
        by_another_name = _same_functions().get(fold(self.directory.text(i, last)))
        is_function = is_title(noun) or by_another_name is not None
        demonym = noun.text[0].isupper() and _is_demonym(noun)
        gender = _title_gender_of(noun) if is_function else _phrase_gender(doc, first, i if demonym else last)
        if demonym and gender is None:
            gender = _demonym_gender(noun)
        unnamed = self._unnamed_before(noun, last, gender)
        if unnamed:
            return unnamed
        fitting = [p for p in self.directory.persons if _agrees(self._gender(p), gender)]
        before = [p for p in fitting if p.mentions[0][0] < first]
        if is_function:
            stem = fold(noun.lemma_)[:5]
            # A description with words of its own (ministre de la Santé) needs one of them in the function given.
            of = next((k for k in range(i + 1, last + 1) if doc[k].lower_ in _OF), last + 1)
            own = [*doc[first:i], *doc[of : last + 1]]
            wanted = {fold(t.text) for t in own if _tells(t) and fold(t.text)[:5] != stem}
            if by_another_name:
                *words, function = by_another_name.split()
                stem, wanted = function[:5], set(words)
            is_whole = _heads().get(fold(noun.text)) == "any"  # la patronne de la CGT: whatever she is called there
            ranked = []
            # A headline or lead may give the function before the name; then only one person may have it.
            ahead = [p for p in fitting if any(fold(w)[:5] == stem for role in p.roles for w in role.split())]
            for person in before or (ahead if len(ahead) == 1 else []):
                said_of = [*person.roles, person.affiliation or "", person.name]
                given = {fold(word) for words in said_of for word in words.replace("'", " ").split()}
                shared = len(wanted & given)
                is_same = any(word[:5] == stem for word in given) and (shared or not wanted)
                if is_same or shared and is_whole and self._gender(person) == gender is not None and _leads(person):
                    has_spoken = any(s.name == person.name for _, s in self.history)
                    ranked.append((shared, has_spoken, person.mentions[0][0], person))
            if ranked:
                return self._speaker(max(ranked, key=lambda r: r[:3])[3], True)
        stem = fold(noun.text)[:5]
        same = next(
            (
                s
                for _, s in reversed(self.history)
                if s.name
                and stem in {fold(w)[:5] for w in s.name.replace("'", " ").split()[:3]}
                and s.name[:1].islower()
            ),
            None,
        )
        if same:
            return replace(same, is_carried=True)
        is_aged = i + 3 == last and doc[i + 1].lower_ == "de" and doc[last].lower_ == "ans"  # la Lyonnaise de 45 ans
        is_bare = i == last or is_aged or doc[last].pos_ == "ADJ" and i == last - 1
        if (is_human(noun) or demonym) and (determiner.startswith("c") or is_bare):
            recent = self._recent(first, gender, of_persons=True)
            if recent:
                return recent
        if is_function and not is_own:
            return self._recent_subject_only(first, gender)
        return None

    def _unnamed_before(self, noun: Token, last: int, gender: str | None) -> Speaker | None:
        """*ce riverain*: the *un riverain matinal* before it, if no person was named since who could be meant."""
        doc = self.doc
        if noun.i != last:
            return None
        named = self._recent_mention(noun.i, gender)
        for i in range(noun.i - 1, max(named[0] if named else 0, noun.i - 160), -1):
            if doc[i].lower_ == noun.lower_ and i and not any(a <= doc[i].idx < b for a, b in self._near(doc[i].idx)):
                first, end = phrase_around(self.document, doc[i])
                if doc[first].lower_ in ("un", "une"):
                    shown = ("ce", "cet", "cette", "ces")  # un riverain | de ces quais
                    end = next((k - 2 for k in range(i + 2, end + 1) if doc[k].lower_ in shown), end)
                    # the article is that of the first mention, not part of who it is
                    return Speaker(self.directory.body(first + 1, end), gender=gender, is_carried=True)
        return None

    def _recent(self, at: int, gender: str | None, of_persons: bool = False, of_places: bool = True) -> Speaker | None:
        """Who spoke or was a subject last, whichever is later; bodies too, unless only persons are meant.

        A town that speaks for a government (*Québec a dit*) is not taken up by *il* or *elle*.
        """
        subject = self._recent_subject(at, gender, of_places, of_persons)
        persons = {p.name for p in self.directory.persons}
        position = self.doc[at].idx
        last = next(
            (
                (p, s)
                for p, s in reversed(self.history)
                if p < position
                and _agrees(s.gender, gender)
                and not _is_plural(s)
                and (not of_persons or s.name in persons or is_unnamed(s) or _is_first_name(s))
                and (of_places or s.name not in self.towns)
            ),
            None,
        )
        if last and (subject is None or last[0] >= self.doc[subject[0]].idx):
            return replace(last[1], is_carried=True)
        found = subject or self._recent_mention(at, gender)
        return found[1] if found else None

    def _recent_subject_only(self, at: int, gender: str | None) -> Speaker | None:
        """*le chef de l'État*: the last subject, if no other person was named since."""
        subject = self._recent_subject(at, gender)
        mention = self._recent_mention(at, gender)
        if subject and mention and subject[1].name == mention[1].name:
            return subject[1]
        spoken = {s.name for _, s in self.history if s.name}
        return (
            replace(self.history[-1][1], is_carried=True)
            if not subject and len(spoken) == 1 and _agrees(self.history[-1][1].gender, gender)
            else None
        )

    def _pronoun(self, text: str, at: int) -> Speaker:
        gender = {"il": "m", "lui": "m", "ils": "m", "eux": "m", "elle": "f", "elles": "f"}[text]
        plural = text in ("ils", "elles", "eux")
        if plural:
            return self._several(at, {"ils": "Masc", "eux": "Masc", "elles": "Fem"}[text])
        found = self._recent(at, gender, of_places=False) or self._last_subject(at, gender)
        return replace(found, gender=found.gender or gender) if found else Speaker(None, gender=gender, is_carried=True)

    def _last_subject(self, at: int, gender: str | None) -> Speaker | None:
        """*La guilde a fermé … Elle a invoqué …*: the subject before a pronoun, where no known source fits."""
        doc = self.doc
        for i in range(at - 1, max(0, at - 60), -1):
            token = doc[i]
            if token.dep_ not in ("nsubj", "nsubj:pass") or token.pos_ not in ("NOUN", "PROPN"):
                continue
            if "Plur" in token.morph.get("Number") or any(a <= token.idx < b for a, b in self._near(token.idx)):
                continue
            first, last = phrase_around(self.document, token)
            own = _phrase_gender(doc, first, last)
            if own is not None and own == gender:
                return Speaker(self.directory.body(first, last), gender=own, is_carried=True)
            return None
        return None

    def _several(self, at: int, gender: str) -> Speaker:
        """The plural noun phrase or group of speakers named last, agreeing in gender."""
        doc = self.doc
        topics = []
        is_source = at > 0 and doc[at - 1].pos_ == "ADP"
        for i in range(at - 1, max(-1, at - 80), -1):
            token = doc[i]
            is_group = token.pos_ == "NOUN" and "Plur" in token.morph.get("Number")
            if not is_group or token.morph.get("Gender") not in ([], [gender]) or i and doc[i - 1].like_num:
                continue
            if any(opened <= token.idx < closed for opened, closed in self._near(token.idx)):
                continue
            if is_source and token.head == doc[at].head:
                continue  # Des couteaux sont, selon eux, saisis
            if token.dep_ in ("nsubj", "nsubj:pass"):
                topics.insert(0, token)
                break
            if self.document.sentence(token.i)[0] == self.document.sentence(at)[0]:
                topics.append(token)
        last = next(((p, s) for p, s in reversed(self.history) if _is_plural(s) and p < doc[at].idx), None)
        if last and (not topics or last[0] > topics[0].idx):
            return replace(last[1], is_carried=True)
        if topics:
            return Speaker(self.directory.body(*phrase_around(self.document, topics[0])), is_carried=True)
        return Speaker(None, is_carried=True)

    def _recent_subject(
        self, at: int, gender: str | None, of_places: bool = True, of_persons: bool = False
    ) -> tuple[int, Speaker] | None:
        """The last subject before a position that is a person (or was a source) of that gender."""
        doc = self.doc
        known = {s.name for _, s in self.history}
        start = max(0, at - 160)
        for i in range(at - 1, start, -1):
            token = doc[i]
            if any(opened <= token.idx < closed for opened, closed in self._near(token.idx)):
                continue
            if token.dep_ not in ("nsubj", "nsubj:pass") or token.pos_ == "PRON":
                continue
            first, last = phrase_around(self.document, token)
            person = self.directory.person_at(first, last)
            if person and _agrees(self._gender(person), gender):
                self._learn(person, gender)
                return i, self._speaker(person, True)
            if person is None:
                name = self.directory.body(first, last)
                own = _phrase_gender(doc, first, last)
                speaker = Speaker(name, gender=own, is_carried=True)
                if of_persons and not is_unnamed(speaker) and not _is_first_name(speaker):
                    continue
                if name in known and _agrees(own, gender) and (of_places or name not in self.towns):
                    return i, speaker
        return None

    def _recent_mention(self, at: int, gender: str | None) -> tuple[int, Speaker] | None:
        """The person named last before a position, in whatever role."""
        near = [
            (m[0], p)
            for p in self.directory.persons
            for m in p.mentions
            if at - 160 <= m[0] < at and _agrees(self._gender(p), gender)
        ]
        if not near:
            return None
        i, person = max(near, key=lambda x: x[0])
        return i, self._speaker(person, True)

    def _near(self, position: int) -> list[tuple[int, int]]:
        k = bisect.bisect_right(self.quoted, (position, 1 << 60))
        return self.quoted[max(0, k - 4) : k]

    def carried(self, quote: Quotation) -> Speaker:
        """Nobody is named beside the words: who spoke or was a subject last."""
        span = self.doc.char_span(quote.start, quote.end, alignment_mode="expand")
        recent = self._recent(span.start, None) if span is not None and span.start else None
        if recent:
            return recent
        if self.history:
            return replace(self.history[-1][1], is_carried=True)
        return Speaker(None, is_carried=True)


_MENTIONS = 50  # how many mentions of the same noun are looked back at


@cache
def _generic_bodies() -> dict[str, bool]:
    """Nouns for bodies, and whether a body so called bears the noun in its name."""
    return {fold(row["noun"]): row["named"] == "own" for row in lexicon.rows("generic_bodies")}


def _bears(name: str, noun: str) -> bool:
    """*Ministère de la Santé* and *MSSS* bear *ministère*, *UE* does not."""
    return noun in fold(name).split() or name.isupper() and fold(name)[0] == noun[0]


@cache
def _same_functions() -> dict[str, str]:
    return {fold(row["form"]): fold(row["function"]) for row in lexicon.rows("same_functions")}


@cache
def _heads() -> dict[str, str]:
    return {fold(row["noun"]): row["of"] for row in lexicon.rows("head_functions")}


def _leads(person: Person) -> bool:
    """Whether a function given puts them at the head of a body."""
    return any(fold(word) in _heads() for role in person.roles for word in role.split()[:3])


def _tells(token: Token) -> bool:
    """A word that tells one body or office from another: not *de*, *la*, but *santé* and *CGT*."""
    return len(token) > 3 or token.text.isupper() and len(token) > 1


_OF_A_TOWN = ("ais", "aise", "ois", "oise", "ien", "ienne", "een", "eenne")


def _is_demonym(noun: Token) -> bool:
    """*l'Américain*, *la Québécoise*."""
    forms = {fold(row["form"]) for row in lexicon.rows("demonyms")}
    word = fold(noun.text)
    if noun.text[0].isupper() and noun.ent_type_ not in ("PER", "ORG") and word.endswith(_OF_A_TOWN):
        return True  # la Lyonnaise, le Genevois
    return any(word in (form, form + "e", form + "ne", form + "que") for form in forms)


def _demonym_gender(noun: Token) -> str | None:
    """By its form: *l'Italienne*, *l'Américain*; *le Belge* and *la Belge* have one."""
    word = fold(noun.text)
    if word in {fold(row["form"]) for row in lexicon.rows("demonyms")} and word.endswith("e"):
        return None
    return "f" if word.endswith("e") else "m"


def _behind_words(doc: Doc, first: int, last: int) -> int:
    """*les informations du Journal*, *les propos de la ministre*: the source is who gave them."""
    for i in range(first, min(first + 3, last)):
        if fold(doc[i].text) in _words_of_source() and doc[i + 1].lower_ in _OF:
            return i + 2 if i + 2 <= last else first
    return first


def _teller(doc: Doc, first: int, last: int) -> int | None:
    """*le récit qu'elle livre*: the pronoun of who tells it."""
    at = next((i for i in range(first, last + 1) if fold(doc[i].text) in _words_of_source()), None)
    if at is None or at + 2 >= len(doc) or doc[at + 1].lower_ not in ("que", "qu'"):
        return None
    return at + 2 if doc[at + 2].lower_ in ("il", "elle", "ils", "elles") else None


@cache
def _words_of_source() -> frozenset[str]:
    nouns = {fold(row["noun"]) for row in lexicon.rows("words_of_source")}
    return frozenset(nouns | {f"{noun}s" for noun in nouns})


def is_unnamed(speaker: Speaker) -> bool:
    """A person whom the release does not name: *un conseiller*, *une porte-parole du ministère*."""
    words = (speaker.name or "").replace("l'", "l' ").split()
    return any(fold(word) in titles() for word in words[:3])


def _is_first_name(speaker: Speaker) -> bool:
    """A person named by one name (*Zineb, étudiante*), which the directory does not hold."""
    return bool(speaker.gender and speaker.name and speaker.name.istitle() and speaker.name.isalpha())


def _is_plural(speaker: Speaker) -> bool:
    """A group rather than a person: *des experts*, *autorités françaises*."""
    if speaker.name and " et " in speaker.name:
        return True
    if not speaker.name or speaker.name[:1].isupper():
        return False
    first = speaker.name.split()[0]
    return first in ("des", "les", "plusieurs", "certains", "certaines") or first.isdigit() or first.endswith("s")


def _agrees(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _phrase_gender(doc: Doc, first: int, last: int) -> str | None:
    for token in doc[first : last + 1]:
        if token.pos_ in ("DET", "NOUN"):
            gender = {"le": "m", "un": "m", "la": "f", "une": "f", "cette": "f", "ce": "m"}.get(token.lower_)
            if gender:
                return gender
            if token.pos_ == "NOUN":
                return {"Fem": "f", "Masc": "m"}.get(next(iter(token.morph.get("Gender")), ""))
    return None
