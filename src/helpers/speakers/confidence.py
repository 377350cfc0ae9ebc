"""How sure the attribution of a quotation is: by its rule, and by whether its speaker is named beside it."""

from helpers.quotes.quotations import Quotation
from helpers.quotes.rules import FLOATING, LOW, MEDIUM
from helpers.speakers.model import Speaker


def confidence(quote: Quotation, speaker: Speaker) -> str:
    """High, medium or low."""
    if speaker.name is None or quote.rule == FLOATING:
        return LOW
    return MEDIUM if speaker.is_carried and quote.confidence != LOW else quote.confidence
