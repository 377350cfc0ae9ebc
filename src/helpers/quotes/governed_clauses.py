"""Clauses that a verb of saying governs: *dit que …*, *promet de partir*, *se dit prêt à partir*."""

from spacy.tokens import Doc, Token

from helpers.french.adjuncts import behind_adjuncts, opens_content
from helpers.french.inverted_subjects import is_speaker
from helpers.french.noun_phrases import Phrase, phrase_from, starts_clause
from helpers.french.subjects import CLITICS, RELATIVE_SUBJECTS
from helpers.french.verbs import AUXILIARIES, is_finite, is_infinitive, is_participle, is_present_participle
from helpers.lexicon.words import AT, DEFINITE, NEGATIONS, OF, PRONOUNS, THAT, column, words
from helpers.quotes.clause_bounds import clause_end
from helpers.quotes.elided_subjects import is_narrative_infinitive
from helpers.quotes.factuality import is_done
from helpers.quotes.index import CueIndex
from helpers.quotes.likely_subjects import likely_subject
from helpers.quotes.model import Attribution, Clause, Cue
from helpers.quotes.rules import INFINITIVE, QUE
from helpers.quotes.verb_groups import VERB_CLITICS
from helpers.quotes.verb_sources import subject_mention
from helpers.quotes.walks import find, form_tokens, is_comma, skip_back, skip_forward

_CORRELATES = dict(zip(column("que_correlates", "form"), column("que_correlates", "unless_behind"), strict=True))
_ADVERBS_OF_CUE = frozenset(column("que_correlates", "form", beside_cue="yes"))
_CONTENT_NOUNS = words("content noun")
_BEFORE = words("preposition of what comes later")
_CONTRACTED = words("contracted of")
_WEEKDAYS = frozenset(column("weekdays", "form"))
_TIMES = (
    _WEEKDAYS
    | frozenset(column("months", "form"))
    | frozenset(column("time_nouns", "noun", bare="yes"))
    | words("deictic day")
)
_INFINITIVE_MARKERS = words("infinitive marker")
_SECOND_NEGATIONS = words("second negation")
_BEFORE_INFINITIVE = words("infinitive separator") | _INFINITIVE_MARKERS | _WEEKDAYS | _SECOND_NEGATIONS
_INFINITIVE_OPENERS = words("infinitive opener")
_FARTHEST_QUE = 25  # tokens behind the cue
_LONGEST_CONDITION = 10  # between commas before an infinitive
_CONDITIONS = tuple(form_tokens(form) for form in words("condition opener"))


# --- que ---------------------------------------------------------------------------------------


def que_clause(index: CueIndex, cue: Cue) -> Clause | None:
    """*La ministre a annoncé que le pont ouvrira*"""
    doc, end = index.doc, index.sentence(cue.first)[1]
    content = behind_adjuncts(index.document, cue.last + 1, end)
    is_content = opens_content(doc, content, end)
    if not (cue.takes("que") or cue.takes("fact") or is_content):
        return None
    que = content + 2 if is_content else _que_behind_adjuncts(index, cue, end)
    if que is None:
        que = _distant_que(index, cue, end)
    if que is None or que + 1 >= end or (que > cue.last + 1 and not _holds_predicate(doc, que + 1, end)):
        return None
    if is_narrative_infinitive(index, cue):  # Et d'ajouter que: whoever spoke last
        return Clause(que + 1, clause_end(index, cue, que + 1, end), Attribution(QUE, cue, None))
    mention = subject_mention(index, cue) or likely_subject(index, cue)
    if mention is None or is_done(index, cue, mention):
        return None
    end = _before_main_clause(index, cue, mention, que + 1, end)
    return Clause(que + 1, clause_end(index, cue, que + 1, end), Attribution(QUE, cue, mention))


def _before_main_clause(index: CueIndex, cue: Cue, mention: Phrase, first: int, end: int) -> int:
    """*Face au club, qui dit que le prix monte | , la Ville se tait*: a relative in what is fronted ends before it."""
    doc, start = index.doc, index.sentence(cue.first)[0]
    is_relative = any(t.lower_ in RELATIVE_SUBJECTS for t in doc[mention[1] + 1 : cue.first])
    is_governed = any(t.pos_ == "ADP" for t in doc[max(start, mention[0] - 1) : mention[0] + 1])
    is_fronted = is_governed and not any(is_finite(t) for t in doc[start : mention[0]])
    if not (is_relative and is_fronted):
        return end
    commas = (i for i in range(end - 2, first, -1) if is_comma(doc[i]) and not index.is_quoted(i))
    return next(
        (i for i in commas if doc[i + 1].pos_ in ("DET", "PROPN", "PRON") and starts_clause(doc, i + 1, end)), end
    )


def _holds_predicate(doc: Doc, first: int, end: int) -> bool:
    """*que le pont ouvrira*; not *tant le pont que la route*: a clause has a finite verb, whatever its tag."""
    behind = doc[first:end]
    return any(is_finite(t) or t.pos_ in ("VERB", "AUX") or t.lower_ in AUXILIARIES | PRONOUNS for t in behind)


def _que_behind_adjuncts(index: CueIndex, cue: Cue, end: int) -> int | None:
    """*a affirmé | mardi, dans une lettre au préfet, | que* · *a prévenu | les élus | que*"""
    doc = index.doc
    i = behind_adjuncts(index.document, cue.last + 1, end)
    if i < end and is_comma(doc[i]) and i == cue.last + 1:  # a souligné, que
        i += 1
    elif i < end and cue.takes("whom") and doc[i].pos_ in ("DET", "PROPN", "NOUN"):
        i = behind_adjuncts(index.document, phrase_from(index.document, i) + 1, end)
    if i >= end or doc[i].lower_ not in THAT or not _opens_report(doc, i, cue):
        return None
    nearer = index.verb_at.get(i - 1)
    if nearer is not None and nearer is not cue and nearer.takes("que"):  # annonce la fin du tri en rappelant que
        return None
    is_que = _tells_somebody(index, cue, i) or not _is_relative(cue, doc[i])
    return i if is_que and not any(index.is_quoted(k) for k in range(cue.last + 1, i)) else None


def _tells_somebody(index: CueIndex, cue: Cue, que: int) -> bool:
    """*a informé | le conseil | que le pont ferme*: people are told something, whatever the parse makes of *que*."""
    told = index.doc[cue.last + 1 : que]
    return cue.takes("whom") and bool(told) and told[0].pos_ != "ADP" and is_speaker(told)


def _is_relative(cue: Cue, que: Token) -> bool:
    """*informe de la menace | que cela représente*, *rappelle le prix | qu'il y attache*; not *dit dans la foulée que*.

    The parse hangs the clause on the noun before *que*, and that noun is what the verb is about, no circumstance.
    """
    before, first = que.nbor(-1), que.doc[cue.last + 1]
    hangs_there = que.head.dep_ in ("acl:relcl", "acl") and que.i - 4 < que.head.head.i <= before.i
    is_object = first.lower_ in OF or first.pos_ in ("DET", "NOUN")
    is_noun = before.pos_ in ("NOUN", "PROPN") and before.lower_ not in _TIMES
    return que.pos_ == "PRON" and is_noun and hangs_there and (is_object or any(_is_object(t) for t in before.subtree))


def _is_object(token: Token) -> bool:
    """*rappelle au gouvernement | le prix | que …*"""
    return token.dep_ == "obj" and token.head.pos_ in ("VERB", "AUX") and token.i > token.head.i


def _distant_que(index: CueIndex, cue: Cue, end: int) -> int | None:
    """*expliquer la décision en disant le jour même à tous que*: what the cue leads to, whatever stands between."""
    doc, opening = index.doc, cue.last + 1
    que = _next_que(index, cue, opening, min(end, opening + _FARTHEST_QUE))
    if que is None or _is_of_infinitive(index, cue, opening, que) or _is_in_open_aside(doc, opening, que):
        return None
    return que if que == opening or _leads_to(cue, doc[que]) else None


def _is_in_open_aside(doc: Doc, opening: int, que: int) -> bool:
    """*a dit, qui l'eût cru que*: one comma alone opens a group that does not end."""
    return sum(is_comma(t) for t in doc[opening:que]) == 1


def _next_que(index: CueIndex, cue: Cue, first: int, end: int) -> int | None:
    """*a dit hier à l'agence que*: before any mark, stop or other finite verb."""
    doc = index.doc
    for i in range(first, end):
        token = doc[i]
        is_que = token.pos_ in ("SCONJ", "PRON", "ADV") or i == first
        if token.lower_ in THAT and i - 1 > cue.last and _leads_elsewhere(doc[i - 1]):
            return None  # a annoncé un plan en espérant que: of the other verb
        if is_que and token.lower_ in THAT and _opens_report(doc, i, cue):
            return i
        if index.is_quoted(i) or token.text in ";:" or (is_finite(token) and token.lower_ not in CLITICS):
            return None
    return None


def _leads_elsewhere(before: Token) -> bool:
    """*sans compter | que*, *en espérant | que*, *après avoir constaté | que*"""
    is_compound = is_participle(before) and before.i > 0 and is_infinitive(before.nbor(-1))
    return before.pos_ in ("VERB", "ADP") and (is_infinitive(before) or is_present_participle(before) or is_compound)


def _opens_report(doc: Doc, i: int, cue: Cue) -> bool:
    """Not the *que* of *plus que*, *le même que*; that of *affirme tout de même que*, *juge aussi que* is."""
    before = doc[i - 1].lower_
    if before not in _CORRELATES or (i - 2 == cue.last and before in _ADVERBS_OF_CUE):
        return True
    return bool(_CORRELATES[before]) and doc[i - 2].lower_ == _CORRELATES[before]


def _is_of_infinitive(index: CueIndex, cue: Cue, opening: int, que: int) -> bool:
    """*dit ne vouloir que la paix*, *dit craindre que A*: the infinitive is what is said, its *que* part of it."""
    doc = index.doc
    i = _infinitive_behind(index, opening, que)
    return i is not None and (cue.takes("inf") or any(t.lower_ in NEGATIONS for t in doc[opening:que]))


def _leads_to(cue: Cue, que: Token) -> bool:
    """Whether a distant *que* opens what the cue reports, rather than a relative clause."""
    before = que.nbor(-1)
    if before.lower_ in _CONTENT_NOUNS:  # insister sur le fait que
        return True
    if before.like_num or before.lower_ in _TIMES:  # révèle ce 24 février que
        return True
    between = que.doc[cue.last + 1 : que.i]
    if _is_relative(cue, que):
        return False
    if between[0].lower_ in AT and not any(is_finite(t) for t in between):  # a dit à l'agence que
        return True
    return que.pos_ != "PRON" and _hangs_on(cue, que)


def _hangs_on(cue: Cue, que: Token) -> bool:
    """*expliquer au journal que*: its clause hangs on the verb of saying, or is one that a verb governs."""
    head = que.head
    is_governed = cue.verb in (head, head.head) or head.dep_ == "ccomp"
    return is_governed or (que.dep_ == "mark" and que.pos_ == "SCONJ" and head.dep_ != "acl:relcl")


# --- infinitives -------------------------------------------------------------------------------


def infinitive_clause(index: CueIndex, cue: Cue) -> Clause | None:
    """*La société affirme avoir rappelé les appareils*"""
    doc = index.doc
    if not cue.takes("inf") or cue.verb is None or (is_infinitive(doc[cue.first]) and not _is_told_next(doc, cue)):
        return None
    end = index.sentence(cue.first)[1]
    behind = behind_adjuncts(index.document, cue.last + 1, end)
    if _is_complement(doc, cue.last + 1, behind):
        return None  # a témoigné | de l'envie du village | de bâtir: the infinitive is the noun's
    begin = _behind_comma(doc, _behind_commas(doc, behind, end, _LONGEST_CONDITION), cue.last + 1, end)
    condition = cue.last + 2 if begin > cue.last + 1 and opens_condition(doc, cue.last + 2) else None
    i = skip_forward(doc, begin, end, _may_precede_infinitive)
    if cue.takes("adj") and _is_attribute_with_complement(doc, i, end):
        return _reported(index, cue, condition or i, end)
    infinitive = _infinitive_behind(index, begin, end)
    if infinitive is None:
        return None
    first = condition or _opening_of_infinitive(doc, begin, infinitive)
    return None if index.is_quoted(first) else _reported(index, cue, first, end)


def _is_told_next(doc: Doc, cue: Cue) -> bool:
    """*avant de | reconnaître avoir menti*: it was said, too."""
    i = skip_back(doc, cue.first - 1, 0, lambda t: t.lower_ in OF or t.lower_ in VERB_CLITICS)
    return doc[i].lower_ in _BEFORE and doc[i + 1].lower_ in OF


def _infinitive_behind(index: CueIndex, begin: int, end: int) -> int | None:
    """*promet de ne plus jamais partir*, *promet de ne plus « partir »*: marks may open between."""
    doc = index.doc
    i = skip_forward(doc, begin, end, _may_precede_infinitive)
    if i + 1 < end and index.is_quoted(i) and doc[i].is_punct:
        i = skip_forward(doc, i + 1, end, _may_precede_infinitive)
    return i if i < end and is_infinitive(doc[i]) else None


def opens_condition(doc: Doc, i: int) -> bool:
    """*promet, si le vote passe, d'ouvrir*: without its condition a promise is another one."""
    return any(tuple(t.lower_ for t in doc[i : i + len(form)]) == form for form in _CONDITIONS)


def _reported(index: CueIndex, cue: Cue, first: int, end: int) -> Clause | None:
    mention = subject_mention(index, cue) or likely_subject(index, cue)
    return Clause(first, clause_end(index, cue, first, end), Attribution(INFINITIVE, cue, mention)) if mention else None


def _behind_commas(doc: Doc, i: int, end: int, longest: int) -> int:
    """*s'est engagé, une fois élu, à travailler* · *a expliqué, à qui veut l'entendre, que*: behind a group set off."""
    closing = find(doc, i + 1, min(end, i + longest), is_comma) if i < end and is_comma(doc[i]) else None
    return i if closing is None else closing + 1


def _is_complement(doc: Doc, first: int, end: int) -> bool:
    """*de l'envie du village*, *du courage*; not *de son côté*, *d'emblée*."""
    if first + 1 >= end or doc[first].lower_ not in OF:
        return False
    return doc[first].pos_ != "ADP" or doc[first].lower_ in _CONTRACTED or doc[first + 1].lower_ in DEFINITE


def _behind_comma(doc: Doc, i: int, first: int, end: int) -> int:
    """*a reconnu hier soir | , avoir perdu la clef*: a comma between a time and what is said."""
    if not first < i < end - 1 or not is_comma(doc[i]):
        return i
    opening = skip_forward(doc, i + 1, end, lambda t: _may_precede_infinitive(t) or t.lower_ in NEGATIONS)
    return i + 1 if opening < end and is_infinitive(doc[opening]) else i


def _may_precede_infinitive(token: Token) -> bool:
    """*promet lundi de ne pas partir*"""
    return token.pos_ == "ADV" or token.lower_ in _BEFORE_INFINITIVE


def _opening_of_infinitive(doc: Doc, begin: int, i: int) -> int:
    """*promet de ne plus jamais le fermer*: behind its preposition; else the first of its clitics and negations."""
    opening = skip_back(doc, i - 1, begin - 1, lambda t: t.lower_ not in _INFINITIVE_MARKERS) + 1
    if opening > begin:
        return opening
    negation = find(doc, begin, i, lambda t: t.lower_ in NEGATIONS)
    opening = i if negation is None else negation
    return skip_back(doc, opening - 1, begin - 1, lambda t: t.lower_ in _INFINITIVE_OPENERS) + 1


def _is_attribute_with_complement(doc: Doc, i: int, end: int) -> bool:
    """*se dit prêt à partir*, *certain que A*, *déçu et lassé par B*, *« très fier » du bilan*."""
    adjective = skip_forward(doc, i, end, _may_precede_adjective)
    if adjective + 2 >= end or doc[adjective].pos_ not in ("ADJ", "VERB") or is_infinitive(doc[adjective]):
        return False
    k = skip_forward(doc, adjective + 1, end, _may_follow_adjective)
    return doc[k].pos_ == "ADP" or doc[k].lower_ in THAT if k < end else False


def _may_precede_adjective(token: Token) -> bool:
    """*se dit | « très | fier »*"""
    return token.pos_ == "ADV" or token.is_quote


def _may_follow_adjective(token: Token) -> bool:
    """*déçue | et lassée | par B*, *« fier | » | du bilan*"""
    return token.pos_ in ("CCONJ", "ADV", "ADJ", "VERB") or token.is_quote
