"""Archives that several tests ask."""

import pytest

from helpers.archive import Corpus, read_corpus
from tests.archive.releases import ENGLISH, POOL, RELEASES, SCHOOL


@pytest.fixture
def folder(tmp_path):
    """Three releases, one of them in a folder of its own, and two files that can't be read."""
    texts = {"a.txt": POOL, "b.txt": "", "c.txt": ENGLISH, "more/a.txt": SCHOOL, "more/d.txt": POOL + "\n"}
    for name, text in texts.items():
        place = tmp_path / "in" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path / "in"


@pytest.fixture(scope="session")
def corpus(client, tmp_path_factory) -> Corpus:
    """The releases about a quay, read."""
    folder = tmp_path_factory.mktemp("archive")
    (folder / "in").mkdir()
    for name, text in RELEASES.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    return read_corpus(folder / "in", folder / "out", client)
