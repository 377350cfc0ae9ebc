"""Release and its tables → its running text, sentence by sentence and word by word.

Only running text counts: paragraphs that say something, without titles, dateline, source line and
contacts, as Flesch already asked. A *word* is a run of letters or digits (``typography.words``):
compounds count once, elided words (*l'*, *qu'*) by themselves. The readability formulas were made
for the words between blanks, so there alone *l'industrie* is one.
"""

import bisect
import math
from collections.abc import Mapping, Sequence
from typing import Protocol

import pandas as pd

from helpers import lexicon
from helpers.language.syllables import syllables
from helpers.release.parts import Paragraph
from helpers.release.release import Release
from helpers.text.schema import FRAME
from helpers.text.typography import WORD, trim, word_form
from helpers.text.typography import words as words_of

APART = ("title", "subtitle", "heading", "signature", "dateline", *sorted(FRAME))
"""Kinds of paragraph that are no running text."""

OPEN_CLASSES = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
"""Universal parts of speech that carry content."""

ITSELF, NOBODY = "the release itself", "nobody named"
"""What the voice of the release is called, and that of a quotation without a known speaker."""


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


def prose_tokens(analysis: Read) -> pd.DataFrame:
    """The tokens of the running text.

    Returns:
        The columns of ``analysis.tokens`` under the same row numbers, so that ``head`` still points to a row, and
        ``paragraph``.
    """
    spans = [(index, p.start, p.end) for index, p in running_text(analysis.release)]
    starts = [start for _, start, _ in spans]
    tokens = analysis.tokens
    at = [bisect.bisect_right(starts, start) - 1 for start in tokens["start"]]
    inside = [n >= 0 and end <= spans[n][2] for n, end in zip(at, tokens["end"], strict=True)]
    paragraph = [spans[n][0] if n >= 0 else -1 for n in at]
    table = tokens.assign(paragraph=pd.Series(paragraph, tokens.index, dtype="int64"))
    return table[pd.Series(inside, tokens.index, dtype=bool)]


def tag_agreement(analysis: Read, checked: pd.DataFrame) -> pd.DataFrame:
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


def voiced(words: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """The words with whose they are, each given to one voice.

    Where a report stands within a report, the narrower one has the word: nobody's words are counted twice.

    Args:
        words: any table with ``start``, as ``word_table`` gives.
        quotes: ``analysis.quotes``.

    Returns:
        The table with ``voice`` (own, quoted: in quotation marks as somebody's, reported: told in other words) and
        ``speaker``: *the release itself*, the name, or *nobody named* for a quotation whose speaker is not known.
        Narrated points (*X a souligné la hausse*) are the release's own words.
    """
    spans = [
        (end - start, start, end, kind, name if isinstance(name, str) and name else NOBODY)
        for start, end, kind, name in zip(
            quotes["start"], quotes["end"], quotes["kind"], quotes["speaker_name"], strict=True
        )
        if kind != "narrated"
    ]
    spans.sort(key=lambda span: (span[0], span[1]))
    voices, speakers = [], []
    for start in words["start"]:
        around = next((span for span in spans if span[1] <= start < span[2]), None)
        voices.append("own" if around is None else "quoted" if around[3] == "direct" else "reported")
        speakers.append(ITSELF if around is None else around[4])
    return words.assign(
        voice=pd.Series(voices, words.index, dtype=object), speaker=pd.Series(speakers, words.index, dtype=object)
    )


def voice_words(release: Release, quotes: pd.DataFrame) -> pd.Series:
    """How many words of a release each quoted voice has, most first; nested quotations are counted once.

    Args:
        release: the release, all of whose words count, titles and contacts too.
        quotes: ``analysis.quotes``.

    Returns:
        Speaker (or *nobody named*) → words in direct, indirect and mixed quotations. What is left of
        ``release.words`` is the release's own.
    """
    starts = [p.start + match.start() for p in release.paragraphs for match in WORD.finditer(p.text)]
    table = voiced(pd.DataFrame({"start": starts}, dtype="int64"), quotes)
    quoted = table[table["voice"] != "own"]
    return quoted.groupby("speaker", sort=False).size().sort_values(ascending=False, kind="stable").rename("words")


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


def _mean_letters(words: pd.DataFrame) -> float:
    return sum(c.isalnum() for text in words["text"] for c in text) / len(words) if len(words) else math.nan


def _is_apart(between: str) -> bool:
    """Whether a blank, or a mark that is not an apostrophe or decimal comma, parts two words."""
    return between not in ("'", "’", "ʼ", "‘", ",", ".")


def listed(words: pd.DataFrame, name: str, columns: Sequence[str]) -> pd.DataFrame:
    """Every place where an entry of a word list stands, the longest where two would.

    An entry stands where its words do, one after the other within a sentence, each as its form, its lemma or its
    singular: *mesure corrective* is found in *mesures correctives*.

    Args:
        words: what ``word_table`` gives.
        name: a table of the lexicon whose column ``form`` has words or phrases.
        columns: which of its columns to give along.

    Returns:
        One row a place: ``start``, ``end``, ``words`` (as they stand there), ``form`` (the entry), the columns,
        ``paragraph``, ``sentence``.
    """
    entries: dict[str, list[tuple[tuple[str, ...], Mapping[str, str]]]] = {}
    for row in lexicon.rows(name):
        parts = tuple(word_form(part) for part in words_of(row["form"]))
        entries.setdefault(parts[0], []).append((parts, row))
    rows = list(words.itertuples())
    found, i = [], 0
    while i < len(rows):
        sentence = rows[i].sentence
        keys = {rows[i].form, rows[i].lemma, _singular(rows[i].form)}
        tried = [entry for key in sorted(keys) for entry in entries.get(key, [])]
        fitting = [
            (parts, row)
            for parts, row in tried
            if i + len(parts) <= len(rows)
            and all(
                part in (other.form, other.lemma, _singular(other.form)) and other.sentence == sentence
                for part, other in zip(parts, rows[i : i + len(parts)], strict=True)
            )
        ]
        if not fitting:
            i += 1
            continue
        parts, row = max(fitting, key=lambda entry: len(entry[0]))
        place = rows[i : i + len(parts)]
        found.append(
            {"start": place[0].start, "end": place[-1].end, "words": tuple(p.text for p in place), "form": row["form"]}
            | {column: row[column] for column in columns}
            | {"paragraph": place[0].paragraph, "sentence": sentence}
        )
        i += len(parts)
    return pd.DataFrame(found, columns=["start", "end", "words", "form", *columns, "paragraph", "sentence"])


def _singular(form: str) -> str:
    """The form without the mark of the plural, where the model's lemma is another gender's: *correctives*."""
    return form[:-1] if len(form) > 3 and form[-1] in "sx" else form


def by_paragraph(lengths: pd.DataFrame) -> pd.DataFrame:
    """How long the sentences of each paragraph are.

    Args:
        lengths: what ``sentence_lengths`` gives.

    Returns:
        One row a paragraph: ``paragraph``, ``start``, ``end``, ``sentences``, ``words``, ``shortest``, ``mean``,
        ``longest`` (words a sentence).
    """
    grouped = lengths.groupby("paragraph", sort=True)
    return grouped.agg(
        start=("start", "min"), end=("end", "max"), sentences=("words", "size"), words_in_all=("words", "sum"),
        shortest=("words", "min"), mean=("words", "mean"), longest=("words", "max"),
    ).rename(columns={"words_in_all": "words"}).reset_index()  # fmt: skip


def language_warning(release: Release) -> str | None:
    """What to say of a text that is not French, where every measure here misleads; None for French."""
    if release.language == "fr":
        return None
    return (
        f"The text seems to be “{release.language}”, not French: the syllables, tags, word lists and scales here are "
        "made for French, and what they give for it means nothing."
    )


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
        ("longest sentence", per_sentence.max() if count else math.nan, "words", "its text stands below"),
        ("spread of sentences", per_sentence.std() if count > 1 else math.nan, "words", "standard deviation"),
        (
            "mean word",
            _mean_letters(words),
            "letters",
            "elided words by themselves",
        ),
    ]
    return pd.DataFrame(rows, columns=["measure", "value", "unit", "definition"])
