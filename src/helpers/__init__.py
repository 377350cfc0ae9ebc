"""Read a French press release as a careful analyst would.

``load_release(path)`` reads a file, ``Release.from_text`` a text; ``analyse`` gives its tables, whose columns
``help(analyse)`` tells.

>>> from helpers import Release, analyse
>>> release = Release.from_text("« Nous avons planté 300 arbres », déclare la mairesse Anne Roy.")
>>> analysis = analyse(release)
>>> analysis
Analysis of text: 1 quotation (1 direct), 1 named voice, 0 narrated points, 1 telling number, 1 sentence
>>> analysis.quotes[["speaker_name", "cue_text", "text"]].iloc[0].tolist()
['Anne Roy', 'déclare', 'Nous avons planté 300 arbres']
>>> analysis.statistics[["text", "of", "speaker_name"]].iloc[0].tolist()
['300', 'arbres', 'Anne Roy']
"""

from typing import TYPE_CHECKING, Any

import helpers._interrupts  # noqa: F401 - first, for what it does
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
