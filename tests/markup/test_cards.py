"""Cards of what was read, made of invented rows."""

import re

import pandas as pd

from helpers.markup import reading_card

COLUMNS = ["text", "unit", "of", "period", "speaker_name"]


def test_words_of_a_quotation_within_another_count_once_and_narrated_ones_not():
    rows = [(0, 100, "direct", 20, "Anne"), (10, 30, "direct", 5, "Marc"), (40, 50, "direct", 2, "Anne"),
            (200, 230, "narrated", 6, "Anne"), (300, 320, "indirect", 4, None)]  # fmt: skip
    quotes = pd.DataFrame(rows, columns=["start", "end", "kind", "words", "speaker_name"])
    card = reading_card(quotes, pd.DataFrame(columns=COLUMNS), "a <reading>")
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", card.html)
    assert [cells[i : i + 5] for i in (0, 6)] == [["1", "Anne", "2", "15", "1"], ["2", "Marc", "1", "5", "0"]]
    assert "a &lt;reading&gt;" in card.html and "Numbers" not in card.html
