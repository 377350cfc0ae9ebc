"""What is looked for quickly is what would be found slowly. All sentences are invented."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.numbers.scanning import LETTER, LETTER_OR_HYPHEN, at_heads, in_lower_case, lower_case, minds_case


@given(st.text(alphabet="aAéÉİıßſœŒ -'1²x", max_size=30))
def test_lower_case_keeps_every_place(text):
    assert len(lower_case(text)) == len(text)


@given(st.text(alphabet="unUNeEdDix l'-É1", max_size=40))
def test_words_at_heads_are_those_of_a_look_behind(text):
    slow = re.compile(r"(?<![\w-])(?<!l')(?:une|dix|un|d'un)", re.IGNORECASE)
    quick = re.compile(at_heads(["un", "une", "dix", "d'un"], LETTER_OR_HYPHEN, behind=["l'"]))
    assert [m.span() for m in quick.finditer(lower_case(text))] == [m.span() for m in slow.finditer(text)]
    assert re.fullmatch(at_heads(["un"], LETTER), "un")


@pytest.mark.parametrize(
    "expression", [r"(?P<Day>Lundi|MARDI)\W", r"[A-ZÀ-Þ]{2}\d", r"(?<!\w)Mai\b", r"\(É\S\)", r"\A(?:RCS|Tél)\Z"]
)
@given(text=st.text(alphabet="lundiLUNDImarAR MAi(ÉéE)RCStTÉél1", max_size=30))
def test_an_expression_in_lower_case_finds_what_one_without_case_does(expression, text):
    slow, quick = re.compile(expression, re.IGNORECASE), re.compile(in_lower_case(expression))
    assert [m.span() for m in quick.finditer(lower_case(text))] == [m.span() for m in slow.finditer(text)]


def test_an_expression_may_mind_case_inside():
    assert minds_case("mai(?-i:ET)") and minds_case("(?i:mai)") and not minds_case("(?:mai)")
