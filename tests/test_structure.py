"""The house as it is drawn: imports go one way, without a circle, and each package tells its own order."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from helpers import paths

ORDER = [
    "_interrupts",
    "paths",
    "lexicon",
    "text",
    "markup",
    "learned",
    "accuracy",
    "release",
    "charts",
    "french",
    "entities",
    "quotes",
    "speakers",
    "numbers",
    "analysis",
    "language",
    "claims",
    "export",
    "evaluation",
    "archive",
    "corpus",
    "controls",
    "report",
    "training",
    "commands",
    "__main__",
]
"""Packages and modules by themselves; each imports only those above it."""


class Import(NamedTuple):
    """One module of the project imports another, at the head of the file, in a function or for its types alone."""

    importer: str
    imported: str
    line: int

    def __str__(self) -> str:
        return f"{files()[self.importer].relative_to(paths.ROOT)}:{self.line} imports {self.imported}"


@cache
def files() -> dict[str, Path]:
    """Each module by its full name; a package by its ``__init__``."""
    found = {}
    for path in sorted(paths.PACKAGE.rglob("*.py")):
        parts = path.relative_to(paths.PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def named(node: ast.stmt, module: str) -> Iterator[str]:
    """What a statement imports, by full names; ``from package import name`` may be a module or something in one."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        source = node.module or ""
        if node.level:
            package = module.split(".") if files()[module].stem == "__init__" else module.split(".")[:-1]
            source = ".".join([*package[: len(package) + 1 - node.level], *filter(None, [node.module])])
        for alias in node.names:
            yield f"{source}.{alias.name}" if f"{source}.{alias.name}" in files() else source


@cache
def imports() -> tuple[Import, ...]:
    """Every import of the project within itself, those for types too: what a type is named by is known as well."""
    found = (
        Import(module, name, node.lineno)
        for module, path in files().items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in named(node, module)
        if name in files()
    )
    return tuple(dict.fromkeys(found))


def room(module: str) -> str:
    """The package, or the module by itself, that a module stands in; the façade is ``helpers``."""
    return [*module.split("."), "helpers"][1]


def modules(package: str) -> set[str]:
    """Names of the modules of a package; ``__main__`` only starts it."""
    return {path.stem for path in (paths.PACKAGE / package).glob("*.py")} - {"__init__", "__main__"}


def told(package: str) -> list[str]:
    """Modules in the order in which the docstring of a package names them."""
    text = ast.get_docstring(ast.parse((paths.PACKAGE / package / "__init__.py").read_text(encoding="utf-8"))) or ""
    _, _, order = text.partition("Order inside:")
    return re.findall(r"``(\w+)``", order)


def circles() -> Iterator[list[Import]]:
    """Each circle as the imports that close it."""
    known = {(one.importer, one.imported): one for one in imports()}
    needs = defaultdict(set)
    for importer, imported in known:
        needs[importer].add(imported)
    while True:
        try:
            TopologicalSorter(needs).prepare()
        except CycleError as error:
            circle = error.args[1][::-1]
            yield [known[pair] for pair in pairwise(circle)]
            needs[circle[0]].discard(circle[1])
        else:
            return


def test_imports_are_found_wherever_they_stand():
    # One at the head of a file, one in a function, one for types.
    assert {("helpers.analysis", "helpers.french"), ("helpers", "helpers.analysis")} <= {one[:2] for one in imports()}
    assert len(imports()) > 150


def test_there_is_no_circle():
    found = [" → ".join(map(str, circle)) for circle in circles()]
    assert not found, "circles of imports:\n" + "\n".join(found)


def test_every_package_has_its_place():
    rooms = {room(module) for module in files()} - {"helpers"}
    assert not rooms - set(ORDER), f"no place in ORDER: {sorted(rooms - set(ORDER))}"
    assert set(ORDER) == rooms, "ORDER names a package that is not there"


def test_packages_import_only_those_above_them():
    wrong = [
        f"{one}: {room(one.imported)} stands below {room(one.importer)}"
        for one in imports()
        if "helpers" not in (room(one.importer), room(one.imported))
        and ORDER.index(room(one.imported)) > ORDER.index(room(one.importer))
    ]
    assert not wrong, "\n".join(wrong)


def test_the_facade_is_for_those_outside():
    wrong = [f"{one}: import it from the module that defines it" for one in imports() if one.imported == "helpers"]
    assert not wrong, "\n".join(wrong)


PACKAGES = sorted(path.parent.name for path in paths.PACKAGE.glob("*/__init__.py"))


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_tells_the_order_inside(package):
    names = told(package)
    assert sorted(names) == sorted(modules(package)), f"{package}: after “Order inside:” each module stands once"
    wrong = []
    for one in imports():
        importer, imported = (name.removeprefix(f"helpers.{package}.") for name in one[:2])
        if importer in names and imported in names and names.index(imported) >= names.index(importer):
            wrong.append(f"{one}: the docstring of {package} names {imported} behind {importer}")
    assert not wrong, "\n".join(wrong)
