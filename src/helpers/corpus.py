"""An archive's objects under the name that other programs import them by."""

from helpers.archive import Corpus, CorpusError, Progress, read_corpus

__all__ = ["Corpus", "CorpusError", "Progress", "read_corpus"]
