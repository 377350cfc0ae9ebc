"""Back to the text: every hit in its place."""

from collections.abc import Sequence

from helpers import markup
from helpers.archive.corpus import Corpus


def in_place(corpus: Corpus, release: str, start: int, end: int) -> markup.Html:
    """A hit in its paragraph, marked, with the quotations around it marked by speaker.

    Raises:
        KeyError: there is no release of this name.
        ValueError: the place is not in its text.
    """
    return in_places(corpus, [(release, start, end)])[0]


def in_places(corpus: Corpus, hits: Sequence[tuple[str, int, int]]) -> list[markup.Html]:
    """Hits in their paragraphs, see ``in_place``: release, start and end of each; the archive is asked once for all.

    Raises:
        KeyError: there is no release of such a name.
        ValueError: a place is not in its text.
    """
    names = list(dict.fromkeys(release for release, _, _ in hits))
    wholes, quotes = corpus.releases_named(names), corpus.quotes_of(names)
    shown = []
    for release, start, end in hits:
        whole = wholes[release]
        if not 0 <= start < end <= len(whole.text):
            raise ValueError(f"{start}–{end} is no place in {release}, which has {len(whole.text):,} characters")
        shown.append(markup.passage(whole, quotes[release], start, end))
    return shown
