"""What every command says in the same way: its own name, how far it is, what is wrong."""

import argparse
import os
import shutil
import sys
from pathlib import Path

SCRIPT = "press-releases"
"""The name of the command that an installation puts on the path."""


def called() -> str:
    """How this was started, as a usage line begins: by the script's name, or through Python."""
    name = Path(sys.argv[0]).stem
    return name if name == SCRIPT else "python -m helpers"


class TerminalLine:
    """How far something is, on one line of a terminal that is written over; without a terminal nothing."""

    def __init__(self) -> None:
        self._is_open = False

    def show(self, text: str) -> None:
        if sys.stderr.isatty():
            # A line that breaks can't be written over.
            print(f"\r{text[: shutil.get_terminal_size().columns - 1]}\x1b[K", end="", file=sys.stderr, flush=True)
            self._is_open = True

    def clear(self) -> None:
        if self._is_open:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._is_open = False

    def close(self) -> None:
        """Leave what is shown."""
        if self._is_open:
            print(file=sys.stderr)
            self._is_open = False


progress = TerminalLine()


def tell(fault: object) -> None:
    """A fault, on one line of its own."""
    progress.clear()
    print(f"helpers: {fault}", file=sys.stderr)


def positive(text: str) -> int:
    """A count from the command line; anything else is wrong usage."""
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError("a whole number from 1 on")
    return int(text)


def close_output() -> None:
    """Whoever read the output has gone; what Python would still write at its end goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
