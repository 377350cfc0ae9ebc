"""Text → HTML: what comes from a release is escaped, and nothing in it turns a line round.

No script and no style sheet, which JupyterLab takes out of what it has not run itself: style attributes alone, and
nothing is told by colour only. Text has the colour of the page, so that it reads on light and on dark ground.
"""

import html
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from helpers.text.translation import translate

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


def escape(value: object) -> Markup:
    """Text for an attribute or a label: HTML escaped, marks that turn a line round as their names (*[RLO]*).

    What is HTML already, by its method ``__html__``, stays as it is.
    """
    if hasattr(value, "__html__"):
        return Markup(value)
    return Markup(html.escape(str(value)).translate(_MARKED))


def escape_running(text: str) -> Markup:
    """Running text: HTML escaped, marks that turn a line round as small labels."""
    return Markup(html.escape(text).translate(_TAGGED))


@dataclass(frozen=True)
class Html:
    """A piece of finished HTML that shows itself in a notebook.

    ``text`` stands in where HTML can't; ``csv`` is what it shows as CSV, where it is a table.
    """

    html: str
    text: str
    csv: str | None = None

    def _repr_html_(self) -> str:
        return self.html

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        told = {"text/html": self.html, "text/plain": self.text}
        return told if self.csv is None else {**told, "text/csv": self.csv}

    def __html__(self) -> str:
        """Templates take it as it is."""
        return self.html

    def __repr__(self) -> str:
        return self.text


# Whatever a template is given goes through our own escape, before Jinja's sees that nothing is left to do.
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).resolve().parent / "templates"),
    autoescape=True,
    finalize=escape,
    undefined=StrictUndefined,
    trim_blocks=True,
)


_TEMPLATES.globals["_"] = translate


def render(template: str, **values: object) -> str:
    """A template filled in: values are escaped, save those that are HTML already.

    Args:
        template: its file name in ``templates``, without ending.
        **values: what it calls by name.
    """
    return _TEMPLATES.get_template(f"{template}.html.j2").render(values)
