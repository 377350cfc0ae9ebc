"""Incises: the clause of saying put into or behind the words said, verb first (*déclare X*, *a-t-elle dit*)."""

from collections.abc import Iterator

from helpers.french.noun_phrases import phrase_after_verb
from helpers.french.persons import is_human, is_name_part, is_title
from helpers.french.subjects import CLITICS
from helpers.french.verbs import AUXILIARIES, is_finite, is_infinitive
from helpers.quotes.cues import Cue
from helpers.quotes.reading import BETWEEN, Attribution, Reading
from helpers.quotes.rules import INSIDE
from helpers.text.marks import Marked
from helpers.text.typography import trim


def parts(reading: Reading, mark: Marked) -> Iterator[Marked]:
    """Marked words, parted where an incise stands inside the marks (*« A, estime X, B »*)."""
    doc = reading.doc
    first, end = reading.token_from(mark.start), reading.token_from(mark.end)
    at, opened = mark.start, mark.opened
    attribution = None
    i = first
    while i < end:
        if doc[i].text != "," or i + 1 >= end or not doc[i + 1].text[0].islower():
            i += 1
            continue
        limit = min(reading.sentence(i)[1], end)
        cue, clitic = inverted_verb(reading, i + 1, limit)
        mention = (clitic, clitic) if clitic is not None and doc[clitic].lower_ != "-on" else None
        if cue is not None and clitic is None and cue.word_class != "unlisted":
            mention = phrase_after_verb(reading.document, cue.last + 1, limit)
            if mention and not any(is_name_part(t) or is_human(t) for t in doc[mention[0] : mention[1] + 1]):
                mention = None
        behind = max(mention[1], cue.last) + 1 if mention and cue else i
        if mention and behind < limit and doc[behind].lower_ in ("qui", "que", "dont", "où"):
            behind = next((k for k in range(behind, limit) if doc[k].text in ".!?…"), limit)
        if clitic is not None and mention and behind < limit and not doc[behind].is_punct:
            # glisse-t-il lorsqu'on le croise: what follows an inverted pronoun belongs to the incise
            behind = next((k for k in range(behind, limit) if doc[k].text in ",.!?…"), limit)
        if not mention or not cue or cue.word_class == "unlisted" or behind < end and doc[behind].text not in ",.!?…":
            i += 1
            continue
        behind = _incise_end(reading, behind, limit)
        start, stop = trim(reading.text, at, doc[i].idx)
        attribution = Attribution(INSIDE, cue, mention)
        if start < stop:
            reading.given[start] = attribution
            yield Marked(start, stop, opened, doc[i].idx, 0, True)
        if behind >= end:
            return
        at = opened = doc[behind].idx
        i = behind
    if attribution:
        start, stop = trim(reading.text, at, mark.end)
        if start < stop:
            reading.given[start] = attribution
            yield Marked(start, stop, opened, mark.closed, 0, mark.is_closed)
    else:
        yield mark


def _incise_end(reading: Reading, i: int, end: int) -> int:
    """The first word behind an incise: after its comma, or after *, dans un communiqué.*"""
    doc = reading.doc
    if i < end and doc[i].text == ",":
        rest = doc[i + 1 : end]
        if rest and not any(is_finite(t) for t in rest) and end < len(doc):
            return end
        return i + 1
    while i < end and doc[i].is_punct:
        i += 1
    return i


def word_behind(reading: Reading, mark: Marked) -> int | None:
    """The first word behind a closing mark where the same sentence goes on in lower case."""
    doc = reading.doc
    i = start = reading.token_from(mark.closed)
    while i < len(doc) and (doc[i].text in (",", ".", "*", "_", "!", "?", "…", "–", "-") or doc[i].is_space):
        if "\n" in doc[i].text or i - start > 3:
            return None
        i += 1
    if i >= len(doc) or reading.is_quoted(i):
        return None
    return i if doc[i].text[0].islower() or doc[i].text[0] in "-" else None


def clause_limit(reading: Reading, i: int) -> int:
    """Where the sentence of a token ends, or the next opening mark."""
    end = reading.sentence(i)[1]
    return next((k for k in range(i, end) if reading.is_quoted(k)), end)


def inverted_verb(reading: Reading, i: int, end: int) -> tuple[Cue | None, int | None]:
    """The verb of an incise that begins at a token, and its inverted pronoun if it has one."""
    doc = reading.doc
    clitic = None
    k, groups = i, 0
    while k < min(end, i + 12):
        token = doc[k]
        if token.lower_ in CLITICS:
            clitic = k
        elif k in reading.verb_at and reading.verb_at[k].first == k and not is_infinitive(token):
            cue = reading.verb_at[k]
            if not cue.takes("direct"):
                return None, None  # « … » appelle les parties à négocier
            if token.lower_.endswith(("é", "ée", "és", "ées", "ant")) and not any(
                doc[j].lower_ in AUXILIARIES for j in range(i, k)
            ):
                return None, None  # « Vision 2025 », lancé hier: a participle alone says nothing
            following = doc[cue.last + 1] if cue.last + 1 < end else None
            if following is not None and following.text == "-t" and cue.last + 2 < end:
                following = doc[cue.last + 2]
            if following is not None and following.lower_ in CLITICS:
                clitic = following.i
            return cue, clitic
        elif (
            token.pos_ in ("AUX", "ADV")
            or token.lower_ in BETWEEN
            or token.lower_ in AUXILIARIES
            or token.is_space
            or token.text == ","
        ):
            pass
        elif token.pos_ == "ADP" or groups and token.pos_ in ("DET", "NOUN", "PROPN", "ADJ", "NUM"):
            groups += 1  # par ailleurs, pour sa part, de son côté
        elif token.lower_ in ("il", "elle", "ils", "elles") and k == i:
            pass
        else:
            break
        k += 1
    return _unlisted_verb(reading, i, end), clitic


def _unlisted_verb(reading: Reading, i: int, end: int) -> Cue | None:
    """A verb that the lexicon lacks, read as a cue by its place: inverted, right behind the mark."""
    doc = reading.doc
    k = i
    while k < end and (
        doc[k].lower_ in BETWEEN
        or doc[k].pos_ in ("AUX", "ADV")
        and doc[k].lower_ not in CLITICS
        or doc[k].lower_ in CLITICS
    ):
        k += 1
    following = doc[k + 1].lower_ if k + 1 < end else ""
    is_verb = doc[k].pos_ == "VERB" if k < end else False
    if (
        k >= end
        or not (is_verb or following == "-t" or following in CLITICS)
        or is_infinitive(doc[k])
        or doc[k].text[0].isupper()
    ):
        return None
    inverted = any(doc[j].lower_ in CLITICS for j in range(i, min(end, k + 3)))
    after_stop = doc[i - 1].text in ",!?…" or doc[i - 1].text in '»”"' and doc[i - 2].text in "!?…"
    named = k + 1 < end and (doc[k + 1].pos_ in ("PROPN", "DET") or is_title(doc[k + 1]) or is_name_part(doc[k + 1]))
    participle = "Part" in doc[k].morph.get("VerbForm")
    if not inverted and (not named or not after_stop or participle and k == i):
        return None
    token = doc[k]
    return Cue(
        k, k, token.idx, token.idx + len(token), token.text, token.lemma_, "unlisted", frozenset(("direct",)), token
    )
