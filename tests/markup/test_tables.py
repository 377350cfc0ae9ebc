"""Tables as HTML: nothing of a release is ever markup."""

import pandas as pd

from helpers import markup
from tests.pages import Page


def test_a_table_escapes_heads_cells_and_caption():
    page = Page(markup.table(pd.DataFrame({"<a>": ["<script>", None, "x"]}), "<b>").html)
    assert "script" not in page.tags and "a" not in page.tags and "b" not in page.tags and page.open == []
    assert "<script>" in page.text and "–" in page.text
