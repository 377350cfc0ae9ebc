"""Words with their voices → the release's own words against the quoted ones, measure by measure."""

import math

import pandas as pd

from helpers.analysis import Analysis
from helpers.language.connectors import connectors
from helpers.language.evaluations import STRENGTHENS, evaluations
from helpers.language.modality import modality
from helpers.language.negations import negations
from helpers.language.nominal_style import nominalisations
from helpers.language.readability import kandel_moles
from helpers.language.running import sentence_lengths
from helpers.language.sizes import mean_letters
from helpers.language.specificities import specificity
from helpers.language.verb_forms import verb_forms
from helpers.language.vocabulary import mattr, rare_words
from helpers.language.word_table import word_table
from helpers.language.word_voices import voiced

TELLING = 2.0
"""A specificity from which chance is a poor explanation: once in a hundred."""


def compare(analysis: Analysis, quotes: pd.DataFrame) -> pd.DataFrame:
    """The release's own words beside those in quotation marks, on every measure that both have.

    Reported words (indirect speech) are in neither column: they are the release's wording of somebody's thought. A
    sentence is quoted if at least half of its words are. What a release quotes is short, so most differences are
    chance: of counts ``is_telling`` says which are not; means have no such test here.

    Args:
        analysis: a reading of a release.
        quotes: ``analysis.quotes``.

    Returns:
        One row a measure: ``measure``, ``own``, ``quoted``, ``unit``, ``own_count``, ``quoted_count`` (what the rates
        are counted from; <NA> for means), ``specificity`` (of the quoted count among both, see
        ``specificity``; NaN for means), ``is_telling`` (its size is ``TELLING`` or more).
    """
    words = voiced(word_table(analysis), quotes)
    lengths = sentence_lengths(analysis, quotes)
    parts = {"own": words[words["voice"] == "own"], "quoted": words[words["voice"] == "quoted"]}
    # A sentence of indirect speech is in neither column either.
    reported = set(words.loc[words["voice"] == "reported", "sentence"])
    starts = {index: row.start for index, row in enumerate(analysis.sentences.itertuples())}
    outside = {starts[index] for index in reported if index in starts}
    sentences = {
        "own": lengths[(lengths["quoted"] < 0.5) & ~lengths["start"].isin(outside)],
        "quoted": lengths[lengths["quoted"] >= 0.5],
    }
    forms = verb_forms(analysis)
    evaluated = evaluations(words)
    counted = {
        "nouns": words[words["pos"] == "NOUN"],
        "full verbs": words[words["pos"] == "VERB"],
        "adjectives": words[words["pos"] == "ADJ"],
        "pronouns": words[words["pos"] == "PRON"],
        "nominalisations": nominalisations(words),
        "passives": forms[forms["voice"] == "passive"],
        "infinitives": forms[forms["form"] == "infinitive"],
        "modal words": modality(words),
        "negations": negations(analysis).query("kind != 'word'"),
        "connectors": connectors(words),
        "intensifiers and praise": evaluated[evaluated["class"].isin(STRENGTHENS)],
        "words for alarm": evaluated[evaluated["class"] == "alarm"],
    }
    rows = [
        _mean("words a sentence", "words", {v: table["words"].mean() for v, table in sentences.items()}),
        _mean("letters a word", "letters", {v: mean_letters(table) for v, table in parts.items()}),
        _mean("Kandel and Moles", "points", {v: _ease(parts[v], len(sentences[v])) for v in parts}),
        _mean("MATTR 50", "lemmas a token", {v: mattr(_lemmas(table)) for v, table in parts.items()}),
        _mean("rare words", "per cent", {v: 100 * _rare(table) for v, table in parts.items()}),
    ]
    sizes = {voice: len(table) for voice, table in parts.items()}
    voice_at = dict(zip(words["start"], words["voice"], strict=True))
    for measure, table in counted.items():
        held = pd.Series([voice_at.get(start, "") for start in table["start"]], dtype=object)
        rows.append(_rate(measure, {voice: int((held == voice).sum()) for voice in parts}, sizes))
    columns = ["measure", "own", "quoted", "unit", "own_count", "quoted_count", "specificity"]
    table = pd.DataFrame(rows, columns=columns).astype({"own_count": "Int64", "quoted_count": "Int64"})
    return table.assign(is_telling=(table["specificity"].abs() >= TELLING).astype(bool))


def _mean(measure: str, unit: str, values: dict[str, float]) -> tuple[object, ...]:
    return (measure, values["own"], values["quoted"], unit, None, None, math.nan)


def _rate(measure: str, counts: dict[str, int], sizes: dict[str, int]) -> tuple[object, ...]:
    rates = [100 * counts[voice] / sizes[voice] if sizes[voice] else math.nan for voice in ("own", "quoted")]
    surprise = math.nan
    if all(sizes.values()):
        surprise = specificity(counts["quoted"], sizes["quoted"], sum(counts.values()), sum(sizes.values()))
    return (measure, *rates, "in 100 words", counts["own"], counts["quoted"], surprise)


def _ease(words: pd.DataFrame, sentences: int) -> float:
    return kandel_moles(int(words["begins"].sum()), sentences, int(words["syllables"].sum()))


def _lemmas(words: pd.DataFrame) -> list[str]:
    return words.loc[~words["is_figure"], "lemma"].tolist()


def _rare(words: pd.DataFrame) -> float:
    return float(rare_words(words)["is_rare"].mean()) if len(words) else math.nan
