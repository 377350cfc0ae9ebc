"""Sets that are alike are found without comparing each with all, and none is made up."""

import hashlib
import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import archive


def numbered(members: frozenset[str]) -> np.ndarray:
    digests = [hashlib.sha256(member.encode()).digest()[:8] for member in members]
    return np.unique(np.array([int.from_bytes(digest, "big") for digest in digests], dtype=np.uint64))


WORDS = st.lists(st.sampled_from([f"w{n}" for n in range(12)]), min_size=0, max_size=14).map(frozenset)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=14), st.sampled_from([0.5, 0.7, 0.9]))
def test_sets_that_are_found_alike_are_alike(sets, similarity):
    found = archive.similar(map(numbered, sets), similarity)
    exact = {(a, b): len(sets[a] & sets[b]) / len(sets[a] | sets[b])
             for b in range(len(sets)) for a in range(b) if sets[a] and sets[b]}  # fmt: skip
    assert {(a, b): j for a, b, j in found}.items() <= {pair: j for pair, j in exact.items() if j >= similarity}.items()


def test_next_to_none_of_those_that_are_alike_are_missed():
    drawn = random.Random(3)
    base = [f"w{n}" for n in range(400)]
    sets = []
    for _ in range(60):
        whole = frozenset(drawn.sample(base, 100))
        sets += [whole, frozenset(sorted(whole)[: drawn.randint(72, 99)])]
    found = {(a, b) for a, b, _ in archive.similar(map(numbered, sets), 0.7)}
    assert {(2 * n, 2 * n + 1) for n in range(60)} <= found


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=14), st.sampled_from([0.5, 0.7]))
def test_a_group_is_of_those_that_are_like_its_first(sets, similarity):
    told = archive.groups(map(numbered, sets), similarity)
    assert len(told) == len(sets)
    for place, (first, jaccard) in enumerate(told):
        assert first <= place and told[first] == (first, 1.0)
        if first != place:
            assert jaccard == len(sets[first] & sets[place]) / len(sets[first] | sets[place]) >= similarity
