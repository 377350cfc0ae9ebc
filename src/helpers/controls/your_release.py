"""A release of one's own: pasted, uploaded or by its path."""

import os
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path

import ipywidgets as widgets

from helpers import markup, paths
from helpers.analysis import Analysis, analyse
from helpers.controls.control import STYLE, Control
from helpers.controls.saving import links
from helpers.release.files import SUFFIXES
from helpers.release.release import Release, load_release
from helpers.text.translation import translate


class YourRelease(Control):
    """A release pasted, uploaded or given by its path, and read; what is shown of it follows.

    ``analysis`` is the reading; ``shows`` adds a view of it, and ``tells`` one in sentences. What can't be read is told
    in one line, and nothing of the reading before stays: ``analysis`` is None then, and each view says that there is
    none. The reading can be saved, by links that hold the files.

    Args:
        path: the release to begin with.

    Raises:
        ReleaseError: it can't be read.
    """

    def __init__(self, path: str | Path) -> None:
        self.analysis: Analysis | None = None
        self._text_read: tuple[str, bool] | None = None  # what of the pasted text the reading is of
        self._views: dict[str, tuple[Callable[[Analysis], object], Control]] = {}
        wide = widgets.Layout(width="100%", max_width="60em")
        as_wide_as_told = widgets.Layout(width="max-content", min_width="12em")
        self.text = widgets.Textarea(
            description=translate("Text"), placeholder=translate("Paste a French release here"), rows=6,
            continuous_update=False, style=STYLE, layout=wide,
        )  # fmt: skip
        self.read_text = widgets.Button(description=translate("Read this text"), layout=as_wide_as_told)
        self.upload = widgets.FileUpload(
            description=translate("Upload a file"), accept=",".join(SUFFIXES), multiple=False, layout=as_wide_as_told
        )
        self.path = widgets.Text(
            description=translate("Path"),
            placeholder=translate("of a file, from here or from the project's folder; then Enter"),
            continuous_update=False, style=STYLE, layout=wide,
        )  # fmt: skip
        self.any_language = widgets.Checkbox(
            description=translate("read any language, not only French"), indent=False, layout=as_wide_as_told
        )
        self._saving = widgets.HTML()
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
            self._saving.add_class("helpers-saving"),
        )
        self.show(self._read(load_release(path)))

    def shows(self, part: Callable[[Analysis], object]) -> Control:
        """A view of the reading, made anew whenever another release is read.

        Args:
            part: what to show of an analysis; a function of the same name takes the place of an earlier one, so that
                a cell can be run again.
        """
        view = Control()
        self._views[part.__name__] = (part, view)
        view.show(self._seen(part))
        return view

    def tells(self, part: Callable[[Analysis], Sequence[str]]) -> Control:
        """The same for what is told in sentences, as a list."""

        @wraps(part)
        def listed(analysis: Analysis) -> markup.Html:
            return markup.items(part(analysis))

        return self.shows(listed)

    def _seen(self, part: Callable[[Analysis], object]) -> object:
        if self.analysis is None:
            return markup.line("Nothing is read: what was given last could not be.")
        return part(self.analysis)

    def _take_text(self) -> None:
        wanted = (self.text.value, self.any_language.value)
        if self._text_read != wanted:
            self._take(self._from_text)
            self._text_read = wanted

    def _take(self, read: Callable[[], Release]) -> None:
        self._text_read = self.analysis = None
        self._saving.value = ""
        self.show(markup.line("Reading …"))
        self.show_safely(lambda: self._read(read()))
        for part, view in self._views.values():
            view.show_safely(lambda part=part: self._seen(part))

    def _read(self, release: Release) -> markup.Html:
        analysis = analyse(release)
        brief, saving = analysis.brief(), links(analysis).html
        self.analysis, self._saving.value = analysis, saving  # last: a reading that can't be shown is none
        return brief

    def _from_text(self) -> Release:
        return Release.from_text(self.text.value, translate("pasted text"), any_language=self.any_language.value)

    def _from_upload(self) -> Release:
        file = self.upload.value[0]
        self.upload.value = ()  # so that the same file, mended, can come again
        return Release.from_bytes(bytes(file["content"]), file["name"], any_language=self.any_language.value)

    def _from_path(self) -> Release:
        given = Path(os.path.expanduser(self.path.value.strip()))
        elsewhere = paths.ROOT / given
        path = elsewhere if os.path.exists(elsewhere) and not os.path.exists(given) else given
        return load_release(path, any_language=self.any_language.value)
