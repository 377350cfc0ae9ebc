"""Tagged tokens → what is denied, and what is restricted."""

import pandas as pd

from helpers.analysis import Analysis
from helpers.language.tagged import span_row, tagged_sentences


def negations(analysis: Analysis) -> pd.DataFrame:
    """*Ne … pas* and its kin, *ne … que* apart, since it denies nothing.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a negation: ``start``, ``end``, ``text`` (from *ne* to the second word), ``kind``: negation (*ne …
        pas, plus, jamais, rien, aucun, personne, guère, ni, nul*), restriction (*ne … que*), bare (*ne* alone: the
        expletive, or literary), word (*non* before an adjective or noun, *sans* before an infinitive);
        ``paragraph``, ``sentence``.
    """
    second = frozenset(
        "pas plus jamais rien aucun aucune personne guère point nul nulle ni nullement aucunement".split()
    )
    rows = []
    for sentence in tagged_sentences(analysis):
        for i, token in enumerate(sentence):
            after = sentence[i + 1] if i + 1 < len(sentence) else None
            last, kind = i, None
            if token.form in ("ne", "n'"):
                # A second ne has its own.
                stop = next((j for j in range(i + 1, len(sentence)) if sentence[j].form in ("ne", "n'")), len(sentence))
                ahead = range(i + 1, min(i + 10, stop))
                found = next((j for j in ahead if sentence[j].form in second), None)
                only = next((j for j in ahead if sentence[j].form in ("que", "qu'")), None)
                before = sentence[max(0, i - 4) : i]
                earlier = next(
                    (t for t in before if t.form in ("aucun", "aucune", "personne", "rien", "nul", "nulle", "ni")), None
                )
                if found is not None and (only is None or found < only):
                    last, kind = found, "negation"
                elif earlier is not None:
                    kind = "negation"
                elif only is not None:
                    last, kind = only, "restriction"
                else:
                    kind = "bare"
            elif token.form == "non" and after is not None and after.pos in ("ADJ", "NOUN", "VERB"):
                last, kind = i + 1, "word"
            elif token.form == "sans" and after is not None and after.verb_form == "infinitive":
                last, kind = i + 1, "word"
            if kind:
                rows.append(span_row(analysis.release, token, sentence[last]) | {"kind": kind})
    return pd.DataFrame(rows, columns=["start", "end", "text", "kind", "paragraph", "sentence"])
