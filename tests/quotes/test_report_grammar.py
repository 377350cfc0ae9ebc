import pandas as pd
import pytest

from helpers.analysis import analyse
from helpers.release import Release
from tests.quotes.report_grammar import CONSTRUCTIONS, MARKED, Report

HEAD = "Sorne, le 3 mars 2020 – La halte de la rue Basse a fermé.\n\n"
FILLER = "La halte a rouvert en avril.\n\n"
MANY = 60


def unread(reports: list[Report], kinds: tuple[str, ...]) -> list[str]:
    """Reports of which the reading lacks the words said, or gives them to somebody else."""
    return [line for first in range(0, len(reports), MANY) for line in _unread(reports[first : first + MANY], kinds)]


def _unread(reports: list[Report], kinds: tuple[str, ...]) -> list[str]:
    release = Release.from_text(HEAD + FILLER + FILLER.join(f"{r.text}\n\n" for r in reports))
    quotes = analyse(release).quotes
    quotes = quotes[quotes["kind"].isin(kinds)]
    lines, at = [], len(HEAD + FILLER)
    for report in reports:
        inside = quotes[(quotes["start"] >= at) & (quotes["end"] <= at + len(report.text))]
        found = [
            (release.text[q.start : q.end], "" if pd.isna(q.speaker_text) else q.speaker_text)
            for q in inside.itertuples()
        ]
        said = [mention for text, mention in found if text.lower() == report.said.lower()]
        if not any(_is_who(mention, report.source) for mention in said):
            lines.append(f"{report.text} → {found}")
        at += len(report.text) + 2 + len(FILLER)
    return lines


def _is_who(mention: str, source: str) -> bool:
    mention, source = mention.lower().strip(","), source.lower().strip(",")
    return bool(mention) and (mention in source or source in mention)


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda c: c.__name__)
def test_reports_are_read_whatever_their_parts(construction):
    assert unread(list(construction()), ("indirect",)) == []


@pytest.mark.parametrize("construction", MARKED, ids=lambda c: c.__name__)
def test_marked_words_are_read_whatever_stands_beside_them(construction):
    assert unread(list(construction()), ("direct",)) == []
