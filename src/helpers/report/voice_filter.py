"""A choice of voice over a marked text, by style alone: no script runs, and without styles the whole text stands.

Under a marked text stand the numbers of its speakers; on a page each becomes a radio button, and rules of style take
the mark from what the others say.
"""

import re

from markupsafe import Markup, escape

from helpers.text.translation import translate

_SPEAKER = r'<span class="speaker">(?P<badge><span [^>]*>(?P<number>\d+|\?)</span>) (?P<name>[^<]*)</span>[^<]*'
_SPEAKERS = re.compile(_SPEAKER)
_LEGEND = re.compile(rf'<span class="speakers">(?P<all>(?:{re.sub(r"[?]P<[a-z]+>", "?:", _SPEAKER)})+)</span>')
MOST = 20
"""Voices that can be chosen; who comes behind has the fewest words."""
_ALL = "all"


def with_filter(marked: str, group: str) -> Markup:
    """A marked text (``markup.marked_text``) whose list of speakers is a choice among them.

    Args:
        marked: HTML of this project, in which whatever comes from a release is escaped.
        group: the name of the radio buttons, another for each text of a page.
    """
    return Markup(_LEGEND.sub(lambda legend: _choice(legend["all"], str(escape(group))), marked))


def _choice(speakers: str, group: str) -> str:
    found = list(_SPEAKERS.finditer(speakers))
    if len(found) < 2:
        return f'<span class="speakers">{speakers}</span>'
    labels = [_label(group, _ALL, escape(translate("everybody")), "checked")]
    for speaker in found[:MOST]:
        number = speaker["number"].replace("?", "0")
        labels.append(_label(group, number, f"{speaker['badge']} {speaker['name']}"))
    labels += [f"<span>{s['badge']} {s['name']}</span>" for s in found[MOST:]]
    asked = escape(translate("Whose words are marked"))
    return f'<span class="speakers" role="radiogroup" aria-label="{asked}">{"".join(labels)}</span>'


def _label(group: str, value: str, shown: str, checked: str = "") -> str:
    chosen = " checked" if checked else ""
    return f'<label><input type="radio" name="{group}" value="{value}"{chosen}> {shown}</label>'


def rules() -> str:
    """The style rules of the choice: who is not chosen loses the mark, paragraphs without the voice become softer."""
    return "\n".join(_rule(number) for number in range(MOST + 1))


def _rule(number: int) -> str:
    chosen = f'.filtered:has(input[value="{number}"]:checked)'
    others = f"{chosen} u.quotation:not(:has(> sup.voice-{number}))"
    return (
        f"{others} {{ background: none !important; border: 0 !important; }}\n"
        f"{others} > sup {{ display: none; }}\n"
        f"{chosen} p:has(> u.quotation):not(:has(sup.voice-{number})) {{ color: var(--soft); }}"
    )
