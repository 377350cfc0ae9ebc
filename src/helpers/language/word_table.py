"""Running text → its words, one row each: what most measures are computed from.

A *word* is a run of letters or digits (``typography.words``): compounds count once, elided words (*l'*, *qu'*) by
themselves. The readability formulas were made for the words between blanks, so there alone *l'industrie* is one.
"""

import bisect
import itertools
from functools import cache

import pandas as pd

from helpers import lexicon
from helpers.analysis import Analysis
from helpers.language.running import running_text
from helpers.language.syllables import syllables
from helpers.lexicon.words import words as word_class
from helpers.text.typography import WORD, word_form

FLAGS = ("is_participle", "is_figure", "is_abbreviated", "begins")

OPEN_CLASSES = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
"""Universal parts of speech that carry content."""


def word_table(analysis: Analysis) -> pd.DataFrame:
    """The words of the running text in order: what most measures here are computed from.

    Returns:
        One row a word: ``start``, ``end``, ``text``; ``form`` (lower case, plain apostrophe);
        ``lemma`` (lower case; of a compound that the model takes apart, the form); ``pos``
        (Universal POS); ``paragraph``; ``sentence`` (row of the sentence table);
        ``is_participle`` (a past participle); ``is_figure`` (no letter in it); ``is_abbreviated`` (*pr.*);
        ``begins`` (begins a graphic word, what stands between blanks: False for *industrie* in *l'industrie*);
        ``syllables`` and ``syllables_e`` (without and with the mute e at its end, see ``syllables``).
    """
    release, tokens, sentences = analysis.release, analysis.tokens, analysis.sentences
    token_starts, token_ends = tokens["start"].tolist(), tokens["end"].tolist()
    lemmas, tags, morphs = tokens["lemma"].tolist(), tokens["pos"].tolist(), tokens["morph"].tolist()
    sentence_starts = sentences["start"].tolist()
    abbreviated = {row["form"] for row in lexicon.rows("abbreviations")}
    rows = []
    for index, paragraph in running_text(release):
        previous = paragraph.start
        for match in WORD.finditer(paragraph.text):
            start, end, text = paragraph.start + match.start(), paragraph.start + match.end(), match.group()
            at = bisect.bisect_right(token_starts, start) - 1
            is_one = at >= 0 and start < token_ends[at] and end <= token_ends[at]
            form = word_form(text)
            # Third person plural: the ending -ent has no sound.
            is_plural = is_one and "Number=Plur" in morphs[at] and "Person=3" in morphs[at] and form.endswith("ent")
            is_short = release.text[end : end + 1] == "." and f"{form}." in abbreviated
            counts = [1 if is_short else syllables(text, mute_e=e, is_third_plural=is_plural) for e in (False, True)]
            rows.append(
                {
                    "start": start,
                    "end": end,
                    "text": text,
                    "form": form,
                    "lemma": _lemma(form, lemmas[at].lower()) if is_one and lemmas[at].strip() else form,
                    "pos": tags[at] if at >= 0 and start < token_ends[at] else "X",
                    "is_participle": is_one and "VerbForm=Part" in morphs[at] and "Tense=Past" in morphs[at],
                    "paragraph": index,
                    "sentence": bisect.bisect_right(sentence_starts, start) - 1,
                    "is_figure": not any(c.isalpha() for c in text),
                    "is_abbreviated": is_short,
                    "begins": _is_apart(release.text[previous:start]),
                    "syllables": counts[0],
                    "syllables_e": counts[1],
                }
            )
            previous = end
    columns = [
        "start", "end", "text", "form", "lemma", "pos", "is_participle", "paragraph", "sentence",
        "is_figure", "is_abbreviated", "begins", "syllables", "syllables_e",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(FLAGS, bool))


def _lemma(form: str, lemma: str) -> str:
    """The dictionary word; the model takes a plural in *-aux* for one of *-au* even where that is no word."""
    plural, singular = word_class("plural of al"), word_class("ending of al")
    for ending, false, true in itertools.product(plural, word_class("ending of au"), singular):
        whole = form.removesuffix(ending) + true
        if form.endswith(ending) and lemma.endswith(false) and _is_known(whole) and not _is_known(lemma):
            return whole
    return lemma


@cache
def _is_known(form: str) -> bool:
    import wordfreq  # here, not above: its lists take time to load

    return wordfreq.zipf_frequency(form, "fr") > 0


def _is_apart(between: str) -> bool:
    """Whether a blank, or a mark that is not an apostrophe or decimal comma, parts two words."""
    return between not in ("'", "’", "ʼ", "‘", ",", ".")
