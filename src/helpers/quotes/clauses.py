"""Reported clauses: what a cue reports without marks, from *que* clauses to *selon*."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from helpers import lexicon
from helpers.french.noun_phrases import LONGEST_PHRASE, phrase_after_verb, phrase_around, starts_clause
from helpers.french.persons import is_human, is_name_part
from helpers.french.subjects import CLITICS, SUBJECTS, subject_of
from helpers.french.verbs import AUXILIARIES, has_auxiliary, is_finite, is_infinitive
from helpers.quotes.cues import ASIDE, Cue
from helpers.quotes.incises import inverted_verb
from helpers.quotes.reading import BETWEEN, Attribution, Reading
from helpers.quotes.rules import COLON, COMME, INFINITIVE, QUE, SELON, UNMARKED
from helpers.quotes.sources import (
    agree_in_number,
    is_narrative_infinitive,
    is_negated,
    is_subordinate,
    is_unreal,
    source_phrase,
    subject_mention,
)

_NOT_REPORT = frozenset(
    "plus moins aussi autant même tel telle tels telles tandis alors afin pour bien dès lors ainsi parce puis avant"
    " après sans ce jusqu'à tant sorte ne n' mieux si tellement autre autres".split()
)


@dataclass(frozen=True)
class Clause:
    first: int
    end: int  # token index, exclusive
    attribution: Attribution


def reported_clauses(reading: Reading, used: set[int]) -> Iterator[Clause]:
    """Clauses reported by a cue that no marked words have taken, in order of the text."""
    for cue in reading.verbs:
        if cue.first in used or reading.is_quoted(cue.first) or is_negated(reading, cue) or is_unreal(reading, cue):
            continue
        clause = (
            _comme_clause(reading, cue)
            or _que_clause(reading, cue)
            or _infinitive_clause(reading, cue)
            or _unmarked_incise(reading, cue)
            or _colon_clause(reading, cue)
        )
        if clause:
            yield clause
    for cue in reading.prepositions:
        if cue.first not in used and not reading.is_quoted(cue.first):
            clause = _selon_clause(reading, cue)
            if clause:
                yield clause


def _que_clause(reading: Reading, cue: Cue) -> Clause | None:
    doc = reading.doc
    if not cue.takes("que") and not cue.takes("sur"):
        return None
    end = reading.sentence(cue.first)[1]
    que = None
    commas = 0
    behind_aside = _behind_aside(doc, cue.last + 1, end)
    for i in range(behind_aside, min(end, behind_aside + 25)):
        token = doc[i]
        is_que = token.pos_ in ("SCONJ", "PRON", "ADV") or i == behind_aside
        if token.lower_ in ("que", "qu'") and _opens_report(doc, i) and is_que:
            que = i
            break
        if reading.is_quoted(i) or token.text in ";:" or is_finite(token) and token.lower_ not in CLITICS:
            return None
        if token.text == ",":
            commas += 1
    if que is None or que + 1 >= end or commas == 1:
        return None
    adverbs = all(t.pos_ == "ADV" or t.dep_ == "fixed" or t.lower_ in ASIDE for t in doc[behind_aside:que])
    if not adverbs and not _leads_to(cue, doc[que]):
        return None
    mention = subject_mention(reading, cue)
    if mention is None:
        return None
    return Clause(que + 1, clause_end(reading, cue, que + 1, end), Attribution(QUE, cue, mention))


def _behind_aside(doc: Doc, i: int, end: int) -> int:
    """Behind words that commas set off before *que*: *a expliqué, à qui veut l'entendre, que*."""
    if i >= end or doc[i].text != ",":
        return i
    closing = next((k for k in range(i + 1, min(end, i + 14)) if doc[k].text == ","), None)
    return closing + 1 if closing and closing + 1 < end and doc[closing + 1].lower_ in ("que", "qu'") else i


_TIMES = frozenset(row["form"] for row in lexicon.rows("months")) | frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui matin soir après-midi".split()
)


def _opens_report(doc: Doc, i: int) -> bool:
    """Not the *que* of *plus que*, *afin que*, *le même que*; that of *affirme tout de même que* is."""
    before = doc[i - 1].lower_
    return before not in _NOT_REPORT or before == "même" and doc[i - 2].lower_ == "de"


def _leads_to(cue: Cue, que: Token) -> bool:
    """Whether a distant *que* opens what the cue reports, rather than a relative clause.

    *insister sur le fait que*, *expliquer au journal que*: the clause hangs on the verb, or on *fait* or *idée*.
    """
    if que.nbor(-1).lower_ in ("fait", "idée", "point"):
        return True
    before = que.nbor(-1)
    opening = cue.verb.doc[cue.last + 1]
    if opening.lower_ in ("à", "au", "aux") and not any(is_finite(t) for t in cue.verb.doc[cue.last + 1 : que.i]):
        return True  # a dit à l'agence que
    if before.like_num or before.lower_ in _TIMES:  # révèle ce 24 février que
        return True
    head = que.head
    return que.pos_ != "PRON" and (
        head.head == cue.verb
        or head == cue.verb
        or head.dep_ == "ccomp"
        or que.dep_ == "mark"
        and que.pos_ == "SCONJ"
        and head.dep_ != "acl:relcl"
    )


def _infinitive_clause(reading: Reading, cue: Cue) -> Clause | None:
    doc = reading.doc
    if not cue.takes("inf") or cue.verb is None or is_infinitive(reading.doc[cue.first]):
        return None
    end = reading.sentence(cue.first)[1]
    i = cue.last + 1
    if i < end and doc[i].text == ",":  # s'est engagé, une fois élu, à travailler
        closing = next((k for k in range(i + 1, min(end, i + 10)) if doc[k].text == ","), None)
        i = closing + 1 if closing else i
    begin, preposition = i, False
    while i < end and (
        doc[i].pos_ == "ADV"
        or doc[i].lower_
        in (
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
            "hier",
            "de",
            "d'",
            "à",
            "se",
            "s'",
            "ne",
            "n'",
            "pas",
            "l'",
            "le",
            "la",
            "les",
            "lui",
            "leur",
            "y",
            "en",
        )
    ):
        preposition = preposition or doc[i].lower_ in ("de", "d'", "à")
        i += 1
    if cue.lemma in ("se dire", "se déclarer") and _is_attribute_with_infinitive(doc, i, end):
        mention = subject_mention(reading, cue)  # se dit prête à rouvrir le dossier
        return Clause(i, clause_end(reading, cue, i, end), Attribution(INFINITIVE, cue, mention)) if mention else None
    if i >= end or reading.is_quoted(i) or not is_infinitive(doc[i]) or i - begin > 5:
        return None
    first = i
    while (
        doc[first - 1].lower_
        in ("se", "s'", "ne", "n'", "pas", "l'", "le", "la", "les", "lui", "leur", "y", "en", "m'")
        and first > begin
    ):
        first -= 1
    mention = subject_mention(reading, cue)
    if mention is None:
        return None
    return Clause(first, clause_end(reading, cue, first, end), Attribution(INFINITIVE, cue, mention))


def _is_attribute_with_infinitive(doc: Doc, i: int, end: int) -> bool:
    """*prêt à partir*, *heureux de le voir*: an adjective with its infinitive."""
    if i + 2 >= end or doc[i].pos_ not in ("ADJ", "VERB") or doc[i + 1].lower_ not in ("à", "de", "d'"):
        return False
    k = i + 2
    while k < end and (doc[k].pos_ in ("PRON", "ADV", "DET")) and k < i + 5:
        k += 1
    return k < end and is_infinitive(doc[k])


def _comme_clause(reading: Reading, cue: Cue) -> Clause | None:
    """*Comme le rappelle X, A* · *A, comme l'a dit X*."""
    doc = reading.doc
    start, end = reading.sentence(cue.first)
    i = cue.first - 1
    while i > start and (
        doc[i].lower_ in BETWEEN or doc[i].lower_ in AUXILIARIES or doc[i].pos_ == "ADV" and doc[i].lower_ != "comme"
    ):
        i -= 1
    if doc[i].lower_ != "comme" or cue.word_class == "directive":
        return None
    mention = phrase_after_verb(reading.document, cue.last + 1, end)
    if mention is None:
        return None
    attribution = Attribution(COMME, cue, mention)
    if i == start:
        comma = next((k for k in range(mention[1] + 1, end) if doc[k].text == ","), None)
        return Clause(comma + 1, end, attribution) if comma is not None else None
    return Clause(start, i, attribution) if doc[i - 1].text == "," else None


def _colon_clause(reading: Reading, cue: Cue) -> Clause | None:
    """*La responsable prévient : la halte ne refusera personne.*"""
    doc = reading.doc
    end = reading.sentence(cue.first)[1]
    i = cue.last + 1
    while i < end and doc[i].pos_ == "ADV":
        i += 1
    if not cue.takes("direct") or i + 2 >= end or doc[i].text != ":" or reading.is_quoted(i + 1):
        return None
    mention = None if is_narrative_infinitive(reading, cue) else subject_mention(reading, cue)
    is_carried = is_narrative_infinitive(reading, cue)
    if mention is None and not is_carried or not any(is_finite(t) for t in doc[i + 1 : end]):
        return None
    return Clause(i + 1, end, Attribution(COLON, cue, mention))


def _unmarked_incise(reading: Reading, cue: Cue) -> Clause | None:
    doc = reading.doc
    if not (cue.takes("direct") and cue.verb is not None) or is_infinitive(reading.doc[cue.first]):
        return None
    start, end = reading.sentence(cue.first)
    i = cue.first - 1
    while i > start and (
        doc[i].pos_ in ("AUX", "ADV", "ADP")
        and doc[i].text != ","
        or doc[i].lower_ in BETWEEN
        or doc[i].lower_ in CLITICS
    ):
        i -= 1
    if i <= start or doc[i].text != ",":
        return None
    found, clitic = inverted_verb(reading, i + 1, end)
    if found is not cue:
        return None
    if clitic is not None:
        if doc[clitic].lower_ == "-on":
            return None
        mention = (clitic, clitic)
    else:
        behind = phrase_after_verb(reading.document, cue.last + 1, end)
        if (
            behind is None
            or behind[1] + 2 < end
            and doc[behind[1] + 1].lower_ in ("de", "d'", "à")  # …, avait accusé X de tarder
            and any(is_infinitive(t) for t in doc[behind[1] + 2 : behind[1] + 4])
            or behind[1] + 1 < end
            and (is_finite(doc[behind[1] + 1]) or doc[behind[1] + 1].lower_ in ("que", "qu'"))
        ):
            return None
        is_simple = is_finite(cue.verb) or cue.first > i + 1 and is_finite(doc[i + 1]) or doc[i + 1].lower_ in BETWEEN
        if not is_simple:
            return None
        mention = behind
    # X, élu hier, a annoncé …: without a main clause before the comma the verb is none of an incise.
    if not any(is_finite(t) and not is_subordinate(t) for t in doc[start:i]):
        can_speak = _can_speak(doc[mention[0] : mention[1] + 1])
        behind = mention[1] + 1
        if can_speak and behind < end and doc[behind].text == "," and any(is_finite(t) for t in doc[behind:end]):
            return Clause(start, end, Attribution(UNMARKED, cue, mention))  # La situation, soutient X, appelle …
        if not can_speak or i - start < 5 or clitic is None and any(not t.is_punct for t in doc[behind:end]):
            return None
    return Clause(start, i, Attribution(UNMARKED, cue, mention))


def _selon_clause(reading: Reading, cue: Cue) -> Clause | None:
    doc = reading.doc
    start, end = reading.sentence(cue.first)
    mention = source_phrase(reading, cue)
    if mention is None:
        return None
    opens = all(t.is_punct or t.is_space or t.pos_ in ("CCONJ", "ADV") for t in doc[start : cue.first])
    attribution = Attribution(SELON, cue, mention)
    behind = mention[1] + 1
    if not opens and doc[mention[0]].lower_ in ("lui", "elle", "eux", "elles") and start in reading.preposition_at:
        if source_phrase(reading, reading.preposition_at[start]) is not None:
            return None  # Pour X, A et, selon lui, B: one source, named at the head
    if opens:
        comma = next((i for i in range(behind, min(end, behind + 40)) if doc[i].text == ","), None)
        if comma is None:
            return None
        if comma == behind and _is_post(doc, comma + 1):
            comma = next((i for i in range(comma + 1, min(end, comma + 25)) if doc[i].text == ","), comma)
        # A comma right behind the phrase closes it; else what stands between belongs to it.
        between = doc[behind:comma]
        if any(is_finite(t) for t in between) and not any(t.lower_ in ("qui", "que", "dont") for t in between):
            comma = behind - 1
        return Clause(comma + 1, end, attribution)
    if cue.lemma == "pour" or doc[cue.first - 1].text != "," and cue.lemma != "selon":
        return None
    relative = next(
        (
            k
            for k in range(cue.first - 1, max(start, cue.first - 3), -1)
            if doc[k].lower_ in ("qui", "que", "qu'", "dont", "où")
        ),
        None,
    )
    is_pronoun = doc[mention[0]].lower_ in ("lui", "elle", "eux", "elles")
    if cue.lemma == "selon" and is_pronoun and relative is None and doc[cue.first - 1].text not in ",:;":
        # elle dormirait selon lui dans un sac: the clause that the words stand in
        near = range(cue.first - 1, max(start, cue.first - LONGEST_PHRASE) - 1, -1)
        opening = next((k for k in near if doc[k].text in ",;:" or reading.is_quoted(k)), near[-1] - 1)
        is_relative = doc[opening + 1].lower_ in ("qui", "que", "qu'", "dont", "où")
        if not is_relative and any(is_finite(t) for t in doc[opening + 1 : cue.first]):
            return Clause(opening + 1, end, attribution)
    if relative is not None and doc[relative].pos_ == "SCONJ" and behind < end and doc[behind].text == ",":
        return Clause(behind + 1, end, attribution)  # a dit que, selon l'expert, …: a report within the report
    if relative is not None:
        verb = doc[relative].head
        return Clause(relative, max(verb.right_edge.i + 1, behind + 1) if verb.i > relative else end, attribution)
    if all(doc[i].is_punct or doc[i].is_space for i in range(behind, end)):
        return Clause(start, cue.first, attribution)
    return Clause(start, end, attribution) if doc[cue.first - 1].text == "," else None


_POSTS = (("à", "la", "tête"), ("en", "charge"), ("au", "sein"), ("en", "poste"), ("à", "l'", "origine"))


def _is_post(doc: Doc, i: int) -> bool:
    """*selon X, à la tête de la caisse, …*: a post told by a prepositional group."""
    return any(tuple(t.lower_ for t in doc[i : i + len(form)]) == form for form in _POSTS)


def clause_end(reading: Reading, cue: Cue, first: int, end: int) -> int:
    """Where a reported clause ends: with its sentence, unless the reporting goes on by itself.

    *X a dit que A et a ajouté que B* · *X a dit que A, soulignant que B*: a verb coordinated with
    the cue or hanging on it beside the clause opens something new.
    """
    doc = reading.doc
    for i in range(first + 1, end):
        token = doc[i]
        if _opens_main_clause(reading, cue, i) or _opens_next_report(reading, cue, i, end):
            return i
        if token.text == ":" and i + 1 < end and reading.is_quoted(i + 1) and not reading.is_quoted(i):
            return i
        if doc[i - 1].text == "," and token.lower_ in ("alors", "tandis") and i + 1 < end and not reading.is_quoted(i):
            if doc[i + 1].lower_ in ("que", "qu'"):
                return i - 1  # a dit que A, alors que B: B is the writer's background
        if token.lower_ == "sans" and doc[i - 1].text == "," and _is_manner_of_saying(reading, i, end):
            return i - 1
        if _goes_on_reporting(reading, i):
            return i - 1
        if token.text == "," and i + 1 < end and _is_first_person(reading, reading.mark_of(i + 1)):
            return i  # a dit que A, « je le regrette »
        if token.pos_ not in ("VERB", "AUX") or token.head != cue.verb or reading.is_quoted(i):
            continue
        is_new = (
            token.dep_ == "conj"
            and (_is_parallel(cue.verb, token) or _are_participles(cue.verb, token))
            or token.dep_ == "advcl"
            and i in reading.verb_at
            and "Part" in token.morph.get("VerbForm")
        )
        if not is_new:
            continue
        edge = token.left_edge.i
        before = doc[edge - 1] if edge > first else doc[edge]
        if doc[edge].lower_ in ("et", "mais", "puis", "ou", ",") or before.text in (",", "et"):
            while (
                edge > first and doc[edge - 1].text in (",",) or edge > first and doc[edge - 1].lower_ in ("et", "mais")
            ):
                edge -= 1
            if edge > first:
                return edge
    return end


def _is_first_person(reading: Reading, number: int) -> bool:
    """Marked words that begin with *je* or *nous*: no part of the clause before them, but speech of its own."""
    if number < 0:
        return False
    first = reading.doc[reading.token_from(reading.marks[number].start)]
    return first.lower_ in ("je", "j'", "nous")


def _goes_on_reporting(reading: Reading, i: int) -> bool:
    """*…, mettant en garde X*: a participle of saying, where nobody inside the clause could be its subject."""
    doc = reading.doc
    cue = reading.verb_at.get(i)
    if cue is None or cue.first != i or doc[i - 1].text != "," or reading.is_quoted(i):
        return False
    if not doc[i].lower_.endswith("ant") or not doc[i].head.i < i:
        return False
    inner = subject_of(doc[i].head)
    return inner is None or inner.pos_ == "NOUN" and not is_human(inner) and not inner.ent_type_


def _is_manner_of_saying(reading: Reading, i: int, end: int) -> bool:
    """*…, sans préciser leur tonnage*: how it was said, not what, where it ends the sentence."""
    doc = reading.doc
    k = i + 1
    while k < end and (doc[k].pos_ in ("PRON", "ADV") or doc[k].lower_ in CLITICS):
        k += 1
    is_last = not any(t.text == "," or is_finite(t) for t in doc[k:end])
    return k < end and is_infinitive(doc[k]) and is_last and doc[k].lower_ in _DETAILING


# A speaker gives, specifies, names or does not: *sans donner de chiffres*, *sans citer personne*.
_DETAILING = frozenset("citer commenter détailler donner expliquer fournir mentionner nommer préciser révéler".split())


def _can_speak(phrase: Span) -> bool:
    """A person, a post, or a thing that speaks for its makers (*le rapport*, *la police*)."""
    nouns = {row["noun"] for row in lexicon.rows("speaking_things")}
    head = next((t for t in phrase if t.pos_ in ("NOUN", "PROPN")), phrase[0])
    return is_human(head) or is_name_part(head) or head.lower_ in nouns


def _opens_next_report(reading: Reading, cue: Cue, i: int, end: int) -> bool:
    """*explique que A et précise que B*: the *et* before a cue with a *que* of its own."""
    doc = reading.doc
    if doc[i].lower_ not in ("et", "mais", "puis") or not cue.takes("que"):
        return False
    k = i + 1
    while k < end and (doc[k].lower_ in BETWEEN or doc[k].lower_ in AUXILIARIES or doc[k].pos_ == "ADV"):
        k += 1
    following = reading.verb_at.get(k)
    if following is None or following.last + 1 >= end or doc[following.last + 1].lower_ not in ("que", "qu'"):
        return False
    return agree_in_number(cue, following)


def _opens_main_clause(reading: Reading, cue: Cue, i: int) -> bool:
    """The comma before the main clause: *Rappelant que A, il avait B* · *Alors que X affirme que A, Y dément*."""
    doc, verb = reading.doc, cue.verb
    if verb is None or doc[i].text != "," or reading.is_quoted(i):
        return False
    start, end = reading.sentence(i)
    opening = [t.lower_ for t in doc[start : start + 2]]
    if opening in (["alors", "que"], ["tandis", "que"]) and starts_clause(doc, i + 1, end):
        return True
    is_fronted = verb.dep_ == "advcl" or verb.lower_.endswith("ant") and cue.first <= reading.sentence(i)[0] + 1
    main = verb.head if verb.dep_ == "advcl" and verb.head.i > i else _root(verb)
    if not is_fronted or main.i <= i:
        return False
    subject = next((c for c in main.children if c.dep_ in SUBJECTS and c.i > i), None)
    return subject is not None and i + 1 in (subject.left_edge.i, phrase_around(reading.document, subject)[0])


def _root(token: Token) -> Token:
    """The main verb of a token's sentence."""
    while token.head != token:
        token = token.head
    return token


def _is_parallel(verb: Token, conjunct: Token) -> bool:
    """Coordinated predicates keep their tense: both compound (*a dit … et a ajouté*) or both simple.

    It guards against adjectives that the parser takes for verbs (*la hausse globale et continue*).
    """
    return has_auxiliary(verb) == has_auxiliary(conjunct) and (is_finite(conjunct) or has_auxiliary(conjunct))


def _are_participles(verb: Token, conjunct: Token) -> bool:
    """*disant que … et assurant que …*"""
    return verb.lower_.endswith("ant") and conjunct.lower_.endswith("ant")


def layered(clauses: Iterable[Clause]) -> list[Clause]:
    """Of clauses that overlap, the outer or the earlier one; and a report inside it that has a source of its own."""
    kept: list[Clause] = []
    outer: Clause | None = None
    full = [clause for clause in clauses if clause.first < clause.end]
    for clause in sorted(full, key=lambda c: (c.first, -c.end)):
        if outer is None or clause.first >= outer.end:
            kept.append(clause)
            outer = clause
        elif _is_report_within(outer, clause) and (kept[-1] is outer or clause.first >= kept[-1].end):
            kept.append(replace(clause, end=min(clause.end, outer.end)))
    return kept


def _is_report_within(outer: Clause, inner: Clause) -> bool:
    """*X dit que Y a promis que …*: cue and source of the inner report are words of the outer one."""
    mention, cue = inner.attribution.mention, inner.attribution.cue
    return (
        mention is not None
        and cue is not None
        and mention[1] > mention[0]
        and all(outer.first <= i < outer.end for i in (*mention, cue.first))
    )


def clause_chars(reading: Reading, clause: Clause) -> tuple[int, int]:
    """The character span of a clause without punctuation at its ends."""
    doc = reading.doc
    first = min(clause.first, len(doc) - 1)
    last = min(max(first, clause.end - 1), len(doc) - 1)
    while first < last and (doc[first].is_space or doc[first].text in ",:;.#*_–—•·▪‣◦"):
        first += 1
    while last > first and (doc[last].is_space or doc[last].text in ",:;.!?*_–—-"):
        last -= 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    if doc[last].text.endswith(".") and len(doc[last]) > 3 and clause.end == reading.sentence(last)[1]:
        end -= doc[last].text.count(".") == 1
    return start, end
