"""What is read once a process and used by many tests."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from helpers import Analysis, Release, analyse, load_release, paths
from helpers.accuracy import load_gold
from tests.annotations import CROOKED
from tests.reading import read

if TYPE_CHECKING:
    from distributed import Client


@pytest.fixture(scope="session")
def release() -> Release:
    return load_release(paths.RELEASE)


@pytest.fixture(scope="session")
def analysis(release: Release) -> Analysis:
    return analyse(release)


@pytest.fixture(scope="session")
def crooked() -> Analysis:
    """A text that is hard to keep whole in another format."""
    return read(CROOKED)


@pytest.fixture(scope="session")
def gold(release: Release) -> dict[str, Any]:
    """What was annotated in the release by hand."""
    return load_gold(paths.GOLD / "2019-10-04_grc_vgt.gold.json", release.text)


@pytest.fixture(scope="session")
def client() -> Iterator["Client"]:
    """A Dask cluster of two processes, which keep the French model once they have loaded it."""
    from distributed import Client, LocalCluster

    quiet = {"dashboard_address": "127.0.0.1:0", "silence_logs": "CRITICAL", "memory_limit": 0}
    with LocalCluster(n_workers=2, threads_per_worker=1, **quiet) as cluster, Client(cluster) as connected:
        yield connected
