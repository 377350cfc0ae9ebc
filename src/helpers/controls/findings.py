"""What a reading found, in sentences."""

from helpers.analysis import Analysis
from helpers.language.running import language_warning
from helpers.language.word_voices import voice_words
from helpers.text.translation import localised, translate


def findings(analysis: Analysis) -> list[str]:
    """What was found, a sentence each; the counts are those that the reading shows of itself."""
    release, quotes = analysis.release, analysis.quotes
    share = voice_words(release, quotes).sum() / max(1, release.words)
    low = int((quotes["confidence"] == "low").sum())
    told = [
        translate("{told}: {rest}", told=release.name, rest=f"{analysis.told}."),
        translate(
            "Quotations have {share} of the {words} words.",
            share=localised(f"{share:.0%}"),
            words=localised(f"{release.words:,}"),
        ),
        translate("Attributions of low confidence, to be checked first: {count}.", count=low),
    ]
    warning = language_warning(release)
    return [*told, warning] if warning else told
