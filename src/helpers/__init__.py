"""Read a French press release as a careful analyst would.

from helpers import analyse, load_release
analysis = analyse(load_release("release.txt"))
analysis.quotes, analysis.statistics, analysis.sentences, analysis.tokens
"""

from typing import TYPE_CHECKING, Any

from helpers.release.release import Release, load_release
from helpers.text.faults import ReleaseError
from helpers.text.schema import tells

if TYPE_CHECKING:
    from helpers.analysis import Analysis

__all__ = ["Analysis", "Release", "ReleaseError", "analyse", "load_release"]


@tells("quotes", "statistics", "sentences", "tokens")
def analyse(release: Release) -> "Analysis":
    """Read a release: quotations with their speakers, statistics, sentences, tokens."""
    from helpers.analysis import analyse  # here, not above: importing helpers must not load spaCy

    return analyse(release)


def __getattr__(name: str) -> Any:
    if name == "Analysis":
        from helpers.analysis import Analysis

        return Analysis
    raise AttributeError(f"module 'helpers' has no attribute {name!r}")
