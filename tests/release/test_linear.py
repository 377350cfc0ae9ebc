"""No expression that reads a stranger's text doubles back over a long stretch: growth is that of the text.

The worst case of an expression is made from it: for each repetition in it, words that lead there, what it repeats many
times, and a sign that nothing goes on with. To these come stretches of what releases and pages are made of.
"""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from re import _constants as op
from re import _parser as parser

import pytest

import helpers.release
import helpers.text
from helpers.release import formats
from helpers.release.release import Release

STRETCHES = (
    "Paris" + " " * 99, " ", "Ab ", "1 ", "(", "- ", "a", "A", "Aa'", "+1 (2) ", "« » ", "a.b@", "a-", "1er mai ",
    "Paris, ", "\n", "\r\n", " \n", ".", "1", "/", "<!---->", "<br ", "<meta ", "<meta charset ", "display ", "é",
    "e\u0301", "'", "´", "²", "'+1", "=\n", "\t", "A b ", "(a ", "l'", "\u00a0",
    "- a\n", "\n• A b", "1. a\n", "1) A ;\n", "a. \n",
)  # fmt: skip
ENDS = ("\x00", " ")
SHORT, LONG = 300, 2_400
GROWTH = 3.5 * LONG / SHORT
"""A square grows by (LONG / SHORT)², 64, an expression without doubling back by LONG / SHORT, 8."""


def patterns() -> Iterator[tuple[str, re.Pattern]]:
    """Every expression that a module of the packages holds, in tables and in answers that it keeps, too."""
    for package in (helpers.text, helpers.release):
        for module in pkgutil.iter_modules(package.__path__):
            held = importlib.import_module(f"{package.__name__}.{module.name}")
            for name, value in vars(held).items():
                if hasattr(value, "cache_info") and not value.__wrapped__.__code__.co_argcount:
                    value = value()
                yield from ((f"{module.name}.{name}", pattern) for pattern in _inside(value))


def _inside(value: object) -> Iterator[re.Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(_inside, value.values()))
    elif isinstance(value, Iterable) and isinstance(value, tuple | list | frozenset | set):
        yield from chain.from_iterable(map(_inside, value))


def attacks(pattern: re.Pattern) -> set[tuple[str, str]]:
    """What leads to each repetition, and what it repeats."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    return set(_repetitions(parser.parse(source, pattern.flags & ~re.UNICODE & ~re.LOCALE), "", ""))


def _repetitions(tree: Iterable, before: str, pumped: str) -> Iterator[tuple[str, str]]:
    for code, argument in tree:
        if code in _REPEATS:
            _, high, inner = argument
            once = _sample(inner)
            if high > 8 and once:
                yield before, once
                yield before, once + pumped
                pumped = once
            yield from _repetitions(inner, before, pumped)
        elif code is op.BRANCH:
            for branch in argument[1]:
                yield from _repetitions(branch, before, pumped)
        elif code is op.SUBPATTERN:
            yield from _repetitions(argument[3], before, pumped)
        elif code in (op.ASSERT, op.ASSERT_NOT):
            yield from _repetitions(argument[1], before, pumped)
        elif code is op.ATOMIC_GROUP:
            yield from _repetitions(argument, before, pumped)
        before += _sample([(code, argument)])


_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_SPACE: r"\s", op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _sample(tree: Iterable) -> str:
    """A short text that a piece of an expression takes."""
    text = ""
    for code, argument in tree:
        if code is op.LITERAL:
            text += chr(argument)
        elif code is op.ANY:
            text += "a"
        elif code is op.NOT_LITERAL:
            text += "a" if argument != ord("a") else "b"
        elif code is op.IN:
            text += _member(argument)
        elif code in _REPEATS:
            text += _sample(argument[2]) * max(argument[0], 1)
        elif code is op.BRANCH:
            text += _sample(argument[1][0])
        elif code is op.SUBPATTERN:
            text += _sample(argument[3])
        elif code is op.ATOMIC_GROUP:
            text += _sample(argument)
    return text


def _member(members: list) -> str:
    expression = re.compile(f"[{''.join(map(_printed, members))}]")
    return next((c for c in 'aA1 é-.,:/()<"«\n\t' if expression.match(c)), None) or next(
        (chr(n) for n in range(0x3000) if expression.match(chr(n))), ""
    )


def _printed(member: tuple) -> str:
    code, argument = member
    if code is op.NEGATE:
        return "^"
    if code is op.RANGE:
        return f"\\U{argument[0]:08x}-\\U{argument[1]:08x}"
    if code is op.CATEGORY:
        return _CATEGORIES[argument]
    return f"\\U{argument:08x}"


def growth(pattern: re.Pattern, before: str, repeated: str, end: str) -> float:
    """How much longer a search takes in the long text than in the short one, the machine's noise left out."""

    def text(size: int) -> str | bytes:
        whole = before + repeated * (size // len(repeated)) + end
        return whole.encode("utf-8") if isinstance(pattern.pattern, bytes) else whole

    def seconds(size: int, runs: int = 1) -> float:
        data, best = text(size), 1e9
        for _ in range(3):
            began = time.thread_time()
            for _ in range(runs):
                pattern.search(data)
            best = min(best, (time.thread_time() - began) / runs)
        return best

    long = seconds(LONG)
    if long < LONG * 2e-9:  # two billionths of a second a character: it was read once at the most
        return 1
    short = seconds(SHORT, runs=max(1, int(200e-6 / max(seconds(SHORT), 1e-7))))
    return long / short


CASES = {pattern: name for name, pattern in patterns()}


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for pattern, name in CASES.items()])
def test_eight_times_the_text_takes_some_eight_times_the_time(pattern):
    for before, repeated in [*attacks(pattern), *(("", stretch) for stretch in STRETCHES)]:
        for end in ENDS:
            tries = (growth(pattern, before, repeated, end) for _ in range(3))  # noise is no growth
            assert any(grown < GROWTH for grown in tries), (before, repeated, end)


LISTS = (
    "- Un quai.\n", "• Un quai ;\n\n", "1. Un quai.\n", "12) Un quai ;\n\n", "a) Un quai.\n", "- \n", "1.\n",
    "Quai -\n",
)  # fmt: skip


@pytest.mark.parametrize("item", LISTS)
def test_a_list_eight_times_as_long_takes_some_eight_times_as_long(item):
    def seconds(count: int) -> float:
        best = 1e9
        for _ in range(3):
            began = time.thread_time()
            Release.from_text("Brest, le 4 mai 2022 – Le port rouvre.\n\n" + item * count, any_language=True)
            best = min(best, time.thread_time() - began)
        return best

    assert any(seconds(1_600) / seconds(200) < 20 for _ in range(3))


@pytest.mark.parametrize("many", [40, 100_000])
def test_comments_before_no_page_take_no_time(many):
    began = time.thread_time()
    assert formats.format_of(b"<!---->" * many + b"<x", ".txt", "a") == "text"
    assert time.thread_time() - began < 1
