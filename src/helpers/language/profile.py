"""A reading → its measures of language as one row of numbers, to be set beside those of other texts."""

import math

import pandas as pd

from helpers.analysis import Analysis
from helpers.language.connectors import connectors
from helpers.language.evaluations import STRENGTHENS, evaluations
from helpers.language.impersonals import impersonals
from helpers.language.modality import modality
from helpers.language.nominal_style import de_chains, nominalisations
from helpers.language.persons import persons
from helpers.language.readability import readability
from helpers.language.running import sentence_lengths
from helpers.language.syntax import syntax
from helpers.language.verb_forms import verb_forms
from helpers.language.vocabulary import mattr, rare_words
from helpers.language.word_table import word_table
from helpers.language.word_voices import voiced

_RATE = "in 100 words"


def profile(analysis: Analysis) -> pd.DataFrame:
    """The measures of the running text that do not grow with its length, one row each.

    Args:
        analysis: a reading of a release.

    Returns:
        ``measure``, ``value`` (NaN where the text is too short for it), ``unit``.
    """
    words = word_table(analysis)
    lengths = sentence_lengths(analysis)
    total = len(words)
    forms, built = verb_forms(analysis), syntax(analysis)
    lemmas = words.loc[~words["is_figure"], "lemma"].tolist()
    scores = readability(words, len(lengths)).drop_duplicates("measure").set_index("measure")["value"]
    judged = evaluations(words)
    said = persons(voiced(words, analysis.quotes), impersonals(analysis))
    rows = [
        ("words a sentence", lengths["words"].mean(), "words"),
        *((str(name), value, "points") for name, value in scores.items()),
        ("MATTR 50", mattr(lemmas), "lemmas a token"),
        ("rare words", 100 * rare_words(words)["is_rare"].mean() if total else math.nan, "per cent"),
        ("distance to the governor", built["distance"].mean(), "words"),
        ("depth of a sentence", built["depth"].mean(), "steps"),
        ("nouns for each full verb", _ratio((words["pos"] == "NOUN").sum(), (words["pos"] == "VERB").sum()), "nouns"),
    ]
    counted = {
        "nominalisations": len(nominalisations(words)),
        "chains of de": len(de_chains(analysis)),
        "passives": int((forms["voice"] == "passive").sum()),
        "impersonal clauses": len(impersonals(analysis)),
        "connectors": len(connectors(words)),
        "modal words": len(modality(words)),
        "intensifiers and praise": int(judged["class"].isin(STRENGTHENS).sum()),
        "words for alarm": int((judged["class"] == "alarm").sum()),
        "words of the first person": int(said["person"].str.startswith("first").sum()),
        "words in quotation marks": int((voiced(words, analysis.quotes)["voice"] == "quoted").sum()),
        "numbers that count": len(analysis.statistics),
    }
    rows += [(name, 100 * _ratio(count, total), _RATE) for name, count in counted.items()]
    return pd.DataFrame(rows, columns=["measure", "value", "unit"])


def _ratio(part: float, whole: float) -> float:
    return float(part / whole) if whole else math.nan
