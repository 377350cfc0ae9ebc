"""What the machine that reads is at fault for, which is no verdict on what was to be read."""

import errno
import hashlib

from helpers import paths
from helpers.french.pipeline import MODEL, VERSION

_COME_AND_GO = frozenset(
    (errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC, errno.EDQUOT, errno.ESTALE, errno.ETIMEDOUT,
     errno.ENETDOWN, errno.ENETUNREACH, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENOTCONN, errno.ECONNRESET)
)  # fmt: skip
"""Faults of the system that tell of the machine, a disk or a network; all others tell of the file asked for."""


class MachineFault(Exception):
    """A reading failed where it was done; what was to be read is not judged."""


def is_of_machine(error: BaseException | None) -> bool:
    """Whether an error, or what it was raised for, tells of the machine and not of what was read."""
    while error is not None:
        if isinstance(error, MemoryError | ImportError) or getattr(error, "errno", None) in _COME_AND_GO:
            return True
        error = error.__cause__ or error.__context__
    return False


def fingerprint() -> str:
    """What a reading depends on beside the texts, as one number: code, tables of the lexicon and model."""
    digest = hashlib.sha256(f"{MODEL} {VERSION}".encode())
    for path in sorted(path for path in paths.PACKAGE.rglob("*") if path.suffix in (".py", ".csv")):
        digest.update(path.relative_to(paths.PACKAGE).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
