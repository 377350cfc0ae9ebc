"""A figure as pages show it: in the colours of the reader's screen, light or dark."""

from helpers.charts.style import BLACK, GREY, PALE

_DARK_GROUND, _DARK_INK = "#161616", "#e6e6e3"  # those of page.css
_ON_DARK = {"#ffffff": _DARK_GROUND, BLACK: _DARK_INK, GREY: "#a3a3a0", PALE: "#3d3d3d"}
"""What takes the place of black, white and the greys of the house style; colours stay, they stand out from both."""


def _rules() -> str:
    told = [f"text{{fill:{_DARK_INK}}}"]
    for light, dark in _ON_DARK.items():
        for what in ("fill", "stroke"):
            # matplotlib writes both forms.
            at = ",".join(f'[style*="{what}:{space}{light}"]' for space in ("", " "))
            told.append(f'{at},[{what}="{light}"]{{{what}:{dark}!important}}')
    return "".join(told)


_STYLE = f"<style>@media screen and (prefers-color-scheme:dark){{{_rules()}}}</style>"


def for_screen(svg: str) -> str:
    """An SVG of the house style that turns dark where the page that shows it as an image does."""
    start = svg.find("<svg")
    if start < 0:
        return svg
    end = svg.index(">", start) + 1
    return f"{svg[:end]}{_STYLE}{svg[end:]}"
