"""An interrupt while a command loads what it needs ends it, without the traceback of an import; ``run`` takes over.

Imported first by ``helpers``: nothing of a command's own runs before.
"""

import os
import signal
import sys
from itertools import pairwise


def _is_command() -> bool:
    """Whether this process was started as ``python -m helpers`` or ``press-releases``, and not as another program."""
    if sys.argv[:1] == ["-m"]:  # so it stands there while the module is looked for
        return ("-m", "helpers") in pairwise(sys.orig_argv)
    return os.path.splitext(os.path.basename(sys.argv[0]))[0] == "press-releases" if sys.argv else False


if _is_command() and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def heard() -> None:
    """From now on an interrupt is a ``KeyboardInterrupt`` again, where it was one."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
