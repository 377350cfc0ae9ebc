"""What a reader sees while notebooks run."""

import time

from helpers.text.faults import one_line


class ProgressLine:
    """A line a notebook or release: its number, name and, once done, the seconds it took, a ``note`` behind them."""

    def __init__(self, number: int, total: int, name: str) -> None:
        self.note = ""
        print(f"  {number}/{total} {one_line(name)} …", end="", flush=True)

    def __enter__(self) -> "ProgressLine":
        self._began = time.monotonic()
        return self

    def __exit__(self, kind: type | None, *_: object) -> None:
        print(" failed" if kind else f" {time.monotonic() - self._began:.0f} s{self.note}", flush=True)
