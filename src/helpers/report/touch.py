"""What a telephone shows otherwise: tables as cards, and by a tap what hovering shows. Rules of style do the rest."""

import re

from markupsafe import Markup

_TABLE = re.compile(r"<table (?P<style>style=\"[^\"]*\")>(?P<inside>.*?)</table>", re.DOTALL)
_DASH = re.compile(r'<td (?=role="cell" [^>]*>–</td>)')
_HEAD = re.compile(r'<th scope="col"[^>]*>(?P<said>[^<]*)</th>')
_SAID = re.compile(r"<td [^>]*>(?P<said>[^<]*)")
_ROW, _CELL = re.compile(r"<tr>.*?</tr>", re.DOTALL), re.compile(r"<td ")
_QUOTATION = re.compile(r'<u class="quotation" (?P<style>style="[^"]*") title="(?P<title>[^"]*)">')
_IN_LINE = "white-space:pre;"  # the cells of a concordance, which make one line together
_FITS, _SHORT = 3, 24
"""Columns that stand side by side on a telephone, the last of them where no cell has more letters than that."""


def as_cards(html: str) -> Markup:
    """Tables of this project (``markup.table``, ``markup.kwic``) with what a narrow screen needs to show them as cards.

    Each cell carries the head of its column, and each part its role, which a browser may forget where a table is laid
    out as something else.

    Args:
        html: HTML of this project, in which whatever comes from a release is escaped.
    """
    return Markup(_TABLE.sub(lambda table: _stacked(table["style"], table["inside"]), html))


def _stacked(style: str, inside: str) -> str:
    heads = [head["said"] for head in _HEAD.finditer(inside)]
    kind = "lined" if _IN_LINE in inside else "stacked"
    if kind == "stacked" and _fits(inside, len(heads)):
        return f"<table {style}>{inside}</table>"
    inside = _ROW.sub(lambda row: _labelled(row[0], heads), inside)
    for tag, role in (("thead", "rowgroup"), ("tbody", "rowgroup"), ("tr", "row")):
        inside = inside.replace(f"<{tag}>", f'<{tag} role="{role}">')
    inside = inside.replace("<th ", '<th role="columnheader" ')
    return f'<table class="{kind}" role="table" {style}>{inside}</table>'


def _fits(inside: str, columns: int) -> bool:
    longest = max((len(cell["said"]) for cell in _SAID.finditer(inside)), default=0)
    return columns < _FITS or (columns == _FITS and longest <= _SHORT)


def _labelled(row: str, heads: list[str]) -> str:
    """A row whose cells carry the heads of their columns; one cell for the whole row is said of none."""
    if " colspan=" in row:
        return row
    left = iter(heads)
    cells = _CELL.sub(lambda _: f'<td role="cell" data-label="{next(left, "")}" ', row)
    return _DASH.sub('<td class="untold" ', cells)


def with_taps(html: str) -> Markup:
    """A marked text whose quotations tell by a tap, or reached by keyboard, what hovering tells of them."""
    told = r'<u class="quotation" tabindex="0" role="group" aria-label="\g<title>" \g<style> title="\g<title>">'
    return Markup(_QUOTATION.sub(told, str(html)))
