"""Many releases: how far their reading is, and a search in it."""

import ipywidgets as widgets

from helpers import archive, markup
from helpers.archive import Corpus, Progress
from helpers.controls.control import STYLE, Control, Explorer


class ReadingProgress(Control):
    """How far a reading of many releases is, a bar and words: ``read_corpus(…, on_progress=ReadingProgress())``.

    ``steps`` keeps what it was told.
    """

    def __init__(self) -> None:
        self.steps: list[Progress] = []
        self._bar = widgets.IntProgress(layout=widgets.Layout(width="100%", max_width="30em"))
        super().__init__(self._bar.add_class("helpers-progress"))
        self.show(markup.line("In JupyterLab a bar stands here, which says how far the reading is."))

    def __call__(self, progress: Progress) -> None:
        self.steps.append(progress)
        self._bar.max, self._bar.value = max(1, progress.of), progress.releases
        self.show(markup.line(progress.told))


_SHOWN = 50  # hits at once


def quotations(corpus: Corpus, lemma: str = "", speaker: str = "") -> Explorer:
    """Quotations of an archive that fit all that is asked, each unfolding to its place; see ``archive.search``."""

    def found(**asked: str) -> markup.Html:
        asked = {name: text.strip() for name, text in asked.items()}
        if not any(asked.values()):
            return markup.message("nothing to look for; type into a field and press Enter")
        hits = archive.search(corpus, **asked)
        first = hits.head(_SHOWN)
        places = archive.in_places(corpus, list(zip(first["release"], first["start"], first["end"], strict=True)))
        lines = [
            f"{_day(h.date)}, {h.issuer}: {h.speaker_name or 'unknown'}, {h.kind}: {h.text}" for h in first.itertuples()
        ]
        more = f", the first {_SHOWN} of them here" if len(hits) > _SHOWN else ""
        return markup.unfolding(
            f"{len(hits)} quotation{'s' * (len(hits) != 1)} found{more}", list(zip(lines, places, strict=True))
        )

    labels = {
        "lemma": "Dictionary word", "word": "Word as printed", "speaker": "Speaker", "mentioning": "Who is mentioned",
        "issuer": "Issuer",
    }  # fmt: skip
    given = {"lemma": lemma, "speaker": speaker}
    fields = {
        name: widgets.Text(description=label, value=given.get(name, ""), continuous_update=False, style=STYLE)
        for name, label in labels.items()
    }
    return Explorer(found, **{name: field.add_class(f"helpers-{name}") for name, field in fields.items()})


def _day(date: object) -> str:
    return "no date" if date is None else str(date)
