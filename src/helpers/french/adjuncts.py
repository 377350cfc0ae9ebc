"""What may stand between a verb and its complement: adverbs, times, groups with a preposition, what commas set off.

*La mairesse a affirmé | mardi soir, dans une lettre au préfet, | que le pont ouvrira.*
"""

from spacy.tokens import Doc, Token

from helpers.french.document import ReleaseDoc
from helpers.french.inverted_subjects import behind_time
from helpers.french.noun_phrases import DAYS, phrase_from
from helpers.french.verbs import is_finite, is_infinitive
from helpers.lexicon.words import AT, NEGATIONS, OBJECT_CLITICS, OF, STRESSED, THAT, words

_PREPOSITIONS = words("adverbial preposition")
_INFINITIVE_MARKERS = words("infinitive marker")
_CONTENT = words("content demonstrative")
_EMPHASES = words("emphasis of a pronoun")
_SECOND_NEGATIONS = words("second negation")
_ASIDE = 14  # tokens between two commas that set something off
_BEFORE_INFINITIVE = 5


def behind_adjuncts(document: ReleaseDoc, i: int, end: int) -> int:
    """The first token at or behind one that belongs to no adjunct of the verb before it.

    *a promis | lundi | à la presse | de partir*; *de* with an infinitive is no adjunct, nor is *avant que*.
    """
    while i < end:
        behind = _behind_one(document, i, end)
        if behind == i:
            break
        i = behind
    return min(i, end)


def _behind_one(document: ReleaseDoc, i: int, end: int) -> int:
    """Behind the adjunct that begins at a token, or the token itself."""
    doc = document.doc
    token = doc[i]
    form = token.lower_
    following = doc[i + 1].lower_ if i + 1 < end else ""
    if form == ",":
        return _behind_aside(document, i, end)
    if form in NEGATIONS or form in THAT or _opens_infinitive(document, i, end) or opens_content(doc, i, end):
        return i
    if form in STRESSED and following in _EMPHASES:
        return i + 2
    time = behind_time(doc, i, end)
    if time > i:
        return time
    if token.pos_ == "ADP" or form in _PREPOSITIONS:
        return _behind_group(document, i, end)
    is_adverb = token.pos_ == "ADV" and not token.text[0].isupper()
    return i + 1 if form in DAYS or is_adverb else i


def opens_content(doc: Doc, i: int, end: int) -> bool:
    """*s'engage | à ce que A*, *fait part | de ce que A*: a clause in the place of a noun."""
    return i + 2 < end and doc[i].lower_ in AT | OF and doc[i + 1].lower_ in _CONTENT and doc[i + 2].lower_ in THAT


def _behind_aside(document: ReleaseDoc, comma: int, end: int) -> int:
    """*a dit | , dans un communiqué, | que* · *| , à qui veut l'entendre, | que*: a group between two commas."""
    doc = document.doc
    closing = next((k for k in range(comma + 1, min(end, comma + _ASIDE)) if doc[k].text == ","), None)
    if closing is None or closing == comma + 1 or doc[comma + 1].text[0].isupper():
        return comma
    opening = doc[comma + 1]
    opens_group = opening.pos_ in ("ADP", "ADV") or opening.lower_ in _PREPOSITIONS or opening.lower_ in STRESSED
    holds_clause = any(is_finite(t) for t in doc[comma + 1 : closing])
    if opens_group and (not holds_clause or opening.pos_ == "ADP"):
        return closing + 1
    is_time = behind_time(doc, comma + 1, closing) > comma + 1
    is_state = "Part" in opening.morph.get("VerbForm") or opening.pos_ == "ADJ"
    return closing + 1 if (is_time or is_state) and not holds_clause else comma


def _behind_group(document: ReleaseDoc, i: int, end: int) -> int:
    """*a dit | au journal | que*, *a dit | quant à elle | que*: a preposition with its noun phrase or pronoun."""
    doc, first = document.doc, i + 1
    if first < end and (doc[first].pos_ == "ADP" or doc[first].lower_ in _PREPOSITIONS):
        first += 1  # jusque dans la salle
    if first >= end or doc[first].lower_ in THAT or doc[first].is_punct:
        return i
    if is_finite(doc[first]) or is_infinitive(doc[first]):  # insiste | pour dire que
        return i
    if doc[first].lower_ in STRESSED:
        return first + 1
    return min(phrase_from(document, first, at_least=first) + 1, end)


def _opens_infinitive(document: ReleaseDoc, i: int, end: int) -> bool:
    """*promet | de ne plus jamais le fermer*: a marker before an infinitive with its negations and clitics."""
    doc = document.doc
    if doc[i].lower_ not in _INFINITIVE_MARKERS:
        return False
    k = i + 1
    while k < min(end, i + _BEFORE_INFINITIVE) and _may_precede_infinitive(doc[k]):
        k += 1
    return k < end and is_infinitive(doc[k])


def _may_precede_infinitive(token: Token) -> bool:
    """*de | ne plus « | gaspiller l'eau »*"""
    form = token.lower_
    is_negation = form in NEGATIONS or form in _SECOND_NEGATIONS
    return is_negation or form in OBJECT_CLITICS or token.pos_ in ("ADV", "PRON") or token.is_quote
