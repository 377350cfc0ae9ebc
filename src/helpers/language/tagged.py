"""Running text → its sentences as tagged tokens, and how far the tags agree with a reading by hand."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from helpers.analysis import Analysis
from helpers.language.running import prose_tokens
from helpers.lexicon.words import words
from helpers.release.release import Release
from helpers.text.typography import fold, word_form

SIMPLE_FORMS = {
    ("Ind", "Pres"): "present",
    ("Ind", "Imp"): "imperfect",
    ("Ind", "Past"): "passé simple",
    ("Ind", "Fut"): "future",
    ("Cnd", "Pres"): "conditional",
    ("Sub", "Pres"): "subjunctive",
    ("Sub", "Imp"): "imperfect subjunctive",
    ("Sub", "Past"): "imperfect subjunctive",
    ("Imp", "Pres"): "imperative",
}
"""Mood and tense of a finite form, as Universal features have them → what its simple form is called."""

_CONDITIONALS = tuple(words("ending of imperfect and conditional"))
_MUTE = "e"
_INFINITIVES_ER = tuple(words("infinitive ending of -er"))
_PARTICIPLES_ER = tuple(words("past participle ending of -er"))

ADVERBIAL = frozenset(("ADV", "PART"))
"""Parts of speech of what may stand between an auxiliary and its participle, a verb and what it governs."""


@dataclass(frozen=True, slots=True)
class TaggedToken:
    """A word or mark of a sentence, with what the tagger says of it.

    ``form`` is the text in lower case with the plain apostrophe, ``lemma`` in lower case, ``pos`` a Universal part of
    speech, ``verb_form`` the name of a verb's simple form (``SIMPLE_FORMS``, infinitive, past participle, present
    participle; empty for other words), ``is_oblique`` whether it is an adjunct by the parse, ``person`` 1 to 3, else 0.
    """

    start: int
    end: int
    text: str
    form: str
    lemma: str
    pos: str
    verb_form: str
    is_oblique: bool
    person: int
    paragraph: int
    sentence: int

    @property
    def is_past_participle(self) -> bool:
        """*les efforts **déployés***, *elle est **partie***."""
        return self.verb_form == "past participle"


def tagged_sentences(analysis: Analysis) -> Iterator[list[TaggedToken]]:
    """The sentences of the running text, each as its tokens in order."""
    made = (_token(row) for row in prose_tokens(analysis).itertuples())
    for _, sentence in itertools.groupby(made, key=lambda token: token.sentence):
        yield list(sentence)


def _token(row: tuple) -> TaggedToken:
    features = dict(part.split("=", 1) for part in row.morph.split("|") if "=" in part)
    return TaggedToken(
        start=row.start,
        end=row.end,
        text=row.text,
        form=word_form(row.text),
        lemma=row.lemma.lower(),
        pos=row.pos,
        verb_form=_verb_form(features, word_form(row.text), row.lemma.lower()) if row.pos in ("VERB", "AUX") else "",
        is_oblique=row.dep.startswith("obl"),
        person=int(features["Person"]) if features.get("Person", "") in ("1", "2", "3") else 0,
        paragraph=row.paragraph,
        sentence=row.sentence,
    )


def _verb_form(features: Mapping[str, str], form: str, lemma: str) -> str:
    """What a verb's simple form is called; empty where its features don't say."""
    mood, tense = features.get("Mood", ""), features.get("Tense", "")
    match features.get("VerbForm", ""):
        case "Fin" if mood == "Ind" and tense == "Imp" and _is_conditional(form, lemma):
            return SIMPLE_FORMS["Cnd", "Pres"]
        case "Fin":
            return SIMPLE_FORMS.get((mood, tense), "") or ("conditional" if mood == "Cnd" else "present")
        case "Inf":
            return "infinitive"
        case "Part":
            if tense == "Past" and not _may_be_participle(form, lemma):
                return ""
            return "past participle" if tense == "Past" else "present participle"
    return ""


def _is_conditional(form: str, lemma: str) -> bool:
    """*permettrait*, *amèneraient*: the ending of the imperfect on the whole infinitive; not *préparait*."""
    return any(fold(form) == fold(lemma.removesuffix(_MUTE)) + ending for ending in _CONDITIONALS)


def _may_be_participle(form: str, lemma: str) -> bool:
    """*présenté*, *fait*; not *présente*, whose verb has *é*."""
    return form.endswith(_PARTICIPLES_ER) or not lemma.endswith(_INFINITIVES_ER)


def span_row(release: Release, first: TaggedToken, last: TaggedToken, **more: object) -> dict[str, object]:
    """A row of a table: from the first token to the last, with ``more`` columns."""
    return {
        "start": first.start,
        "end": last.end,
        "text": release.text[first.start : last.end],
        "paragraph": first.paragraph,
        "sentence": first.sentence,
        **more,
    }


def tag_agreement(analysis: Analysis, checked: pd.DataFrame) -> pd.DataFrame:
    """Each word of a hand-checked stretch with its part of speech by hand, by the model and as ``tags`` mends it.

    Args:
        analysis: a reading of a release.
        checked: ``start``, ``end``, ``text``, ``pos``, ``sentence`` (its number), as in ``data/gold``.

    Returns:
        The rows of ``checked`` with ``model``, ``mended`` and ``begins`` (whether the word is the first of a sentence
        by hand and here alike, or of neither). Where no token has the same ends, model and mended are None.
    """
    tokens = prose_tokens(analysis)
    tags = {
        (start, end): (one, other)
        for start, end, one, other in zip(*(tokens[c] for c in ("start", "end", "model_pos", "pos")), strict=True)
    }
    first = set(tokens[tokens["is_word"]].groupby("sentence")["start"].min())
    begins = ~checked["sentence"].duplicated()
    found = [tags.get(span, (None, None)) for span in zip(checked["start"], checked["end"], strict=True)]
    return checked.assign(
        model=[one for one, _ in found],
        mended=[other for _, other in found],
        begins=[(start in first) == is_first for start, is_first in zip(checked["start"], begins, strict=True)],
    )
