"""python -m helpers FILE: the reading of a release as JSON or for other tools; python -m helpers corpus: of many.

The same as ``press-releases FILE``.
"""

import os
import sys
from collections.abc import Sequence

from helpers._interrupts import heard
from helpers.commands.accuracy import accuracy
from helpers.commands.corpus import corpus
from helpers.commands.news import news
from helpers.commands.releases import releases
from helpers.commands.sqlite import sqlite
from helpers.commands.terminal import close_output, progress, tell
from helpers.text.faults import reason

COMMANDS = {"corpus": corpus, "accuracy": accuracy, "news": news, "sqlite": sqlite}


def main(arguments: Sequence[str] | None = None) -> int:
    """Export releases, or follow a command by its name; 0 all well, 1 some file failed, 2 wrong usage."""
    arguments = sys.argv[1:] if arguments is None else arguments
    command = COMMANDS.get(arguments[0]) if arguments else None
    return command(arguments[1:]) if command else releases(arguments)


def run() -> None:
    """The command as a process: ``press-releases`` and ``python -m helpers``."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started this
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        heard()
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        close_output()
        status = 1
    except OSError as error:
        close_output()
        tell(f"the output can't be written ({reason(error)}); make room there")
        status = 1
    except KeyboardInterrupt:
        progress.close()
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    run()
