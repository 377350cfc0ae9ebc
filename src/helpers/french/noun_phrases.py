"""Noun phrases that name a speaker: where they begin and end, with title and apposition.

The parse says which word is the subject; typography and word classes say how far the phrase
reaches, since abbreviations and foreign names make parsers stumble just there.
"""

from functools import cache

from spacy.tokens import Doc, Token

from helpers import lexicon
from helpers.french.document import ReleaseDoc
from helpers.french.verbs import is_finite
from helpers.text.typography import fold

SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj")
LONGEST_PHRASE = 120  # tokens; a longer run is no phrase, and reading it from each of its words would be quadratic
CLITICS = {"-il": "il", "-elle": "elle", "-ils": "ils", "-elles": "elles", "-on": "on"}
PRONOUNS = frozenset(
    ("il", "elle", "ils", "elles", "lui", "eux", "celui-ci", "celle-ci", "ce dernier", "cette dernière")
)
_DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui matin soir".split())
_OF = frozenset(("de", "du", "des", "d'"))
_PARTICLES = frozenset("de du des d' la le les von van der den di da dos el al ben bin ibn".split())


@cache
def titles() -> dict[str, dict[str, str]]:
    """Title or function (folded, as printed or in full) → row of the titles table."""
    return {fold(row["form"]): dict(row) for row in lexicon.rows("titles")}


def is_title(token: Token) -> bool:
    """*M.*, *surint.*, *ministre* …: a word that stands before or for a person's name."""
    return fold(token.text) in titles()


_HUMAN = tuple("ant ante eur euse rice iste ien ienne ologue ier iere homme femme fille garcon pontife".split())


def is_human(noun: Token) -> bool:
    """A noun that names a person by what they do or are: *l'animatrice*, *la militante*, *la ministre*."""
    if is_title(noun):
        return True
    form = fold(noun.text)
    if noun.pos_ != "NOUN" or not noun.text[0].islower():
        return False
    return form.endswith(_HUMAN) or form.rstrip("s").endswith(_HUMAN) or bool({form, form[:-1]} & _person_nouns())


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(fold(row["noun"]) for row in lexicon.rows("person_nouns"))


def is_name_part(token: Token) -> bool:
    """A capitalised word that can be part of a name, not a function word at the head of a sentence."""
    text = token.text
    if not text[0].isupper() or token.is_punct or text.isdigit():
        return False
    if token.is_sent_start and token.pos_ in ("DET", "ADP", "PRON", "ADV", "SCONJ", "CCONJ", "AUX", "VERB"):
        return False
    return token.pos_ not in ("DET", "ADP", "CCONJ", "SCONJ", "PRON") or token.ent_type_ == "PER"


def subject_of(verb: Token) -> Token | None:
    """The word that governs the subject of a verb, also where it is elided.

    *X a dit … et a ajouté* (coordination), *X a ouvert la séance en insistant* (participle),
    *X, qui dit* (relative clause): the subject is that of the verb above, or the antecedent.
    """
    seen = 0
    token = verb
    while seen < 8:
        seen += 1
        for child in token.children:
            if child.dep_ in SUBJECTS and child.i != verb.i:
                if child.lower_ == "-t":  # a-t-il: the pronoun is the subject, not its link
                    child = child.nbor(1) if child.i + 1 < len(child.doc) else child
                if child.lower_ in ("qui", "lequel", "laquelle"):
                    return _antecedent(token, child)
                if child.lower_ not in ("ce", "c'", "que", "qu'", "dont") and not (
                    child.lower_ in ("il", "-il") and _is_impersonal(token)
                ):
                    return child
                return None
        latter = _latter_before(token)
        if latter is not None:
            return latter
        if token.dep_ in ("acl", "acl:relcl") and token.head != token:
            return token.head if token.head.pos_ in ("NOUN", "PROPN", "PRON") else None
        if token.head == token or token.dep_ not in (
            "conj",
            "advcl",
            "xcomp",
            "cop",
            "aux",
            "aux:tense",
            "aux:caus",
            "parataxis",
            "dep",
            "advmod",
            "obl:mod",
            "fixed",
        ):
            return None
        token = token.head
    return None


def _latter_before(verb: Token) -> Token | None:
    """*Cette dernière* right before a verb: an adjective that parsers do not take for its subject."""
    doc, i = verb.doc, verb.i - 1
    while i > 0 and (doc[i].pos_ in ("AUX", "ADV") or doc[i].lower_ in CLITICS or doc[i].lower_ in _OBJECT_CLITICS):
        i -= 1
    is_latter = i > 0 and doc[i].lower_.startswith("derni") and doc[i - 1].lower_ in ("ce", "cette", "ces")
    return doc[i] if is_latter else None


_OBJECT_CLITICS = frozenset("se s' le la l' les lui leur y en ne n'".split())


def agreeing_subject(verb: Token, head: Token) -> Token | None:
    """The subject again, unless its number contradicts the verb's: then an agreeing noun before the verb, or None."""
    group = [verb, *(c for c in verb.children if c.dep_.startswith("aux"))]
    finite = next((t for t in group if is_finite(t)), None)
    wanted = finite.morph.get("Number") if finite is not None else []
    if not wanted or not head.morph.get("Number") or wanted == head.morph.get("Number") or head.pos_ == "PRON":
        return head
    if any(c.dep_ == "conj" for c in head.children):
        return head  # le maire et le préfet ont dit
    i = min(t.i for t in group) - 1
    while i > head.i and verb.doc[i].pos_ in ("ADJ", "ADV"):
        i -= 1
    near = verb.doc[i]
    agrees = near.morph.get("Number") == wanted or near.pos_ == "PROPN" and not near.morph.get("Number")
    return near if i > head.i and near.pos_ in ("NOUN", "PROPN") and agrees else None


def _antecedent(verb: Token, relative: Token) -> Token | None:
    if verb.dep_ in ("acl:relcl", "acl") and verb.head != verb:
        return verb.head
    i = relative.i - 1
    while i >= 0 and relative.doc[i].is_punct:
        i -= 1
    return relative.doc[i] if i >= 0 and relative.doc[i].pos_ in ("NOUN", "PROPN") else None


def _is_impersonal(verb: Token) -> bool:
    return any(c.dep_ in ("aux:pass",) for c in verb.children) or "Pass" in verb.morph.get("Voice")


_PARTS = frozenset("un une deux trois certains certaines plusieurs beaucoup chacun chacune".split())


def phrase_around(document: ReleaseDoc, head: Token) -> tuple[int, int]:
    """First and last token of the noun phrase that a subject governs, relative clauses left out."""
    doc, sentence_start = document.doc, document.sentence(head.i)[0]
    is_part = head.lower_ in _PARTS and head.i + 1 < len(doc) and doc[head.i + 1].lower_ in _OF  # l'un des élèves
    if head.pos_ == "PRON" and not is_part and head.lower_ not in ("certains", "certaines", "d'autres"):
        return head.i, head.i
    first = head.i
    while first > sentence_start:
        before = doc[first - 1]
        is_own = before.head.i >= first - 1 and before.head.i <= head.i or before.head == head
        if before.is_space or before.is_punct and before.text not in "\"'’-" or is_finite(before):
            break
        if before.pos_ in ("DET", "ADJ", "NUM", "PROPN", "NOUN") and (
            is_own or before.pos_ == "DET" or is_title(before)
        ):
            first -= 1
            if before.pos_ == "DET":
                break
        else:
            break
    last = phrase_from(document, first, at_least=head.i)
    if head.dep_ in SUBJECTS and last + 1 < len(doc) and doc[last + 1].lower_ == "et":
        # Bergers et vignerons estiment: what stands before the verb of both is no new clause.
        other = next((c for c in head.children if c.dep_ == "conj" and last + 1 < c.i < head.head.i), None)
        if other is not None and not any(is_finite(t) for t in doc[last + 1 : other.i]):
            last = max(other.i, phrase_from(document, last + 2, at_least=other.i))
    return first, last


def phrase_from(document: ReleaseDoc, first: int, at_least: int = -1, is_inverted: bool = False) -> int:
    """Last token of the noun phrase that begins at a token, with its apposition.

    *le lieut. col. X* · *François Y, président du Syndicat des Z* · *Jean V, de la RDS*; it stops
    before a verb, a relative clause, a time, a full stop or a mark, and, behind an inverted verb,
    before an addressee (*au journal*).
    """
    doc = document.doc
    end = min(document.sentence(first)[1], max(first, at_least) + LONGEST_PHRASE)
    last, i, in_apposition = first, first, False
    function_seen = False
    while i < end:
        token = doc[i]
        text = token.lower_
        if token.text in "«“" and i > first and doc[i - 1].pos_ in ("DET", "ADJ"):
            closing = next((k for k in range(i + 1, min(end, i + 5)) if doc[k].text in "»”"), None)
            if closing is not None:  # un « retenu »
                last, i = closing, closing + 1
                continue
        if i > first and (token.text in "«»“”;:!?…([" or token.text == "." or token.text in ("–", "—")):
            break
        if token.text in ")]":
            break
        if token.text == '"' and i > first and not _is_inner_mark(doc, i, end):
            break
        if token.text == ",":
            named = any(is_name_part(t) and t.ent_type_ == "PER" for t in doc[first:i])
            if not _opens_apposition(doc, i + 1, end) or named and doc[i + 1].pos_ == "PROPN":
                break
            in_apposition = True
        elif (
            token.text in _DAYS
            and not _is_named_after(doc, i, first)
            or text
            in (
                "qui",
                "que",
                "qu'",
                "dont",
                "où",
                "lequel",
                "laquelle",
                "alors",
                "lors",
                "après",
                "avant",
                "avec",
                "via",
            )
        ):
            break
        elif (
            is_finite(token)
            and i > at_least
            and not token.ent_type_
            and not is_title(token)
            and not (token.text[0].isupper() and i == last + 1)
        ):
            break
        elif (
            token.pos_ in ("VERB", "AUX")
            and "Inf" in token.morph.get("VerbForm")
            and i > at_least
            and not token.text[0].isupper()
        ):
            break
        elif (
            token.pos_ in ("SCONJ", "PRON")
            and i > max(first, at_least)
            and not token.text[0].isupper()
            and text not in ("-ci",)
        ):
            break
        elif token.pos_ == "ADV" and i > at_least and not token.ent_type_ and text not in ("plus", "très"):
            break
        elif text in ("et", "ou", "ainsi"):
            if not _coordinates(doc, i, end):
                break
        elif text in (
            "à",
            "au",
            "aux",
            "sur",
            "dans",
            "en",
            "pour",
            "par",
            "chez",
            "contre",
            "auprès",
            "depuis",
            "pendant",
            "sous",
            "devant",
        ):
            # After a function such a group belongs to it (directeur à l'université); after a name it does not.
            if text == "en" and _qualifies(doc, i):
                i += 1
                continue
            if is_inverted and _is_addressee(doc, i, end):
                break
            if (
                i > first
                and not (in_apposition or function_seen)
                or text in ("dans", "sur", "depuis", "pendant", "devant")
                and not in_apposition
                and not _is_participle(doc[i - 1])
            ):
                break
        function_seen = function_seen or is_title(token) and not token.text[0].isupper() and token.pos_ == "NOUN"
        if not token.is_punct and not token.is_space:
            last = i
        elif token.text == '"':
            last = i
        i += 1
    while last > max(first, at_least) and (
        doc[last].lower_ in _PARTICLES and not doc[last].text[0].isupper() or doc[last].pos_ in ("ADP", "DET", "CCONJ")
    ):
        last -= 1
    last = max(last, at_least)
    while (
        last + 1 < end
        and not doc[last].whitespace_
        and doc[last + 1].lower_ not in CLITICS
        and (doc[last + 1].text[0] == "-" or doc[last].text == "-")
    ):
        last += 1  # présent-es, certain-es
    return last


def _is_named_after(doc: Doc, i: int, first: int) -> bool:
    """*Le Journal du dimanche*: a day inside a title."""
    return i - 2 > first and doc[i - 1].lower_ == "du" and doc[i - 2].text[0].isupper()


def _qualifies(doc: Doc, i: int) -> bool:
    """*Conseil de recherche en sciences humaines*: *en* with a plural noun belongs to the noun before it."""
    if i + 1 >= len(doc) or i == 0:
        return False
    before, following = doc[i - 1], doc[i + 1]
    return (
        before.pos_ in ("NOUN", "PROPN")
        and following.pos_ == "NOUN"
        and following.text[0].islower()
        and "Plur" in following.morph.get("Number")
    )


_PRESS = frozenset(
    "presse journaliste journalistes agence chaîne quotidien hebdomadaire journal radio télévision médias".split()
)


def _is_addressee(doc: Doc, i: int, end: int) -> bool:
    """*au Monde*, *à l'AFP*, *à la presse*: who was told, not what the speaker does."""
    if doc[i].lower_ not in ("à", "au", "aux"):
        return False
    k = i + 1
    while k < end and doc[k].pos_ == "DET":
        k += 1
    return k < end and (doc[k].text[0].isupper() or doc[k].lower_ in _PRESS)


def _is_participle(token: Token) -> bool:
    return "Part" in token.morph.get("VerbForm") or token.pos_ == "VERB"


def _is_inner_mark(doc: Doc, i: int, end: int) -> bool:
    """A straight mark that opens or closes a nickname inside the phrase (*la "patronne" X*)."""
    return any(doc[k].text == '"' for k in range(i + 1, min(end, i + 8))) or doc[i].nbor(-1).pos_ in ("NOUN", "PROPN")


def _opens_apposition(doc: Doc, i: int, end: int) -> bool:
    if i >= end:
        return False
    token = doc[i]
    following = doc[i + 1] if i + 1 < end else None
    if token.lower_ in _OF:  # Jean V, de la RDS · Jean V, des Services de transport
        return following is not None and (
            following.text[0].isupper() or following.pos_ == "DET" and i + 2 < end and doc[i + 2].text[0].isupper()
        )
    if is_title(token) or token.pos_ in ("NOUN", "PROPN") and token.lower_ not in _DAYS:
        return not starts_clause(doc, i, end)
    if token.pos_ == "ADJ" and following is not None and (is_title(following) or following.pos_ == "NOUN"):
        return True
    if token.pos_ == "DET" or token.lower_ in ("le", "la", "l'", "un", "une"):
        return (
            following is not None
            and (is_title(following) or following.pos_ in ("NOUN", "PROPN", "ADJ", "PRON"))
            and not starts_clause(doc, i, end)
        )
    return False


def starts_clause(doc: Doc, i: int, end: int) -> bool:
    """A noun phrase with a finite verb right behind it is the subject of a new clause."""
    for k in range(i, min(end, i + 12)):
        if doc[k].lower_ == "fait" and k + 1 < end and doc[k + 1].lower_ in ("que", "qu'"):
            return True  # Pour X, le fait que …
        if doc[k].text in ",;:." or doc[k].lower_ in ("qui", "que", "dont"):
            return False
        if is_finite(doc[k]) and not doc[k].ent_type_ and not is_title(doc[k]):
            return True
    return False


def _coordinates(doc: Doc, i: int, end: int) -> bool:
    """*X et Y*, *virologue et directeur*: a nominal on both sides and no verb before the next comma."""
    if i + 1 >= end:
        return False
    following = doc[i + 1]
    return (
        following.pos_ in ("NOUN", "PROPN", "DET", "ADJ") or following.text[0].isupper() or following.lower_ in _OF
    ) and not starts_clause(doc, i + 1, end)


def phrase_after_verb(document: ReleaseDoc, first: int, end: int) -> tuple[int, int] | None:
    """The inverted subject behind a verb: *…, a déclaré lundi à l'AFP Jean V, président de W*.

    Adverbs, times and an addressee between verb and subject are passed over.
    """
    doc, i = document.doc, first
    while i < end:
        token = doc[i]
        if (
            token.is_space
            or token.pos_ == "ADV"
            and not token.text[0].isupper()
            or token.lower_ in _DAYS
            or token.text in "*_"
        ):
            i += 1
        elif token.text == ",":
            # A group set off by commas: « … », affirme, de son côté, X.
            closing = next((k for k in range(i + 1, min(end, i + 8)) if doc[k].text == ","), None)
            if closing is None or doc[i + 1].text[0].isupper() or doc[i + 1].pos_ not in ("ADP", "ADV"):
                return None
            i = closing + 1
        elif (after := _behind_time(doc, i, end)) > i:
            i = after
        elif token.lower_ != "des" and (
            token.pos_ == "ADP" or token.lower_ in ("à", "au", "aux", "dans", "lors", "sur", "en", "par")
        ):
            following = _after_group(doc, i, end)
            if following is None:
                return None
            i = following
        elif token.lower_ in ("celui", "celle", "ceux", "celles"):
            return i, i
        elif (
            token.pos_ in ("DET", "PROPN", "NOUN", "ADJ", "NUM")
            or token.text[0].isupper()
            or is_title(token)
            or token.text == '"'
            or token.lower_ in ("le", "la", "l'", "les", "un", "une", "des")
        ):
            return i, phrase_from(document, i, at_least=i, is_inverted=True)
        else:
            return None
    return None


@cache
def _months() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon.rows("months"))


def _behind_time(doc: Doc, i: int, end: int) -> int:
    """Where a time ends that begins at a token: *le 22 juillet 2018*, *la semaine dernière*, *début mai*."""
    k = i + 1 if doc[i].pos_ == "DET" or doc[i].lower_ in ("le", "la", "l'", "ce", "cette") else i
    if k >= end:
        return i
    is_day = k > i and doc[k].text[0].isdigit() and k + 1 < end and doc[k + 1].lower_ in _months()
    if not (is_day or doc[k].lower_ in _times()):
        return i
    k += 1
    while k < end and (
        doc[k].text.isdigit() or doc[k].lower_ in _months() or doc[k].lower_ in _DAYS or doc[k].lower_.startswith(_PAST)
    ):
        k += 1
    return k


_PAST = ("derni", "passé", "prochain", "-ci")


@cache
def _times() -> frozenset[str]:
    return frozenset(row["noun"] for row in lexicon.rows("time_nouns"))


def _after_group(doc: Doc, i: int, end: int) -> int | None:
    """Where the next noun phrase begins behind prepositional groups (*de son côté à l'AFP* | *X*)."""
    seen_noun = False
    for k in range(i + 1, min(end, i + 14)):
        token, before = doc[k], doc[k - 1]
        if token.text in ".;:«»" or is_finite(token) or token.lower_ in ("qui", "que", "qu'", "dont", "où"):
            return None
        joined = before.pos_ in ("ADP", "DET") or before.lower_ in _OF
        if seen_noun and not joined:
            if token.pos_ == "ADP" and token.lower_ not in _OF:
                seen_noun = False
                continue
            is_name = token.text[0].isupper() and (
                not before.text[0].isupper() or before.text.isupper() and len(before) > 1 or token.ent_iob_ == "B"
            )
            if (
                token.pos_ == "DET"
                or token.lower_ in ("le", "la", "l'", "un", "une")
                or is_name
                or is_title(token)
                and token.lower_ not in _DAYS
            ):
                return k
        if token.pos_ in ("NOUN", "PROPN", "NUM") or token.text[0].isupper():
            seen_noun = True
    return None
