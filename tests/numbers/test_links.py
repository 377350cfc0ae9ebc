"""What links two numbers."""

import pytest

from helpers.numbers.links import comparison_marker, is_range_link


@pytest.mark.parametrize(
    ("between", "is_range"),
    [
        (" à ", True),
        (" ou près de ", True),
        ("-", True),
        (" – ", True),
        (" de ", False),
        (" à la ", False),
        ("", False),
    ],
)
def test_what_links_the_ends_of_a_range(between, is_range):
    assert is_range_link(between) == is_range


@pytest.mark.parametrize(
    ("between", "is_comparison"),
    [
        (" de cerfs, contre ", True),
        (" de cerfs, contre une hausse de ", True),
        (" de luttes contre la faim ont coûté à la ville et au pays ", False),
        (" cerfs, comparativement à ", True),
        (" cerfs et ", False),
    ],
)
def test_contre_compares_only_right_before_a_number(between, is_comparison):
    assert (comparison_marker(between) is not None) == is_comparison
