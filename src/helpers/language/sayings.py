"""Quotations → the verbs of saying, what each does to the words that it brings in."""

import pandas as pd

from helpers.lexicon.words import words

_FACTIVE = words("factive verb of saying")


def sayings(quotes: pd.DataFrame) -> pd.DataFrame:
    """The verbs and turns that bring in quotations and narrated points.

    Args:
        quotes: ``analysis.quotes``.

    Returns:
        One row a verb, most used first: ``lemma``, ``word_class`` (neutral, assertive, evaluative, directive, or
        *unlisted*), ``is_factive`` (takes what follows for a fact: to deny the verb does not deny it; *n'a pas souligné
        la hausse* leaves the rise standing, *n'a pas affirmé* does not), ``uses``.

    Source:
        Factive verbs: Kiparsky and Kiparsky (1970), Fact; classes of verbs of saying in the press: Monville-Burston
        (1993), Les verba dicendi dans la presse d'information, Langue française 98.
    """
    cues = quotes.dropna(subset=["cue_start"]).drop_duplicates("cue_start")
    uses = cues.groupby(["cue_lemma", cues["cue_class"].fillna("unlisted")]).size().rename("uses").reset_index()
    uses.columns = ["lemma", "word_class", "uses"]
    uses = uses.assign(is_factive=uses["lemma"].isin(_FACTIVE))
    order = uses.sort_values(["uses", "lemma"], ascending=[False, True], ignore_index=True)
    return order[["lemma", "word_class", "is_factive", "uses"]]
