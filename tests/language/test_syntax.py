"""Distance and depth of a parse."""

import pandas as pd

from helpers import language
from helpers.release.release import Release


def test_distance_and_depth_by_hand():
    class Parsed:
        """Le chat dort: le ← chat ← dort, each beside its governor."""

        release = Release.from_text("Le chat dort.", any_language=True)
        sentences = pd.DataFrame()
        tokens = pd.DataFrame(
            {"start": [0, 3, 8, 12], "end": [2, 7, 12, 13], "text": ["Le", "chat", "dort", "."],
             "lemma": ["le", "chat", "dormir", "."], "pos": ["DET", "NOUN", "VERB", "PUNCT"], "morph": "",
             "dep": ["det", "nsubj", "ROOT", "punct"], "head": [1, 2, 2, 2], "sentence": 0,
             "is_word": [True, True, True, False]}
        )  # fmt: skip

    row = language.syntax(Parsed()).iloc[0]
    # le is two steps below dort; (1 + 1) / 2 words apart.
    assert (row["words"], row["distance"], row["depth"], row["nouns"], row["verbs"]) == (3, 1, 2, 1, 1)
