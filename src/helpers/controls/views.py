"""What an analysis holds, chosen from: voices, a word in its places, a table in another order."""

from collections.abc import Sequence

import ipywidgets as widgets
import pandas as pd

from helpers import markup
from helpers.analysis import Analysis
from helpers.controls.control import STYLE, Explorer, dropdown
from helpers.language.concordance import BY, SORTS, concordance, nearest
from helpers.language.word_table import word_table
from helpers.text.faults import one_line
from helpers.text.translation import counted, localised, translate
from helpers.text.typography import fold


def voices(analysis: Analysis) -> Explorer:
    """The marked text of all voices or of one, each in the same colour throughout."""
    quotes = analysis.quotes
    colours = markup.speaker_colours(quotes)
    options = [
        (translate("all voices"), None),
        *((f"{n} {one_line(name)}", name) for n, name in enumerate(colours, start=1)),
    ]
    if quotes["speaker_name"].isna().any():
        options.append((f"? {translate('unknown')}", ""))

    def marked(voice: str | None) -> markup.Html:
        kept = quotes if voice is None else quotes[quotes["speaker_name"].fillna("") == voice]
        return markup.marked_text(analysis.release, kept, colours)

    return Explorer(marked, voice=dropdown("Voice", options, None, "helpers-filter"))


def search(analysis: Analysis, word: str, by: str = "lemma", sort: str = "text") -> Explorer:
    """Every place where a word stands, in its context; see ``concordance`` for ``by`` and ``sort``."""

    def places(word: str, by: str, sort: str) -> markup.Html:
        if not word.strip():
            return markup.message("no word to look for; type one and press Enter")
        found = concordance(analysis, word, by=by, sort=sort)
        if found.empty:
            return markup.message(_not_found(analysis, word, by))
        return markup.kwic(
            found, translate("“{word}” stands in {places}", word=word, places=counted(len(found), "place", "places"))
        )

    wanted = widgets.Text(description=translate("Word"), value=word, continuous_update=False, style=STYLE)
    return Explorer(
        places,
        word=wanted.add_class("helpers-search"),
        by=dropdown("as", [(translate(name), name) for name in BY], by, "helpers-search-by"),
        sort=dropdown("in order of the", [(translate(name), name) for name in SORTS], sort, "helpers-search-sort"),
    )


def _not_found(analysis: Analysis, word: str, by: str) -> str:
    """What was done without success, and what is spelt nearly so."""
    size = len(word_table(analysis))
    near = nearest(analysis, word)
    told = translate(
        "“{word}” was looked for as {by} among {size} words, whatever its case and accents, and stands nowhere",
        word=word, by=translate(by), size=localised(f"{size:,}"),
    )  # fmt: skip
    return translate("{told}; spelt nearly so: {words}", told=told, words=", ".join(near)) if near else told


def sortable(frame: pd.DataFrame, caption: str = "", columns: Sequence[str] | None = None) -> Explorer:
    """A table to be sorted by any of its columns and filtered by any word in them; as given until something is chosen.

    Plain HTML under a list and a field, no data grid. Two were judged: itables (its static table is a line *Loading*
    under a new random id with each run, until a script of 900 kB has run, which JupyterLab takes out of a notebook from
    elsewhere and the report lets none in) and ipydatagrid (drawn on a canvas: nothing for a screen reader, and blank
    once exported).

    Args:
        frame, caption, columns: as for ``markup.table``.
    """
    columns = list(frame.columns if columns is None else columns)
    options = [(translate("as in the text"), None), *((translate(str(c).replace("_", " ")), c) for c in columns)]

    def ordered(by: str | None, descending: bool, word: str) -> markup.Html:
        rows = frame.iloc[::-1] if descending else frame
        if by is not None:
            rows = frame.sort_values(by, ascending=not descending, kind="stable", key=_sort_key)
        wanted = fold(" ".join(word.split()))
        if not wanted:
            return markup.table(rows, caption, columns)
        kept = rows[[wanted in _said(row) for row in rows[columns].itertuples(index=False, name=None)]]
        told = translate(
            "{caption}: {kept} with “{word}”, of {all}",
            caption=translate(caption), kept=counted(len(kept), "row", "rows"), word=word,
            all=localised(f"{len(rows):,}"),
        )  # fmt: skip
        return markup.table(kept, told, columns)

    order = widgets.Checkbox(
        description=translate("descending"), indent=False, layout=widgets.Layout(width="max-content")
    )
    only = widgets.Text(
        description=translate("Only rows with"), placeholder=translate("a word; then Enter"), continuous_update=False,
        style=STYLE,
    )  # fmt: skip
    return Explorer(
        ordered,
        by=dropdown("Sort by", options, None, "helpers-sort"),
        descending=order.add_class("helpers-sort-descending"),
        word=only.add_class("helpers-rows-with"),
    )


def _said(row: Sequence[object]) -> str:
    """What the cells of a row say, without accents and case, in the reader's language and in ours."""
    texts = [str(value) for value in row if value is not None and value is not pd.NA and value == value]
    return fold("\n".join([*texts, *(translate(text) for text in texts)]))


def _sort_key(column: pd.Series) -> pd.Series:
    """Numbers by value, all else as a reader would: accents and case ignored, gaps last."""
    if pd.api.types.is_numeric_dtype(column):
        return column
    return column.map(lambda value: None if value is None or value is pd.NA or value != value else fold(str(value)))
