"""Token → the noun phrase that begins with it: what a number counts, who counts it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from helpers.lexicon.words import OF, words
from helpers.numbers.amounts import Amounts
from helpers.numbers.times import WEEKDAYS
from helpers.numbers.verbs import is_past_participle

NOUNS = ("NOUN", "PROPN", "X")


def tokens_from(doc: Doc, first: int, count: int) -> Iterator[Token]:
    """Some tokens from one on; a slice that is empty at the end would cost as much as the whole text."""
    return (doc[i] for i in range(first, min(first + count, len(doc))))


def counted_phrase(token: Token, limit: int, amounts: Amounts, *, sure: bool = False) -> tuple[int, int] | None:
    """A noun phrase from its first token: determiner, adjectives, noun and what hangs on it."""
    doc, first = amounts.text.doc, token
    numbers = amounts.numbers
    head = None if sure else _counted_head(first)
    for step in range(5 if head is None else 0):
        if token.idx >= limit or token.is_punct or token.is_space or token.idx in numbers and step:
            break
        if token.pos_ in NOUNS or (
            sure and step == 0 and token.is_alpha and token.pos_ in ("VERB", "ADJ") and not _adjective_first(token)
        ):
            head = token
            break
        if token.pos_ not in ("DET", "ADJ", "NUM", "ADV") or token.i + 1 >= len(doc):
            break
        token = doc[token.i + 1]
    if head is None:
        if first.pos_ == "ADJ" and first.idx < limit and first.text.endswith(("s", "x")):
            return first.idx, first.idx + len(first)
        return None
    inside, last, pending = {head.i}, head, False
    for t in tokens_from(doc, head.i + 1, 23):
        if t.idx >= limit or t.is_space or t.idx in numbers:
            break
        if t.is_punct and t.text != "-" or "<" in t.text or t.text.lower() in WEEKDAYS:
            break
        if t.text == "-" and not t.nbor(-1).whitespace_ and not t.whitespace_:
            inside.add(t.i)
            pending = True
            continue
        participle = t.pos_ == "VERB" and is_past_participle(t)
        follows = t.pos_ == "ADJ" or t.dep_ == "amod" and t.pos_ == "NOUN" or participle and t.dep_ in ("acl", "amod")
        if follows and (t.head.i in inside or t.dep_ in ("amod", "acl")):
            inside.add(t.i)
            last, pending = t, False
        elif t.pos_ in NOUNS and (
            pending or t.dep_.startswith(("flat", "compound", "appos", "nmod")) and t.head.i in inside
        ):
            inside.add(t.i)
            last, pending = t, False
        elif t.i == last.i + 1 and t.pos_ == "NOUN" and last is head and _agrees(head, t):
            inside.add(t.i)  # jeunes enfants, where the tagger takes both for nouns
            last, pending = t, False
        elif t.text.lower() in words("end of a locution") or t.pos_ == "CCONJ" and not _agrees(t.nbor(-1), t.head):
            break
        elif t.pos_ == "ADP" and _holds_on(t, inside):
            inside.add(t.i)
            pending = True
        elif (
            t.pos_ == "DET"
            and pending
            or t.pos_ == "CCONJ"
            and t.head.head.i in inside
            and t.head.pos_ in (*NOUNS, "ADJ")
        ):
            pending = True
            inside.add(t.i)
        else:
            break
    return first.idx, last.idx + len(last)


def _agrees(noun: Token, other: Token) -> bool:
    """Whether two words look like one number: the letters tell the plural more surely than the tag."""
    return other.pos_ not in ("ADJ", "VERB", "NOUN") or noun.text.endswith(("s", "x")) == other.text.endswith(
        ("s", "x")
    )


def _counted_head(first: Token) -> Token | None:
    """The noun that the number before a token counts, as the parse has it."""
    number = first.nbor(-1) if first.i else first
    head = number.head
    if number.dep_ == "nummod" and 0 <= head.i - first.i < 4 and head.pos_ in NOUNS:
        if all(t.pos_ in ("ADJ", "NOUN", "NUM") for t in first.doc[first.i : head.i]):
            return head
    return None


def _adjective_first(token: Token) -> bool:
    return token.pos_ == "ADJ" and token.i + 1 < len(token.doc) and token.nbor().pos_ in NOUNS


def _holds_on(preposition: Token, inside: set[int]) -> bool:
    """Whether a preposition goes on with the phrase: *de* always, others where the parse says so."""
    text = preposition.text.lower()
    noun = preposition.head
    if text in OF:
        return True
    if text in words("phrase-ending preposition"):
        return False
    return (
        noun.i > preposition.i
        and noun.pos_ in ("NOUN", "PROPN")
        and noun.head.i in inside
        and not noun.text[0].isdigit()
    )
