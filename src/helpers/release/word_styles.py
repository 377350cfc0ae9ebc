"""What the styles of a Word file say of its paragraphs: which are items of a list, which are set out as quoted."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

_QUOTED = frozenset(("quote", "intense quote", "quotations", "block quotation"))
_LISTED = ("list bullet", "list number")


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace, of which there are two (transitional and strict)."""
    return str(element.tag).rpartition("}")[2]


def value(element: etree._Element, name: str = "val") -> str | None:
    """An attribute by its name without a namespace."""
    return next((str(v) for key, v in element.items() if key.rpartition("}")[2] == name), None)


@dataclass(frozen=True)
class Style:
    """A style of paragraphs; the names of those that Word comes with are English in every language."""

    name: str
    based_on: str | None
    is_numbered: bool
    is_heading: bool


class Styles:
    """The styles of a file by their ids; what one does not say, the one that it is based on says."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: Mapping[str | None, Style] = {} if root is None else dict(map(_style, root.iter("{*}style")))

    def is_quoted(self, style_id: str | None) -> bool:
        """Whether a style is one for quotations, or based on one."""
        return any(style.name in _QUOTED for style in self._chain(style_id))

    def is_listed(self, style_id: str | None) -> bool:
        """Whether a style makes items of a list; a numbered heading is none."""
        chain = self._chain(style_id)
        return not any(style.is_heading for style in chain) and any(
            style.is_numbered or style.name.startswith(_LISTED) for style in chain
        )

    def _chain(self, style_id: str | None) -> list[Style]:
        chain: list[Style] = []
        while (style := self._styles.get(style_id)) and style not in chain and len(chain) < 20:
            chain.append(style)
            style_id = style.based_on
        return chain


def _style(element: etree._Element) -> tuple[str | None, Style]:
    name, based_on = (element.find(f"{{*}}{tag}") for tag in ("name", "basedOn"))
    numbering = element.find("{*}pPr/{*}numPr/{*}numId")
    style = Style(
        name=(value(name) or "").lower() if name is not None else "",
        based_on=value(based_on) if based_on is not None else None,
        is_numbered=numbering is not None and value(numbering) != "0",
        is_heading=element.find("{*}pPr/{*}outlineLvl") is not None,
    )
    return value(element, "styleId"), style
