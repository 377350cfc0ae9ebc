"""What is said where something can't be read or written: one line that names the file, the fault and the cure."""

from pathlib import PurePath


class Fault(ValueError):
    """What its reader has to mend, not this program: one line that names the file, the fault and the cure."""

    def _render_traceback_(self) -> list[str]:
        """In a notebook the line alone: it is the file that must be mended, not this code."""
        return [str(self)]


class ReleaseError(Fault):
    """A release that can't be read."""


class CorpusError(Fault):
    """A source or an output of many releases that can't be used."""


def reason(error: Exception) -> str:
    """Why something failed, on one line: what the system says of it, or the first line of the message, or the kind."""
    told = str(getattr(error, "strerror", None) or error) or type(error).__name__
    return one_line(told.splitlines()[0])


def shown_name(path: PurePath) -> str:
    """The file's name on one line, whatever characters it holds."""
    name = one_line(path.name or str(path))
    return name if len(name) <= 120 else f"{name[:100]}…{name[-15:]}"


def one_line(text: str) -> str:
    """A text that can stand in a message: no line break, no control character, nothing that turns the line round."""
    return "".join(c if c.isprintable() else "?" for c in text)
