"""Release and its tables → measures of its language.

Only running text counts: paragraphs that say something, without titles, dateline, source line and
contacts, as Flesch already asked. A *word* is a run of letters or digits (``typography.words``):
compounds count once, elided words (*l'*, *qu'*) by themselves. The readability formulas were made
for the words between blanks, so there alone *l'industrie* is one.
"""

import bisect
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache
from typing import Protocol

import pandas as pd
from spacy.tokens import Doc

from helpers import lexicon
from helpers.french import paragraph_of
from helpers.layout import FRAME
from helpers.names import acronyms
from helpers.release import Paragraph, Release
from helpers.speakers import Directory
from helpers.typography import WORD, fold, trim

APART = ("title", "subtitle", "heading", "signature", "dateline", *sorted(FRAME))
"""Kinds of paragraph that are no running text."""

OPEN_CLASSES = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
"""Universal parts of speech that carry content."""


class Read(Protocol):
    """What of an analysis is read here."""

    @property
    def release(self) -> Release:
        """The release."""
        ...

    @property
    def sentences(self) -> pd.DataFrame:
        """Its table of sentences."""
        ...

    @property
    def tokens(self) -> pd.DataFrame:
        """Its table of tokens."""
        ...


# --- running text, words, size -------------------------------------------------------------------


def running_text(release: Release) -> list[tuple[int, Paragraph]]:
    """The paragraphs whose language is measured, with their index in ``release.paragraphs``.

    The lead comes without the dateline that opens it.
    """
    found = []
    for index, p in enumerate(release.paragraphs):
        if p.kind in APART:
            continue
        start, end = p.start, p.end
        if release.dateline and start <= release.dateline.start < release.dateline.end <= end:
            start, end = trim(release.text, release.dateline.end, end)
        if start < end:
            found.append((index, Paragraph(start=start, end=end, text=release.text[start:end], kind=p.kind)))
    return found


def sentence_lengths(analysis: Read, quotes: pd.DataFrame | None = None) -> pd.DataFrame:
    """The sentences of the running text in order, with their length.

    Args:
        analysis: a reading of a release.
        quotes: its quotations, if it is to be told how much of each sentence is quoted.

    Returns:
        One row a sentence: ``number`` (from 1), ``start``, ``end``, ``text``, ``paragraph``,
        ``kind`` (of the paragraph), ``words``, ``quoted`` (share of its words that stand in direct
        quotations, 0 to 1; NaN without ``quotes``).
    """
    spans = [(p.start, p.end) for _, p in running_text(analysis.release)]
    table = analysis.sentences
    inside = pd.Series([any(s <= start < e for s, e in spans) for start in table["start"]], table.index, dtype=bool)
    table = table[inside & (table["words"] > 0)].reset_index(drop=True)
    table.insert(0, "number", range(1, len(table) + 1))
    if quotes is None:
        return table.assign(quoted=math.nan)
    direct = quotes[quotes["kind"] == "direct"]
    marked = list(zip(direct["start"], direct["end"], strict=True))
    shares = []
    for row in table.itertuples():
        places = [row.start + m.start() for m in WORD.finditer(row.text)]
        shares.append(sum(any(s <= at < e for s, e in marked) for at in places) / len(places))
    return table.assign(quoted=pd.Series(shares, index=table.index, dtype=float))


def word_table(analysis: Read) -> pd.DataFrame:
    """The words of the running text in order: what most measures here are computed from.

    Returns:
        One row a word: ``start``, ``end``, ``text``; ``form`` (lower case, plain apostrophe);
        ``lemma`` (lower case; of a compound that the model takes apart, the form); ``pos``
        (Universal POS); ``paragraph``; ``sentence`` (row of the sentence table);
        ``is_figure`` (no letter in it); ``is_abbreviated`` (*pr.*); ``begins`` (begins a graphic
        word, what stands between blanks: False for *industrie* in *l'industrie*); ``syllables`` and
        ``syllables_e`` (without and with the mute e at its end, see ``syllables``).
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
            form = _form(text)
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
                    "lemma": lemmas[at].lower() if is_one and lemmas[at].strip() else form,
                    "pos": tags[at] if at >= 0 and start < token_ends[at] else "X",
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
        "start", "end", "text", "form", "lemma", "pos", "paragraph", "sentence", "is_figure",
        "is_abbreviated", "begins", "syllables", "syllables_e",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).astype({"is_figure": bool, "is_abbreviated": bool, "begins": bool})


def _form(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower().replace("’", "'").replace("‑", "-").replace("‐", "-")


def _is_apart(between: str) -> bool:
    """Whether a blank, or a mark that is not an apostrophe or decimal comma, parts two words."""
    return between not in ("'", "’", "ʼ", "‘", ",", ".")


def size(words: pd.DataFrame, lengths: pd.DataFrame) -> pd.DataFrame:
    """How long the running text is.

    Args:
        words: what ``word_table`` gives.
        lengths: what ``sentence_lengths`` gives.

    Returns:
        One row a measure: ``measure``, ``value``, ``unit``, ``definition``.
    """
    count = len(lengths)
    per_sentence = lengths["words"]
    rows = [
        ("paragraphs", lengths["paragraph"].nunique(), "paragraphs", "with running text in them"),
        ("sentences", count, "sentences", "from typography, abbreviations and quotation marks minded"),
        ("words", len(words), "words", "runs of letters or digits; compounds once, elided words by themselves"),
        ("graphic words", int(words["begins"].sum()), "words", "between blanks: an elided word belongs to the next"),
        ("syllables", int(words["syllables"].sum()), "syllables", "final mute e not counted"),
        ("mean sentence", per_sentence.mean() if count else math.nan, "words", "words by sentences"),
        ("median sentence", per_sentence.median() if count else math.nan, "words", "half of the sentences are longer"),
        ("longest sentence", per_sentence.max() if count else math.nan, "words", ""),
    ]
    return pd.DataFrame(rows, columns=["measure", "value", "unit", "definition"])


# --- syllables and readability ---------------------------------------------------------------------

_VOWELS = "aeiouyàâäéèêëîïôöùûüÿœæ"
_NUCLEUS = re.compile(f"[{_VOWELS}]+")


@cache
def _hyphenator() -> Callable[[str], list[int]]:
    import pyphen  # here, not above: reading its dictionary takes time

    return pyphen.Pyphen(lang="fr", left=1, right=1).positions


@cache
def _hiatus() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"({row['before']})(?={row['after']})") for row in lexicon.rows("hiatus"))


def syllables(word: str, *, mute_e: bool = False, is_third_plural: bool = False) -> int:
    """How many syllables a French word has.

    The hyphenation dictionary parts the word; since printers never break between two vowels nor
    leave one letter alone (*école*, *création* would come out one short), vowels are counted
    within its parts, and two that do not join are told apart by the rules of ``hiatus.csv``. Else
    vowels side by side are one syllable (synaeresis: *na-tion*, *so-cié-té*). An e inside a
    word always counts (*dé-ve-lop-pe-ment*), an elided consonant never (*l'*: 0). Figures and
    acronyms count one, as Flesch (1948) has it.

    Args:
        word: one word; a compound is the sum of its parts.
        mute_e: count the e that ends a word behind a consonant (*en-tre*), as verse does.
        is_third_plural: the word is a verb whose ending *-ent* is mute.
    """
    if not any(c.isalpha() for c in word) or (1 < len(word) <= 5 and word.isupper()):
        return 1
    return sum(_syllables(part, mute_e, is_third_plural) for part in re.split(r"[-']", _form(word)) if part)


def _syllables(part: str, mute_e: bool, is_third_plural: bool) -> int:
    if is_third_plural and part.endswith("ent"):
        part = part[:-2]
    # No French word is longer; what is, has its vowels counted and is not looked up.
    breaks = set(_hyphenator()(part)) if len(part) <= 40 else set()
    breaks |= {match.end() for rule in _hiatus() for match in rule.finditer(part)}
    split = "".join(f"|{c}" if i in breaks else c for i, c in enumerate(part))
    split = re.sub(rf"(?<=q)u(?=[{_VOWELS}]|\Z)|(?<=g)u(?=[eéèêiîy])|(?<=g)e(?=[aàâoôuû])", "", split)
    split = re.sub(rf"(?<=[{_VOWELS}])y(?=[{_VOWELS}])|\by(?=[{_VOWELS}])", "j", split)
    nuclei = len(_NUCLEUS.findall(split))
    if nuclei > 1 and not mute_e and re.search(rf"[^{_VOWELS}]es?\Z", split):
        return nuclei - 1
    return nuclei or int(len(part) > 1 and part != "qu")


def kandel_moles(words: int, sentences: int, syllables: int) -> float:
    """Reading ease of a French text; higher is easier, about 0 to 100, NaN without words.

    207 - 1.015 * words / sentences - 73.6 * syllables / words.

    Source:
        Kandel and Moles (1958), Application de l'indice de Flesch à la langue française, Cahiers
        d'études de radio-télévision 19; the form of Flesch (1948), Journal of Applied Psychology 32.
    """
    if not words or not sentences:
        return math.nan
    return 207 - 1.015 * words / sentences - 73.6 * syllables / words


def lix(words: int, sentences: int, long_words: int) -> float:
    """Läsbarhetsindex: words by sentences plus per cent of words over six letters; higher is harder.

    NaN without words. Its author ends sentences at colons too; here they end as everywhere.

    Source:
        Björnsson (1968), Läsbarhet. Its scale was set on Swedish.
    """
    if not words or not sentences:
        return math.nan
    return words / sentences + 100 * long_words / words


def scale(measure: str, value: float) -> str:
    """The words that the measure's author, or usage, has for a value.

    Raises:
        KeyError: there is no scale for this measure.
    """
    return next((str(row["label"]) for row in _bands(measure) if row["from"] <= value < row["to"]), "–")


def bands(measure: str) -> pd.DataFrame:
    """The scale of a measure: ``from``, ``to`` (exclusive; infinite at the ends), ``label``, ``readers``.

    Raises:
        KeyError: there is no scale for this measure.
    """
    return pd.DataFrame(_bands(measure))


def _bands(measure: str) -> list[dict[str, object]]:
    rows = [row for row in lexicon.rows("readability_scales") if row["measure"] == measure]
    if not rows:
        raise KeyError(f"no scale for {measure!r}")
    return [
        {
            "from": float(row["from"] or -math.inf),
            "to": float(row["to"] or math.inf),
            "label": row["label"],
            "readers": row["readers"],
        }
        for row in rows
    ]


def readability(words: pd.DataFrame, sentences: int) -> pd.DataFrame:
    """Readability by two formulas, and how far it depends on what one counts.

    The first row of *Kandel and Moles* counts as Flesch did: words between blanks, syllables as
    spoken. The others change one convention each. Its authors' own rule on mute e and elision we
    have not seen, so the spread of these rows is part of the answer.

    Args:
        words: what ``word_table`` gives.
        sentences: how many sentences they stand in.

    Returns:
        One row a measure and convention: ``measure``, ``convention``, ``value``, ``low`` and
        ``high`` (with one sentence fewer or more), ``label`` (its scale in words), ``label_low``
        and ``label_high`` (the scale at these ends), ``words``, ``sentences``, ``syllables`` (of
        LIX: long words) that went in.
    """
    graphic = int(words["begins"].sum())
    spoken, verse = int(words["syllables"].sum()), int(words["syllables_e"].sum())
    long_words = sum(letters > 6 for letters in _graphic_lengths(words))
    rows = []
    for measure, convention, formula, count, parts in (
        ("Kandel and Moles", "words between blanks, mute e silent", kandel_moles, graphic, spoken),
        ("Kandel and Moles", "words between blanks, mute e counted", kandel_moles, graphic, verse),
        ("Kandel and Moles", "elided words by themselves, mute e silent", kandel_moles, len(words), spoken),
        ("LIX", "words between blanks", lix, graphic, long_words),
    ):
        value = formula(count, sentences, parts)
        ends = sorted(formula(count, max(1, sentences + step), parts) for step in (-1, 1))
        rows.append(
            {
                "measure": measure,
                "convention": convention,
                "value": value,
                "low": ends[0],
                "high": ends[1],
                "label": scale(measure, value),
                "label_low": scale(measure, ends[0]),
                "label_high": scale(measure, ends[1]),
                "words": count,
                "sentences": sentences,
                "syllables": parts,
            }
        )
    return pd.DataFrame(rows)


def _graphic_lengths(words: pd.DataFrame) -> list[int]:
    """Letters of each word between blanks."""
    lengths: list[int] = []
    for begins, text in zip(words["begins"], words["text"], strict=True):
        letters = sum(c.isalnum() for c in text)
        if begins or not lengths:
            lengths.append(letters)
        else:
            lengths[-1] += letters
    return lengths


# --- vocabulary ------------------------------------------------------------------------------------


def mattr(items: Sequence[Hashable], window: int = 50) -> float:
    """Moving-average type-token ratio: the mean share of different items in every run of ``window``.

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
         f"mean over all runs of {window} words; does not depend on length"),
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


# --- key terms ---------------------------------------------------------------------------------------

CRITICAL_G2 = 15.13
"""G² that chance passes once in 10,000 words (chi-square, one degree of freedom); Rayson et al. (2004) ask for it."""

REFERENCE_SIZE = 100_000_000
"""Words that general French is taken to have: the rarest listed word is one in 10**8, so each counts at least once."""


def log_likelihood(count: int, size: int, reference_count: float, reference_size: float) -> float:
    """G² of a word between two bodies of text, from all four cells of the table.

    Source:
        Dunning (1993), Computational Linguistics 19(1).
    """
    total, both = size + reference_size, count + reference_count
    cells = (
        (count, size * both / total),
        (reference_count, reference_size * both / total),
        (size - count, size * (total - both) / total),
        (reference_size - reference_count, reference_size * (total - both) / total),
    )
    return max(0.0, 2 * sum(seen * math.log(seen / expected) for seen, expected in cells if seen > 0))


def log_ratio(count: float, size: int, reference_count: float, reference_size: float) -> float:
    """Binary logarithm of the ratio of two relative frequencies; a count of 0 is taken as 0.5.

    1 says twice as frequent as in the reference, 10 a thousand times.

    Source:
        Hardie (2014), Log Ratio: an informal introduction (CASS, Lancaster).
    """
    return math.log2((count or 0.5) / size) - math.log2((reference_count or 0.5) / reference_size)


def keyness(words: pd.DataFrame, reference_size: int = REFERENCE_SIZE) -> pd.DataFrame:
    """The words that are more frequent here than in general French, most surprising first.

    General French is the list ``fr`` of wordfreq (Speer 2022: films, news, web, books, Wikipedia),
    which has frequencies, not counts; they are taken as counts out of ``reference_size``
    words. That list takes compounds apart, so this table does too; figures and abbreviations are
    left out. G² takes words for independent draws, which the words of one text are not: it
    ranks, it does not prove.

    Args:
        words: what ``word_table`` gives.
        reference_size: how many words the reference is taken to hold.

    Returns:
        One row a form: ``start``, ``end``, ``text`` (first use), ``form``, ``lemma``, ``pos`` (most
        frequent there), ``count``, ``per_thousand`` (here), ``reference_per_million``, ``expected``
        (uses that general French would have in a text of this length), ``g2``, ``log_ratio``,
        ``is_listed`` (in wordfreq at all). Forms that are less frequent than in general French are left out.
    """
    import wordfreq  # here, not above: its list takes time to load

    listed = wordfreq.get_frequency_dict("fr")
    parts = pd.DataFrame(
        _parts(words[~words["is_abbreviated"]]), columns=["start", "end", "text", "form", "lemma", "pos"]
    )
    total = len(parts)
    rows = []
    for form, uses in parts.groupby("form", sort=False):
        known, count = listed.get(str(form), 0.0), len(uses)
        ratio = log_ratio(count, total, known * reference_size, reference_size)
        if ratio <= 0:
            continue
        rows.append(
            {
                "start": uses["start"].iloc[0],
                "end": uses["end"].iloc[0],
                "text": uses["text"].iloc[0],
                "form": form,
                "lemma": Counter(uses["lemma"]).most_common(1)[0][0],
                "pos": Counter(uses["pos"]).most_common(1)[0][0],
                "count": count,
                "per_thousand": 1000 * count / total,
                "reference_per_million": known * 1e6,
                "expected": known * total,
                "g2": log_likelihood(count, total, known * reference_size, reference_size),
                "log_ratio": ratio,
                "is_listed": form in listed,
            }
        )
    columns = [
        "start", "end", "text", "form", "lemma", "pos", "count", "per_thousand", "reference_per_million", "expected",
        "g2", "log_ratio", "is_listed",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["g2", "start"], ascending=[False, True]).reset_index(drop=True)


def content_terms(table: pd.DataFrame, least: int = 3) -> pd.DataFrame:
    """The rows of a keyness table that say what a text is about.

    Left are nouns, verbs, adjectives and adverbs that general French has too, no names nor
    acronyms (which mark any text that has them), used ``least`` times and beyond what chance
    would do once in 10,000 words (``CRITICAL_G2``).

    Args:
        table: what ``keyness`` gives.
        least: how often a form must be used.
    """
    is_content = table["pos"].isin(OPEN_CLASSES) & (table["pos"] != "PROPN") & table["is_listed"].astype(bool)
    is_acronym = pd.Series([text.isupper() for text in table["text"]], table.index, dtype=bool)
    kept = is_content & ~is_acronym & (table["count"] >= least) & (table["g2"] >= CRITICAL_G2)
    return table[kept].reset_index(drop=True)


def _parts(words: pd.DataFrame) -> Iterator[tuple[int, int, str, str, str, str]]:
    """Words with compounds taken apart at their hyphens, figures left out."""
    for row in words.itertuples():
        pieces = list(re.finditer(r"[^-‐‑]+", row.text))
        for piece in pieces:
            if any(c.isalpha() for c in piece.group()):
                form = _form(piece.group())
                lemma = row.lemma if len(pieces) == 1 else form
                yield row.start + piece.start(), row.start + piece.end(), piece.group(), form, lemma, row.pos


# --- formulae ----------------------------------------------------------------------------------------

_MARKS = re.compile(r"[,;:()\[\]«»“”\"–—]")


def formulae(words: pd.DataFrame, release: Release, *, least: int = 2, longest: int = 40) -> pd.DataFrame:
    """Runs of words that come back, longest first.

    A formula stays within a sentence and between its commas and other marks, begins and ends with
    a word of content (noun, verb, adjective, adverb) and is compared in lower case. A part of a
    longer formula is listed only where it is used more often than that.

    Args:
        words: what ``word_table`` gives.
        release: the release that they are of.
        least: how often it must be used.
        longest: of how many words at most.

    Returns:
        One row a formula: ``start``, ``end``, ``text`` (first use), ``formula`` (its words, lower
        case, as compared), ``words``, ``count``, ``starts``, ``ends`` (of every use).

    Raises:
        ValueError: ``least`` is under 2.
    """
    if least < 2:
        raise ValueError(f"a formula used {least} times is none; least must be 2 or more")
    starts, ends, forms = words["start"].tolist(), words["end"].tolist(), words["form"].tolist()
    sentences, is_content = words["sentence"].tolist(), words["pos"].isin(OPEN_CLASSES).tolist()
    joined = [
        i > 0 and sentences[i - 1] == sentences[i] and not _MARKS.search(release.text, ends[i - 1], starts[i])
        for i in range(len(words))
    ]
    rows: list[dict[str, object]] = []
    # A run comes back only if its head and its tail, one word shorter, do: places thin out as runs grow.
    key: dict[int, int] = dict(enumerate(_numbered(forms)))
    shorter: list[tuple[int, list[int]]] = []
    for length in range(2, longest + 1):
        longer = {i: (key[i], forms[i + length - 1]) for i in key if i + 1 in key and joined[i + length - 1]}
        places: dict[Hashable, list[int]] = {}
        for i, run in longer.items():
            places.setdefault(run, []).append(i)
        places = {run: at for run, at in places.items() if len(at) >= least}
        if not places:
            break
        number = {run: n for n, run in enumerate(places)}
        key = {i: number[longer[i]] for at in places.values() for i in at}
        shorter += [(length, at) for at in places.values() if is_content[at[0]] and is_content[at[0] + length - 1]]
    covered: dict[int, list[tuple[int, int, int]]] = {}
    for length, at in sorted(shorter, key=lambda found: (-found[0], found[1][0])):
        first = at[0]
        if any(a <= first and first + length <= b and n == len(at) for a, b, n in covered.get(first, [])):
            continue
        for i in range(first, first + length):
            covered.setdefault(i, []).append((first, first + length, len(at)))
        start, end = starts[first], ends[first + length - 1]
        rows.append(
            {
                "start": start,
                "end": end,
                "text": release.text[start:end],
                "formula": " ".join(forms[first : first + length]),
                "words": length,
                "count": len(at),
                "starts": tuple(starts[i] for i in at),
                "ends": tuple(ends[i + length - 1] for i in at),
            }
        )
    columns = ["start", "end", "text", "formula", "words", "count", "starts", "ends"]
    return pd.DataFrame(rows, columns=columns)


def _numbered(items: Sequence[str]) -> list[int]:
    numbers: dict[str, int] = {}
    return [numbers.setdefault(item, len(numbers)) for item in items]


def places(words: pd.DataFrame, uses: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """Where acronyms and formulae stand in the running text, counted in words.

    Args:
        words: what ``word_table`` gives.
        uses: what ``names.acronym_uses`` gives.
        table: what ``formulae`` gives, or some rows of it.

    Returns:
        One row a place: ``term``, ``kind`` (acronym, formula), ``start``, ``end``, ``word`` (the
        number of its first word, from 1), ``paragraph``, ``is_definition`` (an acronym is
        explained there).
    """
    number = {
        start: (n, paragraph)
        for n, (start, paragraph) in enumerate(zip(words["start"], words["paragraph"], strict=True), 1)
    }
    found = [("acronym", row.text, row.start, row.end, row.is_definition) for row in uses.itertuples()]
    for row in table.itertuples():
        found += [("formula", row.text, start, end, False) for start, end in zip(row.starts, row.ends, strict=True)]
    rows = [
        {
            "term": " ".join(term.split()),
            "kind": kind,
            "start": start,
            "end": end,
            "word": number[start][0],
            "paragraph": number[start][1],
            "is_definition": is_definition,
        }
        for kind, term, start, end, is_definition in found
        if start in number
    ]
    columns = ["term", "kind", "start", "end", "word", "paragraph", "is_definition"]
    return pd.DataFrame(rows, columns=columns)


def formulaic(words: pd.DataFrame, table: pd.DataFrame) -> float:
    """Share of the words that stand within a formula, 0 to 1; NaN without words.

    Args:
        words: what ``word_table`` gives.
        table: what ``formulae`` gives.
    """
    if words.empty:
        return math.nan
    spans = [span for row in table.itertuples() for span in zip(row.starts, row.ends, strict=True)]
    return sum(any(s <= start < e for s, e in spans) for start in words["start"]) / len(words)


# --- nominalisations ---------------------------------------------------------------------------------


def nominalisations(words: pd.DataFrame) -> pd.DataFrame:
    """Nouns made of a verb or an adjective, as their ending tells: *protéger* → *protection*.

    The endings and the nouns that only look like it stand in ``nominal_suffixes.csv``.

    Args:
        words: what ``word_table`` gives.

    Returns:
        One row a use: ``start``, ``end``, ``text``, ``lemma``, ``suffix``, ``base`` (verb,
        adjective), ``paragraph``, ``sentence``.
    """
    suffixes = sorted(lexicon.rows("nominal_suffixes"), key=lambda row: -len(row["suffix"]))
    rows = []
    for row in words[words["pos"] == "NOUN"].itertuples():
        for suffix in suffixes:
            if row.lemma.endswith(suffix["suffix"]) and len(row.lemma) >= len(suffix["suffix"]) + 3:
                if row.lemma not in suffix["exceptions"].split():
                    rows.append(
                        {
                            "start": row.start,
                            "end": row.end,
                            "text": row.text,
                            "lemma": row.lemma,
                            "suffix": "-" + suffix["suffix"],
                            "base": suffix["base"],
                            "paragraph": row.paragraph,
                            "sentence": row.sentence,
                        }
                    )
                break
    columns = ["start", "end", "text", "lemma", "suffix", "base", "paragraph", "sentence"]
    return pd.DataFrame(rows, columns=columns)


# --- names -------------------------------------------------------------------------------------------

_LABELS = {"PER": "person", "ORG": "body", "LOC": "place", "MISC": "other"}
_SURENESS = ("acronym", "person", "model")  # which reading of the same words is kept


def entity_mentions(doc: Doc, release: Release) -> pd.DataFrame:
    """Every mention of a person, body, place or other name in the running text.

    The model's names are merged with what the release itself tells: acronyms and what they stand
    for are one body, persons are those with a first name or a title (as for the speakers), a name
    that holds a word for a body (``body_words.csv``) is one. Of the model's own, those are dropped
    that are a single word at the head of a sentence, stand nowhere without a capital, or are
    single words of no class (*Internet*).

    Args:
        doc: the parse of the release.
        release: the release.

    Returns:
        One row a mention: ``start``, ``end``, ``text``, ``label`` (person, body, place, other),
        ``name`` (the same for all mentions of one), ``evidence`` (acronym, person, model), ``paragraph``.
    """
    spans = [(p.start, p.end) for _, p in running_text(release)]
    found = [*_bodies(release), *_persons(doc, release), *_model_names(doc, release)]
    found = [row for row in found if any(s <= row[0] and row[1] <= e for s, e in spans)]
    found.sort(key=lambda row: (_SURENESS.index(row[4]), row[0] - row[1]))
    kept: list[tuple[int, int, str, str, str]] = []
    for row in found:
        if not any(row[0] < other[1] and other[0] < row[1] for other in kept):
            kept.append(row)
    kept.sort()
    names = _one_name(kept)
    rows = [
        {
            "start": start,
            "end": end,
            "text": release.text[start:end],
            "label": names[fold(name)][1],
            "name": names[fold(name)][0],
            "evidence": evidence,
            "paragraph": paragraph_of(release, start),
        }
        for start, end, _, name, evidence in kept
    ]
    return pd.DataFrame(rows, columns=["start", "end", "text", "label", "name", "evidence", "paragraph"])


def entities(mentions: pd.DataFrame) -> pd.DataFrame:
    """The names, one row each, most mentioned first.

    Args:
        mentions: what ``entity_mentions`` gives.

    Returns:
        ``start``, ``end``, ``text`` (first mention), ``label``, ``name`` (in full), ``count``,
        ``variants`` (the different ways in which it is written).
    """
    rows = []
    for name, uses in mentions.groupby("name", sort=False):
        first = uses.iloc[0]
        rows.append(
            {
                "start": first["start"],
                "end": first["end"],
                "text": first["text"],
                "label": first["label"],
                "name": name,
                "count": len(uses),
                "variants": tuple(dict.fromkeys(uses["text"])),
            }
        )
    table = pd.DataFrame(rows, columns=["start", "end", "text", "label", "name", "count", "variants"])
    return table.sort_values(["count", "start"], ascending=[False, True]).reset_index(drop=True)


_Found = tuple[int, int, str, str, str]  # start, end, label, name, evidence


def _bodies(release: Release) -> Iterator[_Found]:
    """Acronyms and the names that they stand for, everywhere."""
    table = acronyms(release)
    for row in table.itertuples():
        label = "body" if any(c.isupper() for c in row.expansion) else "other"
        for form in (row.text, row.expansion):
            for match in re.finditer(rf"(?<![\w.@-]){re.escape(form)}(?![\w@-])", release.text):
                yield match.start(), match.end(), label, row.expansion, "acronym"


def _persons(doc: Doc, release: Release) -> Iterator[_Found]:
    for person in Directory(doc, release).persons:
        for first, last in person.mentions:
            yield doc[first].idx, doc[last].idx + len(doc[last]), "person", person.name, "person"


def _model_names(doc: Doc, release: Release) -> Iterator[_Found]:
    body_words = {fold(row["form"]) for row in lexicon.rows("body_words")}
    heads = {_first_letter(sentence.start_char, release.text) for sentence in doc.sents}
    in_lower_case = {token.text for token in doc if token.is_lower}
    for ent in doc.ents:
        start, end = trim(release.text, ent.start_char, ent.end_char)
        text = release.text[start:end]
        parts = WORD.findall(text)
        if not parts or "@" in text or "://" in text or not any(part[0].isupper() for part in parts):
            continue
        label = _LABELS.get(ent.label_, "other")
        is_one = len(parts) == 1
        if is_one and (label == "other" or start in heads or text.lower() in in_lower_case):
            continue
        if label != "person" and not is_one and body_words & {fold(part) for part in parts}:
            label = "body"
        yield start, end, label, text, "model"


def _first_letter(start: int, text: str) -> int:
    """Where the first word of a sentence begins, behind its opening mark."""
    match = WORD.search(text, start)
    return match.start() if match else start


def _one_name(found: Sequence[_Found]) -> dict[str, tuple[str, str]]:
    """For each name, folded, how it is written first and the label that most of its mentions have."""
    labels: dict[str, Counter[str]] = {}
    written: dict[str, str] = {}
    for _, _, label, name, _ in found:
        labels.setdefault(fold(name), Counter())[label] += 1
        written.setdefault(fold(name), name)
    return {key: (written[key], labels[key].most_common(1)[0][0]) for key in written}


# --- concordance ---------------------------------------------------------------------------------------


def concordance(source: Release | Read, pattern: str, *, width: int = 45) -> pd.DataFrame:
    """Every place where a pattern stands in the running text, with what is around it (KWIC).

    Args:
        source: a release, or an analysis of one.
        pattern: a regular expression, case ignored; ``enfants?`` finds *enfant* and *enfants*.
        width: how many code points of the same paragraph to show on either side.

    Returns:
        One row a place, in the order of the text: ``left``, ``hit``, ``right``, ``start``,
        ``end`` (of the hit), ``paragraph``.

    Raises:
        ValueError: the pattern is no regular expression.
    """
    release = source if isinstance(source, Release) else source.release
    try:
        wanted = re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"{pattern!r} is no regular expression ({error}); escape its special characters") from None
    rows = []
    for index, paragraph in running_text(release):
        for match in wanted.finditer(release.text, paragraph.start, paragraph.end):
            start, end = match.span()
            if start < end:
                rows.append(
                    {
                        "left": release.text[max(paragraph.start, start - width) : start],
                        "hit": match.group(),
                        "right": release.text[end : min(paragraph.end, end + width)],
                        "start": start,
                        "end": end,
                        "paragraph": index,
                    }
                )
    return pd.DataFrame(rows, columns=["left", "hit", "right", "start", "end", "paragraph"])
