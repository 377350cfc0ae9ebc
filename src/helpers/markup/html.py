"""Text → HTML: what comes from a release is escaped, and nothing in it turns a line round.

No script and no style sheet, which JupyterLab takes out of what it has not run itself: style attributes alone, and
nothing is told by colour only. Text has the colour of the page, so that it reads on light and on dark ground.
"""

from dataclasses import dataclass
from html import escape as _escape_html

# What turns a line round: shown by its name, so that no text can hide what it says.
_TURNING = {
    "\u061c": "ALM", "\u200e": "LRM", "\u200f": "RLM",
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
_MARKED = str.maketrans({c: f"[{name}]" for c, name in _TURNING.items()})
_TAGGED = str.maketrans(
    {c: f'<small title="direction mark U+{ord(c):04X}">[{name}]</small>' for c, name in _TURNING.items()}
)


def escape(text: str) -> str:
    """Text for an attribute or a label: HTML escaped, marks that turn a line round as their names (*[RLO]*)."""
    return _escape_html(text).translate(_MARKED)


def escape_running(text: str) -> str:
    """Running text: HTML escaped, marks that turn a line round as small labels."""
    return _escape_html(text).translate(_TAGGED)


@dataclass(frozen=True)
class Html:
    """A piece of finished HTML that shows itself in a notebook; ``text`` stands in where HTML can't."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __html__(self) -> str:
        """Templates take it as it is."""
        return self.html

    def __repr__(self) -> str:
        return self.text
