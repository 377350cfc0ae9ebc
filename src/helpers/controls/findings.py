"""What a reading found, in sentences."""

from helpers.analysis import Analysis
from helpers.language.running import language_warning
from helpers.language.word_voices import voice_words


def findings(analysis: Analysis) -> list[str]:
    """What was found, a sentence each; the counts are those that the reading shows of itself."""
    release, quotes = analysis.release, analysis.quotes
    share = voice_words(release, quotes).sum() / max(1, release.words)
    low = int((quotes["confidence"] == "low").sum())
    told = [
        f"{release.name}: {analysis.told}.",
        f"Quotations have {share:.0%} of the {release.words} words.",
        f"Attributions of low confidence, to be checked first: {low}.",
    ]
    warning = language_warning(release)
    return [*told, warning] if warning else told
