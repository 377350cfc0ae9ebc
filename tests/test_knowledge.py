"""What is known of French stands in the tables of lexicon; no module outside holds words of it.

A string is French where all its words are; of an expression each French word counts.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest
from wordfreq import zipf_frequency

from helpers import lexicon, paths
from helpers.quotes.rules import RULES

ALLOWED: dict[str, int] = {
    "charts/language.py": 4,  # names of tenses, as the table of verb forms has them
    "claims/review.py": 2,  # type, identifier: words of schema.org
    "language/syllables.py": 2,  # letters that are mute, no words
    "language/tagged.py": 2,  # names of tenses
    "language/verb_forms.py": 6,  # names of tenses
    "language/vocabulary.py": 1,  # types, a measure
    "language/evaluations.py": 1,  # intensifier, a class of evaluations
    "release/layout.py": 1,  # contact, a kind of paragraph
}
"""What looks French in a module and is no word of a text, at most and at least, and why it may stand there."""

TABLES = [path.stem for path in lexicon.FOLDER.glob("*.csv")]
NAMES = {
    *("a", "aux", "char", "en", "es", "fr", "Fin", "Fut", "la", "nan", "parquet", "y"),
    *RULES,
    *TABLES,
    *(column for table in TABLES for column in lexicon.rows(table)[0]),
}
"""What looks French and names something else: labels of parsers, languages, formats, rules, tables, columns."""

TOKEN = {"lower_", "lemma_", "norm_", "orth_", "text"}
"""Attributes that hold the words of a token."""

WORD = re.compile(r"aujourd['’]hui|-?[^\W\d_]+(?:-[^\W\d_]+)*['’]?")
ELIDED = re.compile(r"(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’]")
EXPRESSION = re.compile(r"\(\?|\\[A-Za-z]|\[.+\]|\|")
EXAMPLE = re.compile(r"[«“]?\s*[A-ZÀ-Ý].*[.!?»”]")  # a sentence, for a reader
ANY = "\0"


class Hit(NamedTuple):
    """French words that stand in one string of code."""

    line: int
    words: tuple[str, ...]


@cache
def is_french(word: str) -> bool:
    """Whether a word is French and not English as well: *pour*, *d'*, *école*; not *source*, not *on*."""
    word = word.lower()
    if ELIDED.fullmatch(word) or word in ("à", "y"):
        return True
    word = word.strip("-'’")
    if len(word) < 2 or not word.isascii():
        return len(word) > 1 and zipf_frequency(word, "fr") > 2
    return zipf_frequency(word, "fr") > max(3, zipf_frequency(word, "en") + 0.8)


def may_be_french(word: str) -> bool:
    """Whether a word is French, be it English as well: *on*, *me*, *non*, *source*."""
    bare = word.strip("-")
    if len(bare) < 2:
        return word in ("a", "à", "y", "-t")
    return is_french(word) or zipf_frequency(bare, "fr") > max(4, zipf_frequency(bare, "en") - 0.4)


def is_surely_french(text: str) -> bool:
    """Whether one word of a string is French and can be nothing else."""
    return any(is_french(word) for word in WORD.findall(text) if not word.isupper() and word not in NAMES)


def is_french_list(words: list[str]) -> bool:
    """Whether most of several words are French: *lundi mardi … samedi*; a few may be English as well."""
    return len(words) > 3 and sum(map(is_french, words)) > 0.6 * len(words)


def words_of_expression(pattern: str) -> list[str]:
    """Whole words of a regular expression, ends of words such as *ment* behind a wildcard left out."""
    bare = re.sub(r"\[['’]{2}\]", "'", pattern)
    bare = re.sub(r"\(\?(?:P?<\w+>|P=\w+|[aiLmsux-]+:?|<?[:=!>])", "(", bare)
    bare = re.sub(r"(?:\\[AbBsSWZ]| )[*+?]?", " ", bare)
    bare = re.sub(r"\\.|\[[^\]]*\]", ANY, bare)
    return re.findall(rf"(?<![\w{ANY})?*+}}])(?:[^\W\d_]{{2,}}|[a-z](?=['’]))['’]?(?!\w|{ANY}(?![?*]))", bare)


def strings(tree: ast.AST, above: tuple[ast.AST, ...] = ()) -> Iterator[tuple[ast.Constant, tuple[ast.AST, ...]]]:
    """Strings that code works with, each with what it stands in, outermost first: no docstrings, no messages."""
    for node in ast.iter_child_nodes(tree):
        is_prose = isinstance(node, ast.Raise) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        is_listing = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        if is_string(node):
            yield node, above
        elif not is_prose and not is_listing:
            yield from strings(node, (*above, node))


def is_among_words(above: tuple[ast.AST, ...]) -> bool:
    """Whether a string is compared with the words of a token, or listed with a word that is surely French."""
    for node in reversed(above):
        if isinstance(node, ast.Compare):
            return any(isinstance(within, ast.Attribute) and within.attr in TOKEN for within in ast.walk(node))
        if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
            items = node.keys if isinstance(node, ast.Dict) else node.elts
            if any(is_string(item) and is_surely_french(item.value) for item in items):
                return True
        elif not isinstance(node, ast.Starred):
            return False
    return False


def is_string(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def french_of(text: str, above: tuple[ast.AST, ...]) -> list[str]:
    """The French words of a string that stands in the nodes above it; none where it is no French."""
    if EXPRESSION.search(text):
        return [word for word in words_of_expression(text) if is_french(word)]
    words = WORD.findall(text)
    if EXAMPLE.match(text) and len(words) > 3:
        return []
    if is_french_list(words):
        return words
    if not words or text.isupper() or not all(may_be_french(word) for word in words):
        return []
    return words if is_surely_french(text) or is_among_words(above) else []


def french_words(code: str) -> list[Hit]:
    """The strings with French words in the code of a module, line by line."""
    found = [Hit(node.lineno, tuple(french_of(node.value, above))) for node, above in strings(ast.parse(code))]
    return sorted((hit for hit in found if hit.words), key=lambda hit: hit.line)


MODULES = {
    path.relative_to(paths.PACKAGE).as_posix(): path
    for path in sorted(paths.PACKAGE.rglob("*.py"))
    if paths.PACKAGE / "lexicon" not in path.parents
}


@cache
def hits(name: str) -> list[Hit]:
    return french_words(MODULES[name].read_text(encoding="utf-8"))


def count(name: str) -> int:
    return sum(len(hit.words) for hit in hits(name))


@pytest.mark.parametrize("name", MODULES)
def test_french_words_leave_the_code_for_the_tables(name):
    place, ceiling = MODULES[name].relative_to(paths.ROOT), ALLOWED.get(name, 0)
    told = "\n".join(f"{place}:{hit.line}: {' '.join(hit.words)}" for hit in hits(name))
    assert count(name) <= ceiling, f"{count(name)} French words in code, {ceiling} allowed; tables hold them:\n{told}"
    assert count(name) == ceiling, f"{place} has {count(name)} French words left: lower its ceiling from {ceiling}"


def test_ceilings_are_of_modules_that_are_there():
    assert set(ALLOWED) <= set(MODULES) and all(ALLOWED.values())


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("token.lower_ in ('de', \"d'\")", ["de", "d'"]),
        ("token.lower_ == 'que' or token.text.startswith('qu')", ["que", "qu"]),
        ("'lundi mardi mercredi'.split()", ["lundi", "mardi", "mercredi"]),
        ("DAYS = {'y': 1, 'nous': 2}", ["y", "nous"]),
        ("re.compile(r\"\\b(?:au moins|jus[q]u['’]à|d[’'])\\s+\\w+ment\")", ["au", "moins", "d'"]),
        ("token.dep_ in ('aux', 'cop') and token.pos_ == 'AUX'", []),
        ("paragraph.kind in ('title', 'lead', 'source', 'signature')", []),
        ("by_language['fr'], axis['y'], rule == 'selon'", []),
        ("raise ValueError('sans nom')", []),
        ("'''Le pont est là.'''", []),
        ("Rule('« Le pont ouvrira », dit la mairesse.')", []),
    ],
)
def test_french_is_told_from_labels_and_english(code, words):
    assert [word for hit in french_words(code) for word in hit.words] == words


if __name__ == "__main__":  # python -m tests.test_knowledge: the ceilings as they would be today
    print("".join(f'    "{name}": {count(name)},\n' for name in MODULES if hits(name)), end="")
