"""Where the reading is done: a Dask cluster that runs already, or one on this machine for the time of a reading."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from helpers.text.faults import CorpusError, one_line, reason

if TYPE_CHECKING:
    from distributed import Client


@contextmanager
def connected(client: "Client | str | None", workers: int | None, parts: int) -> Iterator["Client"]:
    """A client of the cluster that is asked for; what was started here is stopped here.

    Args:
        client: a client, which is left open; the address of a scheduler; or None for a cluster on this machine.
        workers: processes of that cluster; one a core without it.
        parts: partitions to read; no more processes are started.

    Raises:
        CorpusError: no scheduler answers, or no worker starts.
    """
    from distributed import Client

    if isinstance(client, Client):
        yield client
        return
    with ExitStack() as stack:
        if client is None:
            yield _started(stack, min(workers or os.cpu_count() or 1, parts))
        else:
            yield stack.enter_context(_of_scheduler(client))


def _of_scheduler(address: str) -> "Client":
    from distributed import Client

    try:
        return Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise CorpusError(f"{one_line(address)}: no Dask scheduler answers there; check the address") from error


def _started(stack: ExitStack, workers: int) -> "Client":
    try:
        return stack.enter_context(local_client(workers))
    except RuntimeError as error:
        raise CorpusError(
            f"no worker starts on this machine ({reason(error)}); in a script, call read_corpus below "
            "if __name__ == '__main__': since each worker imports the script"
        ) from error


_PATIENCE = 15
"""Seconds that a worker is waited for."""


def refuse_others(client: "Client", fingerprint: Callable[[], str]) -> None:
    """See that there are workers, and that all of them read as this process does.

    Args:
        client: of a cluster that was started elsewhere.
        fingerprint: tells what a reading depends on; asked here and on each worker.

    Raises:
        CorpusError: no worker is there, or one has another version, or none, of this program.
    """
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        raise CorpusError(f"no worker has come to that scheduler in {_PATIENCE} seconds; start some") from error
    own = fingerprint()
    told = client.run(fingerprint, on_error="return")
    others = sorted(one_line(address) for address, answer in told.items() if answer != own)
    if others:
        shown = ", ".join(others[:_SHOWN]) + (f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else "")
        raise CorpusError(f"{shown}: another version of this program, or none, runs there; install this one")


_SHOWN = 3
"""Workers that a refusal names."""


@contextmanager
def local_client(workers: int) -> Iterator["Client"]:
    """A client of a Dask cluster on this machine, of so many processes; both are closed at the end."""
    import dask
    from distributed import Client, LocalCluster

    settings = {
        "distributed.worker.daemon": True,
        # Dask notes each hundredth of a second what a worker does, and keeps an hour of it: 24 MB a minute.
        "distributed.worker.profile.enabled": False,
        "distributed.admin.log-format": "%(message)s",
        # Dask's own setting also has freed memory given back at once, which costs a quarter of the time here.
        "distributed.nanny.pre-spawn-environ": {"OMP_NUM_THREADS": 1, "MKL_NUM_THREADS": 1, "OPENBLAS_NUM_THREADS": 1},
    }
    # One thread a process: spaCy holds the interpreter. No limit on memory: a long release is no leak.
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0", memory_limit=0,
            silence_logs="CRITICAL",
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):  # fmt: skip
        yield client
