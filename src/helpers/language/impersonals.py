"""Tagged tokens → clauses whose *il* is nobody."""

from collections.abc import Sequence

import pandas as pd

from helpers import lexicon
from helpers.analysis import Analysis
from helpers.language.tagged import ADVERBIAL, TaggedToken, span_row, tagged_sentences
from helpers.language.verb_forms import participle_after


def impersonals(analysis: Analysis) -> pd.DataFrame:
    """Clauses whose *il* is nobody: *il faut*, *il s'agit de*, *il est essentiel de*.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a clause: ``start``, ``end``, ``text`` (from *il* to the verb or adjective), ``lemma`` (of these),
        ``kind`` (obligation, presentation, inference, appearance, event, sufficiency, of ``impersonals.csv``;
        judgement: *être* and an adjective before *de* or *que*), ``paragraph``, ``sentence``.
    """
    verbs = {row["lemma"]: row["kind"] for row in lexicon.rows("impersonals")}
    rows = []
    for sentence in tagged_sentences(analysis):
        for i, token in enumerate(sentence):
            if token.form not in ("il", "-il", "-t-il", "y"):
                continue
            found = _impersonal(sentence, i, verbs)
            if found:
                last, lemma, kind = found
                rows.append(span_row(analysis.release, token, sentence[last]) | {"lemma": lemma, "kind": kind})
    return pd.DataFrame(rows, columns=["start", "end", "text", "lemma", "kind", "paragraph", "sentence"])


def _impersonal(sentence: Sequence[TaggedToken], i: int, verbs: dict[str, str]) -> tuple[int, str, str] | None:
    if sentence[i].form != "il":
        return None
    clitics = []
    for j in range(i + 1, min(i + 8, len(sentence))):
        token = sentence[j]
        if token.form in (
            "s'",
            "se",
            "y",
            "en",
            "ne",
            "n'",
            "me",
            "m'",
            "te",
            "nous",
            "vous",
            "lui",
            "leur",
            "importe",
        ):
            clitics.append(token.form)
            if token.form != "importe":
                continue
        if token.pos not in ("VERB", "AUX"):
            return None
        k = j
        if token.lemma in ("avoir", "être"):
            participle = participle_after(sentence, j)
            # il a fallu; but il a rencontré a person
            if participle is not None and sentence[participle].lemma in verbs and token.lemma == "avoir":
                k = participle
        lemma = sentence[k].lemma
        rest = sentence[k + 1 : k + 8]
        follows = next((t for t in rest if t.pos not in ADVERBIAL and t.form not in ("pas", "plus")), None)
        if lemma == "avoir":
            return (k, "y avoir", verbs["avoir"]) if "y" in clitics else None
        if lemma == "agir":
            return (k, "s'agir", verbs["agir"]) if {"s'", "se"} & set(clitics) else None
        if lemma == "être":
            at = next((n for n, t in enumerate(rest) if t.pos in ("ADJ", "NOUN") or t.is_past_participle), None)
            if at is None or any(t.pos not in ADVERBIAL for t in rest[:at]) or at + 1 >= len(rest):
                return None
            is_clause = rest[at + 1].form in ("de", "d'", "que", "qu'")
            return (k + 1 + at, rest[at].lemma, "judgement") if is_clause and rest[at].pos != "NOUN" else None
        if lemma == "falloir":
            return k, lemma, verbs[lemma]
        # Other verbs have persons for subjects too: il reste; without one comes a clause or an indefinite noun.
        if lemma in verbs and follows is not None:
            is_clause = follows.form in ("de", "d'", "que", "qu'", "à") and lemma not in (
                "arriver",
                "revenir",
                "appartenir",
            )
            is_new = follows.pos == "DET" and follows.form in ("un", "une", "des") and lemma in ("rester", "exister")
            if is_clause or is_new:
                return k, lemma, verbs[lemma]
        return None
    return None
