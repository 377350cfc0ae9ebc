"""What the numbers of a release claim together, under one name: ``claims.comparisons``, ``claims.check_series`` …"""

from helpers.numbers.changes import stated_changes
from helpers.numbers.comparisons import comparisons
from helpers.numbers.growth import growth_interval
from helpers.numbers.series import ClaimError, check_series, load_series
from helpers.numbers.verdicts import Verdict, check, figure
from helpers.numbers.wholes import share_totals

__all__ = [
    "ClaimError",
    "Verdict",
    "check",
    "check_series",
    "comparisons",
    "figure",
    "growth_interval",
    "load_series",
    "share_totals",
    "stated_changes",
]
