"""Notebooks run in kernels of their own, where the reader's settings change nothing."""

import copy
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbformat import NotebookNode

from helpers import paths
from helpers.report.notebooks import KERNEL, NotebookError, drop_widget, dumps, normalise, read, short_line
from helpers.text import atomic

CELL_SECONDS = 600
"""After so long a cell is taken to hang."""


def isolate(folder: Path = paths.BUILD) -> None:
    """Keep the reader's own Jupyter, IPython and matplotlib settings out of what kernels compute.

    Changes the environment of this process, which kernels inherit: their settings and caches lie
    in ``folder``, nothing is written to the home directory. Kernels are still found in the
    environment that Python runs from.
    """
    for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "PYTHONSTARTUP", "MATPLOTLIBRC", "MPLBACKEND"):
        os.environ.pop(name, None)
    for name, place in {
        "JUPYTER_CONFIG_DIR": "jupyter/config",
        "JUPYTER_DATA_DIR": "jupyter/data",
        "JUPYTER_RUNTIME_DIR": "jupyter/runtime",
        "IPYTHONDIR": "ipython",
        "MPLCONFIGDIR": "matplotlib",
    }.items():
        (folder / place).mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(folder / place)
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    os.environ["PYTHONUTF8"] = "1"
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    if not any((folder / "matplotlib").glob("fontlist*.json")):
        # A slow first search for fonts would warn on stderr in the middle of a notebook.
        subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], stderr=subprocess.DEVNULL, check=False)


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Kernels that start inside speak this language, whatever the reader's is."""
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def execute(notebook: NotebookNode, name: str, folder: Path, **parameters: str) -> NotebookNode:
    """A copy of the notebook, run from top to bottom in a fresh kernel.

    Args:
        notebook: what to run; it is left as it is.
        name: what to call it in a message.
        folder: where the kernel runs.
        **parameters: values that replace those of the cell tagged ``parameters``.

    Raises:
        NotebookError: a cell failed or hung, or no kernel came up.
    """
    import papermill  # here, not above: what Jupyter reads on loading must be what isolate has set

    copied = copy.deepcopy(notebook)
    copied.cells = [cell for cell in copied.cells if cell.cell_type != "code" or cell.source.strip()]
    for cell in copied.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    try:
        done = papermill.execute_notebook(
            copied,
            None,
            parameters=parameters,
            kernel_name=KERNEL["name"],
            language=KERNEL["language"],
            progress_bar=False,
            cwd=folder,
            execution_timeout=CELL_SECONDS,
            # A kernel tells of its transport and of being stopped on our stderr; faults come as exceptions.
            extra_arguments=["--IPKernelApp.log_level=CRITICAL"],
        )
    except papermill.PapermillExecutionError as error:
        fault = short_line(f"{error.ename}: {error.evalue}")
        raise NotebookError(f"{name}, cell [{error.exec_count}]: {fault}") from error
    except Exception as error:
        raise NotebookError(f"{name}: {type(error).__name__}: {short_line(error)}") from error
    for cell in done.cells:
        for output in cell.get("outputs", []):
            drop_widget(output)
    return done


def renew(path: Path) -> bool:
    """Run one notebook and store its outputs in it, in normal form; whether the file changed.

    Raises:
        NotebookError: it does not run; the file is left as it is.
    """
    with spoken("en"):  # whatever the reader speaks: what is stored is compared
        text = dumps(normalise(execute(read(path), path.stem, path.parent)))
    if text == path.read_text(encoding="utf-8"):
        return False
    atomic.write({path: text})
    return True
