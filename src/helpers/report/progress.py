"""What a reader sees while notebooks run."""

import time


class ProgressLine:
    """One line a notebook: its number, name and, once done, the seconds it took with a ``note`` behind them."""

    def __init__(self, number: int, total: int, name: str) -> None:
        self.note = ""
        print(f"  {number}/{total} {name} …", end="", flush=True)

    def __enter__(self) -> "ProgressLine":
        self._began = time.monotonic()
        return self

    def __exit__(self, kind: type | None, *_: object) -> None:
        print(" failed" if kind else f" {time.monotonic() - self._began:.0f} s{self.note}", flush=True)
