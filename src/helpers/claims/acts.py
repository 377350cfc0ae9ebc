"""Sentences → what each does: gives a figure, states a fact, promises, demands, judges."""

import bisect
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from helpers.analysis import Analysis
from helpers.language.evaluations import evaluations
from helpers.language.modality import modality
from helpers.language.names import name_table
from helpers.language.running import prose_tokens, sentence_lengths
from helpers.language.verb_forms import PAST, verb_forms
from helpers.language.word_table import word_table
from helpers.lexicon.words import column, words

ACTS = {
    "figure": "gives a number",
    "promise": "says what is to come",
    "demand": "says what others or all should do",
    "judgement": "praises, blames, thanks or gives an opinion",
    "fact": "says what happened or how things are",
    "other": "no statement: a heading, a question, a signature",
}
"""What a sentence can do, each in a few words."""

_FUTURE = ("future", "future perfect")
_GOING = words("near future auxiliary")
_PLANS = words("verb of a plan")
_READY = words("adjective of a plan")
_PLAN_NOUNS = words("noun of a plan")
_NEUTRAL = words("word that only names")
_THIS = words("demonstrative of a judgement")
_COPULAS = words("copula")
_INDEFINITE = words("indefinite article")
_ORDERS = dict(zip(column("orders", "ending"), column("orders", "subject"), strict=True))
_BELOW = ("acl", "acl:relcl", "advcl")
_MOSTLY = 0.5
_SMALL = 10
_THAT = words("that")
_SUBORDINATORS = words("conjunction of an adverbial clause")
_BEFORE_QUE = words("word before the que of an adverbial clause")
_AUXILIARIES = words("perfect auxiliary") | _COPULAS
_HOLDS_PLAN = words("verb with a plan as its object")
_VIEWS = words("verb of a view")
_OF = words("of")
_SUPERLATIVES = words("superlative adverb")
_NEUTRAL_SAYING = frozenset(column("reporting_verbs", "lemma", **{"class": "neutral"}))
_WISHES = words("verb of a wish for others")
_OPINIONS = words("word of an opinion")
_QUESTION = "?"
_STOPS = (";", ":", "(")
_BANG = "!"


@dataclass(slots=True)
class _Sentence:
    """A sentence with what was found in it."""

    row: Any
    forms: list[Any] = field(default_factory=list)
    tokens: list[Any] = field(default_factory=list)
    modals: list[Any] = field(default_factory=list)
    judged: list[Any] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    amounts: int = 0
    anchors: int = 0

    def is_quoted(self, at: int) -> bool:
        """Whether a place stands within quotation marks."""
        return any(start <= at < end for start, end in self.quoted)


def acts(analysis: Analysis) -> pd.DataFrame:
    """What each sentence of the running text does, by rules over its verbs, numbers, modal words and judgements.

    The rules stand in the order in which they are tried, and the first that holds decides; ``evidence`` is the word
    that it rests on. A sentence does more than one thing; this is the one that a checker would ask about first.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a sentence: ``number`` (from 1), ``start``, ``end``, ``text``, ``paragraph``, ``act`` (of ``ACTS``),
        ``evidence``, ``anchors`` (names and dates in it), ``is_past`` (a verb of a past tense makes its clause).

    Source:
        That a statement is worth checking or not, and why: Hassan and others (2017), ClaimBuster, VLDB 10(12), and the
        CheckThat! tasks (Nakov and others 2018 on); the six acts are this project's.
    """
    rows = []
    for sentence in _sentences(analysis):
        act, evidence = _act(sentence)
        row = sentence.row
        is_past = any(form.form in PAST for form in sentence.forms)
        rows.append(
            (row.number, row.start, row.end, row.text, row.paragraph, act, evidence, sentence.anchors, is_past)
        )  # fmt: skip
    columns = ["number", "start", "end", "text", "paragraph", "act", "evidence", "anchors", "is_past"]
    return pd.DataFrame(rows, columns=columns)


def _sentences(analysis: Analysis) -> Iterator[_Sentence]:
    table = word_table(analysis)
    held = [_Sentence(row) for row in sentence_lengths(analysis, analysis.quotes).itertuples()]
    starts = [sentence.row.start for sentence in held]
    named = name_table(analysis)
    places = [start for mentions in named["mentions"] for start, _ in mentions]
    _spread(held, starts, verb_forms(analysis).itertuples(), "forms")
    _spread(held, starts, prose_tokens(analysis).itertuples(), "tokens")
    _spread(held, starts, modality(table).itertuples(), "modals")
    _spread(held, starts, evaluations(table).itertuples(), "judged")
    direct = analysis.quotes[analysis.quotes["kind"].isin(("direct", "mixed"))]
    spans = list(zip(direct["start"].tolist(), direct["end"].tolist(), strict=True))
    for sentence in held:
        sentence.quoted = [(s, e) for s, e in spans if s < sentence.row.end and sentence.row.start < e]
        inside = range(sentence.row.start, sentence.row.end)
        sentence.amounts = sum(row.start in inside and _is_figure(row) for row in analysis.statistics.itertuples())
        sentence.names = [start for start in places if start in inside]
        sentence.anchors = len(sentence.names)
        yield sentence


def _is_figure(amount: Any) -> bool:
    """*18 habitants*, *trente*, *un tiers*; not *deux hommes*, which nobody would check, nor *Anne Roy, 30 ans*."""
    if amount.role == "age":
        return False
    return bool(amount.value >= _SMALL or amount.role == "share" or any(c.isdigit() for c in amount.text))


def _spread(held: Sequence[_Sentence], starts: Sequence[int], rows: Iterator[Any], name: str) -> None:
    """Give each row to the sentence that it stands in."""
    for row in rows:
        at = bisect.bisect_right(starts, row.start) - 1
        if at >= 0 and row.start < held[at].row.end:
            getattr(held[at], name).append(row)


def _act(sentence: _Sentence) -> tuple[str, str]:
    text = _bare(sentence)
    finite = [form for form in sentence.forms if form.is_finite or form.form == "imperative"]
    if not finite and not sentence.amounts:
        return "other", "no verb"
    if text.endswith(_QUESTION):
        return "other", _QUESTION
    if text[-1:].isalnum():
        return "other", "no mark at its end"
    for act, finder in _RULES:
        evidence = finder(sentence)
        if evidence:
            return act, evidence
    return "fact", finite[0].text if finite else ""


def _bare(sentence: _Sentence) -> str:
    """The text without closing quotation marks."""
    return str(sentence.row.text).rstrip(" \xa0»”\"'’")


def _in_main_clause(sentence: _Sentence, at: int) -> bool:
    """Whether the word at a place stands in no relative clause, participle or adverbial clause.

    By the words before it, where they tell (*qui doit venir*, *si elle vient*), else by the parse; what comes first in
    quotation marks is a main clause whatever it hangs on.
    """
    opened = _opened(sentence, at)
    return opened == "main" or (opened != "subordinate" and _is_main_by_parse(sentence, at))


def _opened(sentence: _Sentence, at: int) -> str:
    """What opens the clause of the word at a place: a subordinate, a main clause, or nothing that tells."""
    before = [token for token in sentence.tokens if token.start < at]
    for n, token in reversed(list(enumerate(before))):
        form, earlier = token.text.lower(), before[n - 1].text.lower() if n else ""
        if "VerbForm=Fin" in token.morph or token.text in _STOPS:
            return ""
        if form in _THAT and "PronType=Rel" not in token.morph:
            return "subordinate" if earlier in _BEFORE_QUE else ""
        if "PronType=Rel" in token.morph or form in _SUBORDINATORS:
            return "subordinate"
        until = before[n + 1].end if n + 1 < len(before) else at + 1
        if any(token.end <= start < until for start, _ in sentence.quoted):
            return "main"
    return "main" if sentence.quoted and sentence.quoted[0][0] <= sentence.row.start + 2 and before else ""


def _is_main_by_parse(sentence: _Sentence, at: int) -> bool:
    by_index = {token.Index: token for token in sentence.tokens}
    token = next((token for token in sentence.tokens if token.start <= at < token.end), None)
    for _ in range(len(sentence.tokens)):
        if token is None:
            return True
        if token.dep in _BELOW:
            return False
        above = by_index.get(token.head)
        if above is token:
            return True
        token = above
    return True


def _order(sentence: _Sentence) -> str:
    """*Signez ici*, *Ne **cédons** rien*: an imperative, also where the tagger sees a present without its subject."""
    before: set[str] = set()
    forms = {form.start: form for form in sentence.forms}
    for token in sentence.tokens:
        form, word = forms.get(token.start), token.text.lower()
        is_bare = any(word.endswith(ending) and subject not in before for ending, subject in _ORDERS.items())
        if form and (form.form == "imperative" or (form.form == "present" and is_bare)):
            return str(form.text)
        before.add(word)
    return ""


def _plan(sentence: _Sentence) -> str:
    """*La ville **paiera***, ***va** payer*, *est **prête à** payer*, *annonce le **projet de** payer*."""
    for form in sentence.forms:
        if not _in_main_clause(sentence, form.end - 1):
            continue
        is_going = form.lemma in _GOING and form.form == "present"
        if form.form in _FUTURE or _is_future_in_past(sentence, form):
            return str(form.text)
        if is_going and _governs_infinitive(sentence, form.end):
            return str(form.text)
        if form.lemma in _PLANS and _governs_infinitive(sentence, form.end, _AUXILIARIES):
            return str(form.text)
    holds = any(form.lemma in _HOLDS_PLAN and _in_main_clause(sentence, form.end - 1) for form in sentence.forms)
    for token in sentence.tokens:
        is_noun = token.pos == "NOUN"
        is_plan = token.lemma.lower() in (_PLAN_NOUNS if is_noun else _READY) and (holds or not is_noun)
        if (
            is_plan
            and _in_main_clause(sentence, token.start)
            and _governs_infinitive(sentence, token.end, _AUXILIARIES)
        ):
            return str(token.text)
    return ""


def _is_future_in_past(sentence: _Sentence, form: Any) -> bool:
    """*Elle a dit que la halle **ouvrirait***: what was to come, told of a past."""
    if form.form != "conditional":
        return False
    after = max((other.end for other in sentence.forms if other.form in PAST and other.end < form.start), default=None)
    return after is not None and any(
        after <= token.start < form.start and token.text.lower() in _THAT for token in sentence.tokens
    )


def _governs_infinitive(sentence: _Sentence, at: int, but: Collection[str] = ()) -> bool:
    """Whether an infinitive, but of some verbs, comes within four words behind a place, no other verb before it.

    What somebody was or has done is no plan: *annonce **être** partie*, *prêt à **être** signé*.
    """
    near = [token for token in sentence.tokens if token.start >= at][:5]
    verb = next((token for token in near if token.pos in ("VERB", "AUX")), None)
    return verb is not None and "VerbForm=Inf" in verb.morph and verb.lemma.lower() not in but


def _demand(sentence: _Sentence) -> str:
    """*Il **faut** payer*, *le club **exige** la paix*, *la ville **invite** à signer*."""
    for row in sentence.modals:
        is_strong = row.modality in ("obligation", "advice") and row.force == "strong" and "VERB" in row.pos.split()
        if is_strong and _in_main_clause(sentence, row.start):
            return " ".join(row.words)
    wishes = [form for form in sentence.forms if form.lemma in _WISHES and form.is_finite and form.voice == "active"]
    return next((str(form.text) for form in wishes if _in_main_clause(sentence, form.end - 1)), "")


def _figure(sentence: _Sentence) -> str:
    return "a number" if sentence.amounts else ""


def _judgement(sentence: _Sentence) -> str:
    """*Le plan est **excellent***, *nous **remercions** tous*, *il **pourrait** pleuvoir*, *Quelle ville !*"""
    if _bare(sentence).endswith(_BANG):
        return _BANG
    for row in sentence.judged:
        if row.form not in _NEUTRAL and _judges(sentence, row):
            return str(row.form)
    for form in sentence.forms:
        is_main = _in_main_clause(sentence, form.end - 1)
        if is_main and form.form in ("conditional", "past conditional"):
            return str(form.text)
        if is_main and form.lemma in _VIEWS and form.is_finite and _comes_behind(sentence, form.end, _THAT):
            return str(form.text)
    views = (token for token in sentence.tokens if token.lemma.lower() in _OPINIONS)
    for token in views:
        if _in_main_clause(sentence, token.start) and not _announces(sentence, token):
            return str(token.text)
    return _view(sentence)


def _judges(sentence: _Sentence, row: Any) -> bool:
    """Whether a listed word judges: *c'est **utile***, *un **excellent** plan*; a degree as *le **plus** important*.

    *La ville est **heureuse** d'annoncer* announces, and what a dependent clause praises is mentioned, not said.
    """
    at = next((n for n, token in enumerate(sentence.tokens) if token.start == row.start), None)
    if at is None or _announces(sentence, sentence.tokens[at]):
        return False
    before = sentence.tokens[max(0, at - 3) : at]
    if row.appraisal in ("force", "focus"):
        is_superlative = before and before[-1].text.lower() in _SUPERLATIVES
        is_predicate = any(token.lemma.lower() in _COPULAS for token in before) and sentence.tokens[at].pos == "ADJ"
        return bool(is_superlative or is_predicate)
    return sentence.is_quoted(row.start) or _in_main_clause(sentence, row.start)


def _announces(sentence: _Sentence, token: Any) -> bool:
    """*heureuse **d'annoncer** la fête*, *le plaisir de vous **informer***: a turn of politeness."""
    near = [other for other in sentence.tokens if other.start >= token.end][:4]
    if not near or near[0].text.lower() not in _OF:
        return False
    return any(other.lemma.lower() in _NEUTRAL_SAYING and "VerbForm=Inf" in other.morph for other in near)


def _comes_behind(sentence: _Sentence, at: int, forms: frozenset[str]) -> bool:
    """Whether one of some forms comes within two words behind a place."""
    return any(token.text.lower() in forms for token in [t for t in sentence.tokens if t.start >= at][:2])


def _view(sentence: _Sentence) -> str:
    """*C'est un affront*; and what stands in quotation marks in the present, without a name or a date in them."""
    said = [token for token in sentence.tokens if token.is_word]
    forms, lemmas = [token.text.lower() for token in said][:8], [token.lemma.lower() for token in said][:8]
    if forms and forms[0] in _THIS:
        copula = next((n for n, lemma in enumerate(lemmas) if lemma in _COPULAS), len(forms))
        if any(form in _INDEFINITE for form in forms[copula + 1 : copula + 4]):
            return str(forms[0])
    is_past = any(form.form in PAST and sentence.is_quoted(form.start) for form in sentence.forms)
    is_named = any(sentence.is_quoted(at) for at in sentence.names)
    if sentence.row.quoted >= _MOSTLY and not is_named and not is_past:
        return "quoted, in the present, no name or date"
    return next((" ".join(row.words) for row in sentence.modals if row.modality in ("probability", "certainty")), "")


_RULES = (
    ("demand", _order),
    ("promise", _plan),
    ("demand", _demand),
    ("figure", _figure),
    ("judgement", _judgement),
)
