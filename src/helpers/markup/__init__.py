"""Tables, marked text and cards: plain data in, escaped HTML out.

Order inside: ``html`` (escaping, and the templates that all HTML comes from), ``tables``, ``speakers`` (their
colours and numbers), ``marked`` (a text with its quotations), ``cards``, ``method`` (how a result is known).
"""

from helpers.markup.cards import analysis_card, quotation_card, reading_card, release_card
from helpers.markup.html import Html
from helpers.markup.marked import marked_text, passage, speaker_colours
from helpers.markup.method import how_we_know, methods_of
from helpers.markup.tables import items, kwic, line, message, page, paragraphs, saving, table, unfolding

__all__ = [
    "Html", "analysis_card", "how_we_know", "items", "kwic", "line", "marked_text", "message", "methods_of", "page",
    "paragraphs", "passage", "quotation_card", "reading_card", "release_card", "saving", "speaker_colours", "table",
    "unfolding",
]  # fmt: skip
