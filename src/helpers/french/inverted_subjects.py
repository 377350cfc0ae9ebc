"""The subject behind its verb: *…, a déclaré lundi à l'AFP Jean V, président de W*."""

from functools import cache

from spacy.tokens import Doc, Span, Token

from helpers.french.document import ReleaseDoc
from helpers.french.noun_phrases import DAYS, Phrase, is_indefinite, phrase_from
from helpers.french.persons import can_speak, is_name_part, is_title, is_word_for_person
from helpers.french.verbs import is_finite
from helpers.lexicon.words import OF, column, forms_of, words

_ADVERBIAL = words("adverbial preposition")
_ASIDE = 8  # tokens between two commas that set something off
_DEMONSTRATIVE = words("demonstrative pronoun")
_GROUPS = 14  # tokens of the groups between a verb and its subject
_GROUP_CLOSERS = words("clause relative")
_PLURAL_ARTICLE = words("plural article")
_SUBJECT_ARTICLES = words("subject article")
_TIME_ARTICLES = words("article or demonstrative")
_SPEAKERS = ("NOUN", "PROPN", "ADJ", "VERB")
_WHO = _DEMONSTRATIVE | words("latter")
_NOMINAL = ("DET", "ADJ", "NUM", "PROPN", "NOUN")
_NOUN_ARTICLES = words("singular article")


def phrase_after_verb(document: ReleaseDoc, first: int, end: int) -> Phrase | None:
    """The inverted subject behind a verb: *…, a déclaré lundi à l'AFP Jean V, président de W*.

    Adverbs, times, what commas set off and an addressee between verb and subject are passed over.
    """
    doc, i = document.doc, first
    while i < end:
        token = doc[i]
        if _is_passed_over(token):
            i += 1
            continue
        behind = _behind_aside(doc, i, end) if token.text == "," else behind_time(doc, i, end)
        if behind == i and token.lower_ not in _PLURAL_ARTICLE and (token.pos_ == "ADP" or token.lower_ in _ADVERBIAL):
            behind = _behind_groups(doc, i, end)
        if behind is None:
            return None
        if behind == i:
            return _inverted_subject(document, i)
        i = behind
    return None


def _is_passed_over(token: Token) -> bool:
    """*a dit | aussi*, *a dit | lundi*."""
    is_adverb = token.pos_ == "ADV" and not token.text[0].isupper()
    return token.is_space or is_adverb or token.lower_ in DAYS or token.text in "*_"


def _inverted_subject(document: ReleaseDoc, i: int) -> Phrase | None:
    token = document.doc[i]
    if token.lower_ in _DEMONSTRATIVE:
        return i, i
    if is_indefinite(token):
        return i, phrase_from(document, i, at_least=i, is_inverted=True)
    if i + 1 < len(document.doc) and token.lower_ in _SUBJECT_ARTICLES and is_indefinite(document.doc[i + 1]):
        return i, phrase_from(document, i + 1, at_least=i + 1, is_inverted=True)  # l'un des témoins
    is_nominal = token.pos_ in _NOMINAL or token.text[0].isupper() or is_title(token)
    if is_nominal or token.text == '"' or token.lower_ in _SUBJECT_ARTICLES:
        return i, phrase_from(document, i, at_least=i, is_inverted=True)
    return None


def _behind_aside(doc: Doc, i: int, end: int) -> int | None:
    """Behind a group that commas set off: *« … », affirme, de son côté, | X*, *lâche, la voix nouée, | Anne R.*"""
    closing = next((k for k in range(i + 1, min(end, i + _ASIDE)) if doc[k].text == ","), None)
    if closing is None or doc[i + 1].text[0].isupper():
        return None
    return None if any(is_finite(t) for t in doc[i + 1 : closing]) else closing + 1


def behind_time(doc: Doc, i: int, end: int) -> int:
    """Where a time ends that begins at a token: *le 22 juillet 2018*, *ce lundi 3 mai*, *la semaine dernière*."""
    if i >= end:
        return i
    k = i + 1 if doc[i].pos_ == "DET" or doc[i].lower_ in _TIME_ARTICLES else i
    if k >= end:
        return i
    is_day = k > i and doc[k].text[0].isdigit() and k + 1 < end and doc[k + 1].lower_ in _months()
    if not (is_day or doc[k].lower_ in _times() or doc[k].lower_ in DAYS):
        return i
    k += 1
    while k < end and _goes_on_with_time(doc[k]):
        k += 1
    return k


def _goes_on_with_time(token: Token) -> bool:
    """*le 22 | juillet | 2018*, *la semaine | dernière*."""
    text = token.lower_
    return token.text.isdigit() or text in _months() or text in DAYS or text.startswith(_relative_stems())


@cache
def _months() -> frozenset[str]:
    return frozenset(forms_of("months"))


@cache
def _times() -> frozenset[str]:
    return frozenset(column("time_nouns", "noun"))


@cache
def _relative_stems() -> tuple[str, ...]:
    return column("relative_time_stems", "stem")


def _behind_groups(doc: Doc, i: int, end: int) -> int | None:
    """Where the next noun phrase begins behind prepositional groups (*de son côté à l'AFP* | *X*)."""
    seen_noun = False
    for k in range(i + 1, min(end, i + _GROUPS)):
        token, before = doc[k], doc[k - 1]
        if token.text in ".;:«»" or is_finite(token) or token.lower_ in _GROUP_CLOSERS:
            return None
        is_joined = before.pos_ in ("ADP", "DET") or before.lower_ in OF
        if seen_noun and not is_joined:
            if token.pos_ == "ADP" and token.lower_ not in OF:
                seen_noun = False
                continue
            if _opens_next_phrase(token):
                return k
        if token.pos_ in ("NOUN", "PROPN", "NUM") or token.text[0].isupper():
            seen_noun = True
    return None


def _opens_next_phrase(token: Token) -> bool:
    """*à l'AFP | Anne R.*, *sur Facebook | Anne R.*, *à l'AFP | la mairesse*."""
    before = token.nbor(-1)
    is_apart = not before.text[0].isupper() or (before.text.isupper() and len(before) > 1)
    if before.text == "-" and not before.whitespace_:  # à Chorus-|ATS
        return False
    is_name = token.text[0].isupper() and (is_apart or token.ent_iob_ == "B" or token.head == before.head)
    is_article = token.pos_ == "DET" or token.lower_ in _NOUN_ARTICLES
    return is_article or is_name or (is_title(token) and token.lower_ not in DAYS)


def is_speaker(phrase: Span) -> bool:
    """*la mairesse*, *le rapport*, *quatre cents experts*, *l'un d'eux*, *celle qui dirige*: what can say things."""
    if any(t.lower_ in _WHO or is_indefinite(t) for t in phrase[:2]):
        return True
    if is_name_part(phrase[-1]) and (phrase[-1].ent_type_ == "PER" or not any(map(_is_common, phrase))):
        return True
    core = next((t.i for t in phrase if t.pos_ == "ADP" or t.is_punct), phrase.end)
    nouns = (t for t in phrase.doc[phrase.start : core] if t.pos_ in _SPEAKERS)
    return any(can_speak(t) or (t.pos_ != "VERB" and is_word_for_person(t.text)) for t in nouns)


def _is_common(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.text[0].islower()


def agrees(verb: Span, phrase: Span) -> bool:
    """Whether a phrase can be the subject of a verb by number: *demandent des élus*, not *demande des moyens*.

    ``verb``: the verb with its auxiliary. Where either tells no number, it can.
    """
    told = next((n for t in verb if is_finite(t) for n in t.morph.get("Number")), None)
    articles = [t for t in phrase[:2] if t.pos_ in ("DET", "NUM") or t.lower_ in _PLURAL_ARTICLE]
    if told is None or not articles or any(t.pos_ == "CCONJ" for t in phrase):
        return True
    is_plural = any("Plur" in t.morph.get("Number") or t.lower_ in _PLURAL_ARTICLE or t.pos_ == "NUM" for t in articles)
    return is_plural == (told == "Plur") or articles[0].text.isdigit()  # dit 20 Minutes
