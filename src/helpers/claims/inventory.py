"""A reading → every sentence with what it does and how it can be checked."""

import pandas as pd

from helpers.analysis import Analysis
from helpers.claims.acts import acts
from helpers.claims.checks import checked


def inventory(analysis: Analysis) -> pd.DataFrame:
    """Every sentence of the running text: what it does, whether and how it can be checked, who answers for it.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a sentence: the columns of ``acts``; ``checkable`` (yes, later: what is to come, hardly: no name or
        date to look up, no); ``with_what`` (whose counts or records; missing where the sentence names none);
        ``by_when`` (of a promise, as EDTF or as printed; missing where it names no time); ``answers`` (the speaker of
        most of it, or who is cited for it, else the issuer; missing where none is known).
    """
    return checked(acts(analysis), analysis)
