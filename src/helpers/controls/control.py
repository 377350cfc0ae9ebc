"""A control: widgets above a result, which follows them where widgets run and stands alone everywhere else."""

from collections.abc import Callable, Mapping, Sequence

import ipywidgets as widgets

from helpers import markup
from helpers.text.faults import one_line
from helpers.text.translation import Translated, translate


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
            self.show(markup.message(Translated(one_line(str(error)))))
        except Exception as error:  # one text must not silence a control
            fault = one_line(f"{type(error).__name__}: {error}")
            told = translate("a fault of this program ({fault}); please report it", fault=fault)
            self.show(markup.message(told))
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


STYLE: Mapping[str, str] = {"description_width": "initial"}


def dropdown(label: str, options: Sequence, value: object, name: str) -> widgets.Dropdown:
    """A list to choose one from, that tests and styles find by a class name."""
    layout = widgets.Layout(width="max-content", max_width="30em")
    values = [option[1] if isinstance(option, tuple) else option for option in options]
    # By its place: a value of None would leave the list without a choice.
    chosen = widgets.Dropdown(
        description=translate(label), options=options, index=values.index(value), style=STYLE, layout=layout
    )
    return chosen.add_class(name)
