"""Controls for JupyterLab: bring a release of one's own, filter, search, sort. No click is needed to see something.

A control is widgets above a result. Where widgets run (a live kernel) the result follows the choices; everywhere else
(a stored notebook, GitHub, the report) the result of the defaults stands alone, and that is what nbval compares.
What comes from a release or a reader reaches the page through ``markup``, escaped; nothing is written to disk.
"""

import math
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import ipywidgets as widgets
import pandas as pd

from helpers import archive, markup, paths
from helpers.analysis import Analysis, analyse
from helpers.archive import Corpus, Progress
from helpers.language.concordance import BY, SORTS, concordance
from helpers.numbers.claims import growth_interval
from helpers.release.files import SUFFIXES
from helpers.release.release import Release, load_release
from helpers.text.faults import one_line
from helpers.text.typography import fold


class Control:
    """Widgets above a result, which is anything that a notebook can show, another control too.

    ``shown`` is the result, ``box`` the whole as a widget.
    """

    shown: object = None

    def __init__(self, *above: widgets.Widget) -> None:
        self._output = widgets.Output()
        self._area = widgets.VBox().add_class("helpers-reading")
        self.box = widgets.VBox([*above, self._area])

    def show(self, result: object) -> None:
        """Put a result in the place of the one before."""
        self.shown = result
        if isinstance(result, Control):
            self._area.children = (result.box,)
            return
        self._output.outputs = ({"output_type": "display_data", "data": _bundle(result), "metadata": {}},)
        self._area.children = (self._output,)

    def show_safely(self, make: Callable[[], object]) -> bool:
        """Show what ``make`` gives, or one line where it can't; whether it could.

        Answers to a click have no cell that could show a traceback, so nothing may go unsaid here.
        """
        try:
            self.show(make())
        except ValueError as error:
            self.show(markup.message(one_line(str(error))))
        except Exception as error:  # one text must not silence a control
            fault = one_line(f"{type(error).__name__}: {error}")
            self.show(markup.message(f"a fault of this program ({fault}); please report it"))
        else:
            return True
        return False

    def __repr__(self) -> str:
        return repr(self.shown)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, object]:
        # Beside the pointer to the live widget, whose ids differ from run to run: report keeps it out of files.
        return {**self.box._repr_mimebundle_(), **_bundle(self.shown)}


def _bundle(thing: object) -> dict[str, object]:
    """What a notebook shows of a thing, by MIME type; of a control what it shows without its widgets."""
    while isinstance(thing, Control):
        thing = thing.shown
    if hasattr(thing, "_repr_mimebundle_"):
        return dict(thing._repr_mimebundle_())
    html = {"text/html": thing._repr_html_()} if hasattr(thing, "_repr_html_") else {}
    return {**html, "text/plain": repr(thing)}


class Explorer(Control):
    """A result that is made anew at every choice.

    Args:
        make: the choices by name → the result.
        **choices: a widget for each argument of ``make``.
    """

    def __init__(self, make: Callable[..., object], **choices: widgets.ValueWidget) -> None:
        super().__init__(widgets.HBox(list(choices.values()), layout=widgets.Layout(flex_flow="row wrap")))
        self.choices = choices
        self._make = make
        self.show(self._made())
        for widget in choices.values():
            widget.observe(lambda _: self.show_safely(self._made), "value")

    def _made(self) -> object:
        return self._make(**{name: widget.value for name, widget in self.choices.items()})


_STYLE = {"description_width": "initial"}


def _dropdown(label: str, options: Sequence, value: object, name: str) -> widgets.Dropdown:
    layout = widgets.Layout(width="max-content", max_width="30em")
    chosen = widgets.Dropdown(description=label, options=options, value=value, style=_STYLE, layout=layout)
    return chosen.add_class(name)


# --- small controls ----------------------------------------------------------------------------


def voices(analysis: Analysis) -> Explorer:
    """The marked text of all voices or of one, each in the same colour throughout."""
    quotes = analysis.quotes
    colours = markup.speaker_colours(quotes)
    options = [("all voices", None), *((f"{n} {one_line(name)}", name) for n, name in enumerate(colours, start=1))]
    if quotes["speaker_name"].isna().any():
        options.append(("? unknown", ""))

    def marked(voice: str | None) -> markup.Html:
        kept = quotes if voice is None else quotes[quotes["speaker_name"].fillna("") == voice]
        return markup.marked_text(analysis.release, kept, colours)

    return Explorer(marked, voice=_dropdown("Voice", options, None, "helpers-filter"))


def search(analysis: Analysis, word: str, by: str = "lemma", sort: str = "text") -> Explorer:
    """Every place where a word stands, in its context; see ``concordance`` for ``by`` and ``sort``."""

    def places(word: str, by: str, sort: str) -> markup.Html:
        if not word.strip():
            return markup.message("no word to look for; type one and press Enter")
        found = concordance(analysis, word, by=by, sort=sort)
        return markup.kwic(found, f"“{word}” stands in {len(found)} place{'s' * (len(found) != 1)}")

    wanted = widgets.Text(description="Word", value=word, continuous_update=False, style=_STYLE)
    return Explorer(
        places,
        word=wanted.add_class("helpers-search"),
        by=_dropdown("as", BY, by, "helpers-search-by"),
        sort=_dropdown("in order of the", SORTS, sort, "helpers-search-sort"),
    )


def sortable(frame: pd.DataFrame, caption: str = "", columns: Sequence[str] | None = None) -> Explorer:
    """A table to be sorted by any of its columns; as given until one is chosen.

    A list to choose from and plain HTML, no data grid: a grid is a script, which JupyterLab takes out of stored
    outputs, and what a reader sees on GitHub or in the report would be nothing.

    Args:
        frame, caption, columns: as for ``markup.table``.
    """
    columns = list(frame.columns if columns is None else columns)
    options = [("as in the text", None), *((str(c).replace("_", " "), c) for c in columns)]

    def ordered(by: str | None, descending: bool) -> markup.Html:
        rows = frame.iloc[::-1] if descending else frame
        if by is not None:
            rows = frame.sort_values(by, ascending=not descending, kind="stable", key=_sort_key)
        return markup.table(rows, caption, columns)

    order = widgets.Checkbox(description="descending", indent=False, layout=widgets.Layout(width="max-content"))
    return Explorer(
        ordered,
        by=_dropdown("Sort by", options, None, "helpers-sort"),
        descending=order.add_class("helpers-sort-descending"),
    )


def _sort_key(column: pd.Series) -> pd.Series:
    """Numbers by value, all else as a reader would: accents and case ignored, gaps last."""
    if pd.api.types.is_numeric_dtype(column):
        return column
    return column.map(lambda value: None if value is None or value is pd.NA or value != value else fold(str(value)))


def interval(comparison: Mapping, published: float) -> Explorer:
    """How far a growth can lie: by how the printed digits came about, and had fewer of them been printed.

    Args:
        comparison: a row of ``claims.comparisons``.
        published: the growth by exact numbers, in per cent.
    """

    def allowed(cut: bool, fewer: int) -> markup.Html:
        (new, new_half), (old, old_half) = (_shortened(comparison, side, fewer, cut) for side in ("new", "old"))
        low, high = growth_interval(new, new_half, old, old_half, cut=cut)
        below, above = (0, 2) if cut else (1, 1)
        rows = pd.DataFrame(
            [
                (str(comparison[f"{side}_period"]), value, value - below * half, value + above * half)
                for side, value, half in (("old", old, old_half), ("new", new, new_half))
            ],
            columns=["period", "printed", "from", "to"],
        )
        if math.isnan(low):
            return markup.table(rows, "No growth can be told from so few digits")
        place = "inside" if low <= published <= high else "outside"
        finding = f"Growth from {low:+.1f}% to {high:+.1f}%; the published {published:+.1f}% lies {place}"
        return markup.table(rows, finding)

    way = widgets.ToggleButtons(
        description="The digits behind were", options=[("rounded", False), ("cut", True)], value=False, style=_STYLE
    )
    digits = [("as printed", 0), ("one fewer", 1), ("two fewer", 2)]
    return Explorer(
        allowed, cut=way.add_class("helpers-interval"), fewer=_dropdown("Digits", digits, 0, "helpers-interval-digits")
    )


def _shortened(comparison: Mapping, side: str, fewer: int, cut: bool) -> tuple[float, float]:
    """A printed number with so many digits fewer, and half a unit of the last that is left."""
    value, half = float(comparison[f"{side}_value"]), (comparison[f"{side}_high"] - comparison[f"{side}_low"]) / 2
    if not fewer or math.isnan(half):
        return value, half
    unit = 2 * half * 10**fewer
    # A hair is added, since 0.3 / 0.1 is a hair below 3.
    return math.floor(value / unit + (1e-9 if cut else 0.5)) * unit, unit / 2


# --- many releases -----------------------------------------------------------------------------


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
        name: widgets.Text(description=label, value=given.get(name, ""), continuous_update=False, style=_STYLE)
        for name, label in labels.items()
    }
    return Explorer(found, **{name: field.add_class(f"helpers-{name}") for name, field in fields.items()})


def _day(date: object) -> str:
    return "no date" if date is None else str(date)


# --- a release of one's own --------------------------------------------------------------------


class YourRelease(Control):
    """A release pasted, uploaded or given by its path, and read; what is shown of it follows.

    ``analysis`` is the reading; ``shows`` adds a view of it. What can't be read is told in one line, and the
    reading before stays.

    Args:
        path: the release to begin with.

    Raises:
        ReleaseError: it can't be read.
    """

    def __init__(self, path: str | Path) -> None:
        self.analysis = analyse(load_release(path))
        self._text_read: tuple[str, bool] | None = None  # what of the pasted text the reading is of
        self._views: dict[str, tuple[Callable[[Analysis], object], Control]] = {}
        wide = widgets.Layout(width="100%", max_width="60em")
        self.text = widgets.Textarea(
            description="Text", placeholder="Paste a French release here", rows=6, continuous_update=False,
            style=_STYLE, layout=wide,
        )  # fmt: skip
        self.read_text = widgets.Button(description="Read this text")
        self.upload = widgets.FileUpload(description="Upload a file", accept=",".join(SUFFIXES), multiple=False)
        self.path = widgets.Text(
            description="Path", placeholder="of a file, from here or from the project's folder; then Enter",
            continuous_update=False, style=_STYLE, layout=wide,
        )  # fmt: skip
        self.any_language = widgets.Checkbox(description="read any language, not only French", indent=False)
        # While the kernel is busy a click overtakes the text that was just pasted: the text itself starts the reading.
        self.text.observe(lambda change: change["new"].strip() and self._take_text(), "value")
        self.read_text.on_click(lambda _: self._take_text())
        self.upload.observe(lambda change: change["new"] and self._take(self._from_upload), "value")
        self.path.observe(lambda change: change["new"].strip() and self._take(self._from_path), "value")
        super().__init__(
            widgets.VBox([self.text, self.read_text]).add_class("helpers-paste"),
            self.upload.add_class("helpers-upload"),
            self.path.add_class("helpers-path"),
            self.any_language.add_class("helpers-any-language"),
        )
        self.show(self.analysis)

    def shows(self, part: Callable[[Analysis], object]) -> Control:
        """A view of the reading, made anew whenever another release is read.

        Args:
            part: the reading → what to show of it; a function with a name, which a second call replaces.
        """
        view = Control()
        view.show(part(self.analysis))
        self._views[part.__name__] = (part, view)
        return view

    def _take_text(self) -> None:
        wanted = (self.text.value, self.any_language.value)
        if self._text_read != wanted:
            self._take(self._from_text)
            self._text_read = wanted

    def _take(self, read: Callable[[], Release]) -> None:
        self._text_read = None
        self.show(markup.line("Reading …"))
        if self.show_safely(lambda: analyse(read())):
            self.analysis = self.shown
            for part, view in self._views.values():
                view.show_safely(lambda part=part: part(self.analysis))

    def _from_text(self) -> Release:
        return Release.from_text(self.text.value, "pasted text", any_language=self.any_language.value)

    def _from_upload(self) -> Release:
        file = self.upload.value[0]
        self.upload.value = ()  # so that the same file, mended, can come again
        return Release.from_bytes(bytes(file["content"]), file["name"], any_language=self.any_language.value)

    def _from_path(self) -> Release:
        given = Path(os.path.expanduser(self.path.value.strip()))
        elsewhere = paths.ROOT / given
        path = elsewhere if os.path.exists(elsewhere) and not os.path.exists(given) else given
        return load_release(path, any_language=self.any_language.value)
