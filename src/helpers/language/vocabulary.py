"""Words → how many different ones there are, and how varied."""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

import pandas as pd


def mattr(items: Sequence[Hashable], window: int = 50) -> float:
    """Moving-average type-token ratio: the mean share of different items in every run of ``window``.

    It hardly depends on length; but a text not much longer than the window has few runs, which overlap, so one repeated
    word tells in all of them.

    Returns:
        0 to 1, higher is more diverse; NaN for a text shorter than the window.

    Raises:
        ValueError: the window is not positive.

    Source:
        Covington and McFall (2010), Journal of Quantitative Linguistics 17(2).
    """
    if window < 1:
        raise ValueError(f"a window of {window} words; give at least 1")
    if len(items) < window:
        return math.nan
    inside = Counter(items[:window])
    total = len(inside)
    for leaving, entering in zip(items, items[window:], strict=False):
        inside[entering] += 1
        inside[leaving] -= 1
        if not inside[leaving]:
            del inside[leaving]
        total += len(inside)
    return total / (window * (len(items) - window + 1))


def mtld(lemmas: Sequence[Hashable], threshold: float = 0.72) -> float:
    """Measure of textual lexical diversity, mean of both reading directions.

    Args:
        lemmas: the words of one text in order, lower-cased lemmas, no punctuation.
        threshold: type-token ratio below which a factor is complete (0.72 in the source).

    Returns:
        Mean factor length in words; higher is more diverse. NaN under 50 words,
        where the measure is not stable, and where no word comes back.

    Source:
        McCarthy and Jarvis (2010), Behavior Research Methods 42(2).
    """
    if len(lemmas) < 50:
        return math.nan
    factors = [_factors(order, threshold) for order in (lemmas, list(reversed(lemmas)))]
    if min(factors) == 0:
        return math.nan
    return sum(len(lemmas) / f for f in factors) / 2


def _factors(items: Iterable[Hashable], threshold: float) -> float:
    """Stretches within which the type-token ratio stays at the threshold, the last one in part."""
    complete, types, tokens = 0, set[Hashable](), 0
    for item in items:
        tokens += 1
        types.add(item)
        if len(types) / tokens < threshold:
            complete, types, tokens = complete + 1, set[Hashable](), 0
    return complete + ((1 - len(types) / tokens) / (1 - threshold) if tokens else 0)


def hdd(items: Sequence[Hashable], sample: int = 42) -> float:
    """HD-D: the type-token ratio that random samples of ``sample`` words would have on average.

    Each type adds its hypergeometric chance of being in the sample, divided by the sample's size. It hardly depends on
    length; of a text not much longer than the sample it is no more than its own type-token ratio.

    Returns:
        0 to 1, higher is more diverse; NaN for a text shorter than the sample.

    Raises:
        ValueError: the sample is not positive.

    Source:
        McCarthy and Jarvis (2007), vocd: a theoretical and empirical evaluation, Language Testing 24(4).
    """
    if sample < 1:
        raise ValueError(f"a sample of {sample} words; give at least 1")
    total = len(items)
    if total < sample:
        return math.nan
    return sum(1 - _none_of(total, count, sample) for count in Counter(items).values()) / sample


def yule_k(items: Sequence[Hashable]) -> float:
    """Yule's K: 10,000 times the chance that two words drawn from a text are the same, nearly.

    10⁴ (Σ m² V(m) - N) / N², with V(m) the number of types used m times. Higher is *less* diverse; 0 where no
    word comes back; NaN without words. It hardly depends on length, but in a short text few repetitions decide it.

    Source:
        Yule (1944), The Statistical Study of Literary Vocabulary.
    """
    total = len(items)
    if not total:
        return math.nan
    return 1e4 * (sum(count * count for count in Counter(items).values()) - total) / total**2


KNOWN = 5_000
"""How many of the most frequent forms of general French count as known to every reader."""


def rare_words(words: pd.DataFrame, known: int = KNOWN, names: Sequence[tuple[int, int]] = ()) -> pd.DataFrame:
    """The words that are not among the most frequent of general French.

    A word is known if its form or its lemma is among the ``known`` most frequent forms of wordfreq (Speer 2022),
    which lists forms, no lemmas, and takes compounds apart: a compound is known if all its parts are. Names, figures
    and abbreviations are left out on both sides.

    Args:
        words: what ``word_table`` gives.
        known: how many forms count as known.
        names: spans to leave out as well: all words of a name in another language are its own.

    Returns:
        The rows of ``words`` that are considered, with ``is_rare``. Its mean is the share.

    Raises:
        ValueError: ``known`` is not positive.
    """
    import wordfreq  # here, not above: its list takes time to load

    if known < 1:
        raise ValueError(f"{known} known words; give at least 1")
    list_of_known = frozenset(wordfreq.top_n_list("fr", known))
    is_named = pd.Series([any(s <= at < e for s, e in names) for at in words["start"]], words.index, dtype=bool)
    considered = words[~words["is_figure"] & ~words["is_abbreviated"] & (words["pos"] != "PROPN") & ~is_named]
    is_rare = [
        row.form not in list_of_known
        and row.lemma not in list_of_known
        and not (len(row.form) <= 2 and f"{row.form}'" in list_of_known)
        and not ("-" in row.form and all(part in list_of_known for part in row.form.split("-") if part))
        for row in considered.itertuples()
    ]
    return considered.assign(is_rare=pd.Series(is_rare, considered.index, dtype=bool))


def vocabulary(words: pd.DataFrame, window: int = 50) -> pd.DataFrame:
    """How many different words there are, by several measures; figures are left out.

    Args:
        words: what ``word_table`` gives.
        window: of MATTR, in words.

    Returns:
        One row a measure: ``measure``, ``value``, ``unit``, ``definition``.
    """
    words = words[~words["is_figure"]]
    forms, lemmas = Counter(words["form"]), Counter(words["lemma"])
    total = len(words)
    hapaxes = sum(n == 1 for n in lemmas.values())
    rows = [
        ("tokens", total, "words", "all words, figures left out"),
        ("types", len(forms), "forms", "different forms: enfant and enfants are two"),
        ("lemmas", len(lemmas), "lemmas", "dictionary words: enfant and enfants are one"),
        ("hapaxes", hapaxes, "lemmas", "lemmas used once"),
        ("TTR", len(forms) / total if total else math.nan, "types a token", "falls as a text grows: not for comparing"),
        (f"MATTR {window}", mattr(words["lemma"].tolist(), window), "lemmas a token",
         f"mean over all runs of {window} words; hardly depends on length"),
        ("HD-D", hdd(words["lemma"].tolist()), "lemmas a token", "mean TTR of random samples of 42 words"),
        ("Yule's K", yule_k(words["lemma"].tolist()), "", "chance that two words are the same, in ten thousand"),
        ("MTLD", mtld(words["lemma"].tolist()), "words", "mean length of a run whose TTR stays at 0.72"),
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["measure", "value", "unit", "definition"])


def growth(words: pd.DataFrame) -> pd.DataFrame:
    """The growth of vocabulary, word by word, against what chance order would give.

    Args:
        words: what ``word_table`` gives; figures are left out.

    Returns:
        One row a word: ``n`` (from 1), ``start``, ``end``, ``text``, ``lemma``, ``is_new``,
        ``lemmas`` (different ones up to here), ``expected`` (mean over all orders of the same
        words).

    Source:
        Expectation: Hurlbert (1971), Ecology 52(4), the hypergeometric form of rarefaction.
    """
    words = words[~words["is_figure"]].reset_index(drop=True)
    seen: set[str] = set()
    is_new, so_far = [], []
    for lemma in words["lemma"]:
        is_new.append(lemma not in seen)
        seen.add(lemma)
        so_far.append(len(seen))
    total = len(words)
    of_count = Counter(Counter(words["lemma"]).values())
    expected = [
        sum(kinds * (1 - _none_of(total, count, n)) for count, kinds in of_count.items()) for n in range(1, total + 1)
    ]
    return pd.DataFrame(
        {
            "n": range(1, total + 1),
            "start": words["start"],
            "end": words["end"],
            "text": words["text"],
            "lemma": words["lemma"],
            "is_new": pd.Series(is_new, dtype=bool),
            "lemmas": pd.Series(so_far, dtype="int64"),
            "expected": pd.Series(expected, dtype=float),
        }
    )


def _none_of(total: int, count: int, drawn: int) -> float:
    """Chance that ``drawn`` words out of ``total`` hold none of the ``count`` of one lemma."""
    if drawn > total - count:
        return 0.0
    return math.exp(
        math.lgamma(total - count + 1)
        - math.lgamma(total - count - drawn + 1)
        - math.lgamma(total + 1)
        + math.lgamma(total - drawn + 1)
    )
