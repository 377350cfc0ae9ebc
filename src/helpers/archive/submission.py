"""Partitions → workers of a cluster, a few ahead of each; a worker's death is borne, and no silence lasts."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, NoReturn
from uuid import uuid4

from helpers.archive import machine
from helpers.archive.machine import MachineFault
from helpers.archive.partition import Outcome, read_items, read_partition, write_partition
from helpers.archive.plan import Plan
from helpers.archive.sources import Item
from helpers.archive.tables import Rows, no_rows
from helpers.text.faults import CorpusError, one_line, reason

if TYPE_CHECKING:
    from distributed import Client, Future

LOOK = 2
"""Seconds without a finished partition after which it is looked whether there are workers."""
SILENT = 15
"""Seconds without a worker after which it is told."""
GIVEN_UP = 120
"""Seconds without a worker that are borne; one that was killed comes again within some twenty."""
_WITNESS = Item("a short text", text="Le port de la ville rouvre demain.")
_WITNESSES = 2  # one may be hit by an accident of its own
_KEPT = "and call again: what was read is kept"


def read_as_asked(
    items: Sequence[Item], output: str, number: int, any_language: bool, expected: str, topic: str
) -> Outcome:
    """What a worker does: ``read_partition``, where it is the same program that was asked for.

    Raises:
        MachineFault: it is another version; nothing is written.
        OSError: the tables can't be written.
    """
    if _version_here() != expected:
        raise MachineFault(f"{_address()} has another version of this program; install this one there")
    return read_partition(items, output, number, any_language, topic)


@cache
def _version_here() -> str:
    return machine.fingerprint()


def _address() -> str:
    from distributed import get_worker

    try:
        return str(get_worker().address)
    except ValueError:
        return "this process"


class Submission:
    """Hands partitions to workers, and bears the death of one."""

    def __init__(
        self, client: "Client", output: Path, any_language: bool, expected: str, on_note: Callable[[str], None]
    ) -> None:
        self._client, self._output, self._any_language = client, output.absolute(), any_language
        self._expected, self._on_note = expected, on_note
        self._last_seen, self._is_told = time.monotonic(), False
        self._topic = f"releases-read-{uuid4().hex}"

    def all(self, plan: Plan) -> Iterator[tuple[int, int, Outcome | None]]:
        """Of a partition its number and how many are read, as they are; behind the last, its outcome.

        Raises:
            CorpusError: no worker is there any more, none can read, or the tables can't be written.
        """
        told: SimpleQueue[tuple[int, int]] = SimpleQueue()
        self._client.subscribe_topic(self._topic, lambda event: told.put(tuple(event[1])))
        try:
            yield from self._all(plan, told)
        finally:
            if self._client.status == "running":  # else the scheduler is gone
                self._client.unsubscribe_topic(self._topic)

    def _all(self, plan: Plan, told: SimpleQueue[tuple[int, int]]) -> Iterator[tuple[int, int, Outcome | None]]:
        waiting = iter(plan)
        running: dict[Future, int] = {}
        ahead = 2 * max(1, len(self._workers()))
        while True:
            while len(running) < ahead and (number := next(waiting, None)) is not None:
                asked = (plan[number], str(self._output), number, self._any_language, self._expected, self._topic)
                running[self._submit(read_as_asked, *asked)] = number
            if not running:
                return
            for future in self._looked(list(running)):
                number = running.pop(future)
                outcome = self._outcome(future, plan[number], number)
                yield number, len(plan[number]) - len(outcome.unjudged), outcome
            while not told.empty():
                number, many = told.get()
                if number in running.values():
                    yield number, many, None

    def _submit(self, task: Callable, *arguments: object) -> "Future":
        return self._client.submit(task, *arguments, pure=False, retries=0)

    # --- what became of it -------------------------------------------------------------------------

    def _outcome(self, future: "Future", items: Sequence[Item], number: int) -> Outcome:
        """What became of a partition; its releases are read one by one where it has ended its workers."""
        fault = self._fault(future)
        return future.result() if fault is None else self._one_by_one(items, number)

    def _fault(self, future: "Future") -> BaseException | None:
        """The death of its workers, which a release may be to blame for, or None.

        Raises:
            CorpusError: it failed in another way, which is no fault of a release.
        """
        from distributed import KilledWorker

        if future.status in ("cancelled", "lost"):
            self._gone()
        fault = future.exception()
        if fault is None or isinstance(fault, KilledWorker):
            return fault
        if isinstance(fault, OSError) and fault.errno is not None:
            self._unwritable(fault)
        told = str(fault) if isinstance(fault, MachineFault) else f"{type(fault).__name__}: {reason(fault)}"
        raise CorpusError(f"{self._shown}: a worker can't read ({one_line(told)}); mend it, {_KEPT}") from fault

    @property
    def _shown(self) -> str:
        return one_line(str(self._output))

    def _unwritable(self, fault: OSError) -> NoReturn:
        told = f"can't be written ({reason(fault)}); make room or name another folder"
        raise CorpusError(f"{self._shown}: {told}, {_KEPT}") from fault

    def _one_by_one(self, items: Sequence[Item], number: int) -> Outcome:
        """A partition that its workers did not survive: each release by itself, so that one alone is lost."""
        rows, unjudged = no_rows(), dict[str, str]()
        for item in items:
            found, left = self._alone(item)
            unjudged |= left
            for name in found:
                rows[name] += found[name]
        try:
            write_partition(rows, [item for item in items if item.release not in unjudged], self._output, number)
        except OSError as error:
            self._unwritable(error)
        return Outcome(len(rows["errors"]), unjudged)

    def _alone(self, item: Item) -> tuple[Rows, dict[str, str]]:
        """One release by itself; where it ends its workers, and a short text does not, it is to blame.

        Raises:
            CorpusError: workers end over a short text, too.
        """
        future = self._read(item)
        if self._fault(future) is None:
            return future.result()
        if all(self._fault(self._read(_WITNESS)) is not None for _ in range(_WITNESSES)):
            told = "workers end over any text, for want of memory maybe"
            raise CorpusError(f"{self._shown}: {told}; give them more, {_KEPT}")
        line = one_line(f"{item.release}: its reading ended the worker; read it by itself")
        return no_rows() | {"errors": [{"release": item.release, "error": line}]}, {}

    def _read(self, item: Item) -> "Future":
        future = self._submit(read_items, [item], self._any_language)
        while not self._looked([future]):
            pass
        return future

    # --- who reads ---------------------------------------------------------------------------------

    def _looked(self, futures: "list[Future]") -> "list[Future]":
        """Those that are done soon, maybe none; then it is looked whether there are workers.

        Raises:
            CorpusError: there are none any more, or no scheduler.
        """
        from distributed import wait

        try:
            with self._client.as_current():  # it is nobody's default
                return list(wait(futures, timeout=LOOK, return_when="FIRST_COMPLETED").done)
        except TimeoutError:
            self._look()
        except CancelledError:
            self._gone()
        return []

    def _look(self) -> None:
        """Tell that no worker is there, and give up where that lasts."""
        now = time.monotonic()
        if self._workers():
            self._last_seen, self._is_told = now, False
            return
        where = one_line(str(self._client.scheduler.address))
        silent = now - self._last_seen
        if silent > GIVEN_UP:
            told = f"no worker there for {GIVEN_UP} seconds; start one (dask worker {where})"
            raise CorpusError(f"{where}: {told}, {_KEPT}")
        if silent > SILENT and not self._is_told:
            self._is_told = True
            self._on_note(f"{where}: no worker there for {SILENT} seconds; waiting for one")

    def _workers(self) -> dict[str, dict]:
        try:
            return dict(self._client.scheduler_info(n_workers=-1)["workers"])
        except (OSError, RuntimeError, ValueError, TimeoutError, CancelledError):
            self._gone()

    def _gone(self) -> NoReturn:
        raise CorpusError(f"{self._shown}: the Dask scheduler is gone; start one, {_KEPT}") from None
