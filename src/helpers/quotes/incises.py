"""Incises: the clause of saying put into or behind the words said, verb first (*déclare X*, *a-t-elle dit*)."""

from spacy.tokens import Doc, Token

from helpers.french.persons import is_name_part, is_title
from helpers.french.subjects import CLITICS
from helpers.french.verbs import AUXILIARIES, is_infinitive, is_participle, is_present_participle
from helpers.lexicon.words import OF, PRONOUNS, words
from helpers.quotes.index import CueIndex
from helpers.quotes.model import UNLISTED, Cue
from helpers.quotes.verb_groups import VERB_CLITICS, goes_with_verb, inverted_pronoun
from helpers.quotes.walks import is_comma, skip_forward
from helpers.text.marks import Marked

_PAST_PARTICIPLES = tuple(words("past participle ending of -er"))
_INFINITIVE_MARKERS = words("infinitive marker")
_INVERSION_LINKS = words("inversion link")
_MODALS = words("modal verb")
_LONGEST_OPENING = 12  # tokens before the verb of an incise
_NOMINAL_GROUP = ("DET", "NOUN", "PROPN", "ADJ", "NUM")


def word_behind(index: CueIndex, mark: Marked) -> int | None:
    """The first word behind a closing mark where the same sentence goes on in lower case."""
    doc = index.doc
    i = start = index.token_from(mark.closed)
    while i < len(doc) and (doc[i].text in (",", ".", "*", "_", "!", "?", "…", "–", "-") or doc[i].is_space):
        if "\n" in doc[i].text or i - start > 3:
            return None
        i += 1
    if i >= len(doc) or index.is_quoted(i):
        return None
    return i if doc[i].text[0].islower() or doc[i].text[0] == "-" else None


def clause_limit(index: CueIndex, i: int) -> int:
    """Where the sentence of a token ends, or the next opening mark."""
    end = index.sentence(i)[1]
    return next((k for k in range(i, end) if index.is_quoted(k)), end)


def inverted_verb(index: CueIndex, i: int, end: int) -> tuple[Cue | None, int | None]:
    """The verb of an incise that begins at a token, and its inverted pronoun if it has one.

    *a-t-elle par ailleurs dit* · *pour sa part déclare X*
    """
    doc, clitic, in_group = index.doc, None, False
    for k in range(i, min(end, i + _LONGEST_OPENING)):
        token, cue = doc[k], index.verb_at.get(k)
        if token.lower_ in CLITICS:
            clitic = k
        elif (
            cue is not None
            and cue.first == k
            and (not is_infinitive(token) or clitic is not None or _narrates(doc, i, k))
        ):
            if not cue.takes("direct") or _is_lone_participle(doc, i, k):
                return None, None
            pronoun = inverted_pronoun(doc, cue.last + 1, end)
            return cue, clitic if pronoun is None else pronoun
        elif not _opens_incise(token):
            said = _infinitive_cue(index, k, end)
            if said is not None:
                return said, clitic
            if token.pos_ == "ADP" or (in_group and token.pos_ in _NOMINAL_GROUP):
                in_group = True  # par ailleurs, pour sa part, de son côté
            elif k > i or token.lower_ not in PRONOUNS:
                break
    return _unlisted_verb(index, i, end), clitic


def _narrates(doc: Doc, first: int, i: int) -> bool:
    """*« … », de | conclure X*, *d'| ajouter celle-ci*: an infinitive that tells what was said, with its subject."""
    return doc[first].lower_ in OF and i - first <= 2 and all(t.lower_ in VERB_CLITICS for t in doc[first + 1 : i])


def _infinitive_cue(index: CueIndex, i: int, end: int) -> Cue | None:
    """*a tenu à | préciser X*, *s'est empressé d'ajouter X*, *croit bon de rappeler X*: what these lead to."""
    doc = index.doc
    if doc[i].pos_ != "VERB":
        return None
    marker = skip_forward(doc, i + 1, min(end, i + 4), lambda t: t.pos_ in ("ADV", "ADJ"))
    if marker + 1 >= end or doc[marker].lower_ not in _INFINITIVE_MARKERS:
        return None
    cue = index.verb_at.get(skip_forward(doc, marker + 1, end, goes_with_verb))
    return cue if cue is not None and is_infinitive(doc[cue.first]) and cue.takes("direct") else None


def _opens_incise(token: Token) -> bool:
    """*, l'a aussi dit X*, *, | peut-on lire*"""
    is_modal = token.lemma_ in _MODALS and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in CLITICS
    return is_modal or goes_with_verb(token) or token.pos_ == "AUX" or token.is_space or is_comma(token)


def _is_lone_participle(doc: Doc, first: int, i: int) -> bool:
    """*« Vision 2025 », lancé hier*: a participle alone says nothing."""
    is_form = doc[i].lower_.endswith(_PAST_PARTICIPLES) or is_present_participle(doc[i])
    return is_form and not any(doc[k].lower_ in AUXILIARIES for k in range(first, i))


def _unlisted_verb(index: CueIndex, i: int, end: int) -> Cue | None:
    """A verb that the lexicon lacks, read as a cue by its place: inverted, right behind the mark (*rigole X*)."""
    doc = index.doc
    k = skip_forward(doc, i, end, _belongs_to_inversion)
    if k >= end or not _is_lower_case_verb(doc, k, end):
        return None
    is_inverted = any(doc[j].lower_ in CLITICS for j in range(i, min(end, k + 3)))
    is_bare_participle = is_participle(doc[k]) and k == i
    if not is_inverted and (is_bare_participle or not _is_behind_stop(doc, i) or not _is_before_name(doc, k, end)):
        return None
    token = doc[k]
    place = k, k, token.idx, token.idx + len(token)
    return Cue(*place, token.text, token.lemma_, UNLISTED, frozenset(("direct",)), token)


def _belongs_to_inversion(token: Token) -> bool:
    """*a-t-il rigolé*"""
    return token.pos_ in ("AUX", "ADV") or token.lower_ in VERB_CLITICS or token.lower_ in CLITICS


def _is_lower_case_verb(doc: Doc, i: int, end: int) -> bool:
    following = doc[i + 1].lower_ if i + 1 < end else ""
    is_verb = doc[i].pos_ == "VERB" or following in _INVERSION_LINKS or following in CLITICS
    return is_verb and not is_infinitive(doc[i]) and not doc[i].text[0].isupper()


def _is_behind_stop(doc: Doc, i: int) -> bool:
    """*« … ! » rigole X* · *« … », rigole X*"""
    return doc[i - 1].text in ",!?…" or (doc[i - 1].text in '»”"' and doc[i - 2].text in "!?…")


def _is_before_name(doc: Doc, i: int, end: int) -> bool:
    """*rigole la mairesse*"""
    if i + 1 >= end:
        return False
    following = doc[i + 1]
    return following.pos_ in ("PROPN", "DET") or is_title(following) or is_name_part(following)
