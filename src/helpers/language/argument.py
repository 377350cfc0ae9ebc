"""Words and their constructions → how a text argues, and what it makes the problem, the cause and the remedy."""

from collections.abc import Iterator, Sequence

import pandas as pd

from helpers.analysis import Analysis
from helpers.language.connectors import connectors
from helpers.language.evaluations import STRENGTHENS, evaluations
from helpers.language.modality import modality
from helpers.language.tagged import TaggedToken, span_row, tagged_sentences
from helpers.language.word_table import word_table
from helpers.lexicon.words import DEMONSTRATIVES, NEGATIONS, words

_NOT_ONLY = words("negation of a correction")
_ONLY = words("only")
_BUT = words("adversative coordinator")
_SHOWS = words("verb that shows")
_REACH = 40
MOVES = ("correction", "concession", "warrant", "cause", "consequence", "aim")
FRAMES = ("problem", "cause", "remedy", "judgement")


def moves(analysis: Analysis) -> pd.DataFrame:
    """Where a text argues: what it corrects, concedes, takes for a proof, and gives as cause, consequence or aim.

    A *correction* denies something, often only in part, to put another thing in its place (*pas seulement … mais*); a
    *warrant* says what something stated before shows (*ce constat montre la nécessité …*), which is where a fact
    becomes a reason. The rest are connectors of these relations.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a place in order: ``start``, ``end``, ``text``, ``move`` (of ``MOVES``), ``paragraph``, ``sentence``.
    """
    rows = [
        span_row(analysis.release, sentence[first], sentence[last], move=move)
        for sentence in tagged_sentences(analysis)
        for move, first, last in (*_corrections(sentence), *_warrants(sentence))
    ]
    linked = connectors(word_table(analysis))
    linked = linked[linked["relation"].isin(MOVES)]
    for row in linked.itertuples():
        place = {"start": row.start, "end": row.end, "text": analysis.release.text[row.start : row.end]}
        rows.append(place | {"move": row.relation, "paragraph": row.paragraph, "sentence": row.sentence})
    table = pd.DataFrame(rows, columns=["start", "end", "text", "move", "paragraph", "sentence"])
    return table.sort_values("start", kind="stable", ignore_index=True)


def _corrections(sentence: Sequence[TaggedToken]) -> Iterator[tuple[str, int, int]]:
    """*ce n'est **pas** une fin, **mais** un début*, ***non seulement** … **mais***: from the denial to the *mais*."""
    for i, token in enumerate(sentence):
        is_denial = token.form in _NOT_ONLY and (
            any(other.form in NEGATIONS for other in sentence[max(0, i - 4) : i])
            or (i + 1 < len(sentence) and sentence[i + 1].form in _ONLY)
        )
        if is_denial:
            near = range(i + 1, min(i + 1 + _REACH, len(sentence)))
            last = next((j for j in near if sentence[j].form in _BUT), None)
            if last is not None:
                yield "correction", i, last


def _warrants(sentence: Sequence[TaggedToken]) -> Iterator[tuple[str, int, int]]:
    """***Ce constat montre** la nécessité d'agir*: a demonstrative, its noun, and within a few words what it shows."""
    for i, token in enumerate(sentence[:-2]):
        if token.form in DEMONSTRATIVES and sentence[i + 1].pos == "NOUN":
            near = range(i + 2, min(i + 6, len(sentence)))
            last = next((j for j in near if sentence[j].lemma in _SHOWS and sentence[j].pos == "VERB"), None)
            if last is not None:
                yield "warrant", i, last


def framing(analysis: Analysis) -> pd.DataFrame:
    """What stands where a frame is made: words for problem, cause, remedy and judgement, paragraph by paragraph.

    Words of alarm stand for problems, causal connectors for causes, obligations and advice for remedies, praise and
    intensifiers for judgement. It is a table of places to read, no score: a paragraph without a word of the lists may
    frame all the same.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a place in order: ``start``, ``end``, ``text``, ``frame`` (of ``FRAMES``), ``paragraph``, ``sentence``.

    Source:
        The four parts of a frame: Entman (1993), Framing, Journal of Communication 43(4).
    """
    table = word_table(analysis)
    judged, modal, linked = evaluations(table), modality(table), connectors(table)
    parts = {
        "problem": judged[judged["class"] == "alarm"],
        "cause": linked[linked["relation"] == "cause"],
        "remedy": modal[modal["modality"].isin(["obligation", "advice"])],
        "judgement": judged[judged["class"].isin((*STRENGTHENS, "blame"))],
    }
    rows = [
        (row.start, row.end, analysis.release.text[row.start : row.end], frame, row.paragraph, row.sentence)
        for frame, found in parts.items()
        for row in found.itertuples()
    ]
    found = pd.DataFrame(rows, columns=["start", "end", "text", "frame", "paragraph", "sentence"])
    return found.sort_values("start", kind="stable", ignore_index=True)
