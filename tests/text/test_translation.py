"""Labels in the reader's language. The sentences are invented."""

import ast
import json
import re

import pytest

from helpers import paths
from helpers.text import translation

TEXT = """Lac-Clair, le 4 mai 2021 – La ville a planté 300 arbres en 2020, contre 120 en 2019, soit une hausse de 150 %.

« L'étang a gelé deux fois », raconte Odile Brochet, gardienne du parc. Selon le maire, 12 millions suffiront."""


def asked(node: ast.AST) -> list[str]:
    """The labels that a call gives to be translated, where they stand as they are."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return []
    given = {"translate": node.args[:1], "counted": node.args[1:]}.get(node.func.id, [])
    texts = [one for text in given for one in ((text.body, text.orelse) if isinstance(text, ast.IfExp) else (text,))]
    return [one.value for one in texts if isinstance(one, ast.Constant) and isinstance(one.value, str)]


@pytest.fixture
def in_french(monkeypatch):
    """French, and the labels that have none."""
    missing: list[str] = []

    known = translation.french

    def french(text: str, context: str = "") -> str:
        if text and not translation.has_french(text) and not translation.has_french(f"{context}|{text}"):
            missing.append(text)
        return known(text, context)

    monkeypatch.setenv("LANGUAGE", "fr")
    monkeypatch.setattr(translation, "french", french)
    return missing


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C", "LANGUAGE": "fr:en"}, "fr"),
        ({"LANG": "fry_NL"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_tells_the_language(monkeypatch, settings, wanted):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert translation.language() == wanted


def test_numbers_have_the_signs_of_the_language(in_french):
    assert translation.localised("1,234.5") == "1\u202f234,5" and translation.localised("28%") == "28\u202f%"
    assert [translation.counted(n, "sentence", "sentences") for n in (0, 1, 2)] == ["0 phrase", "1 phrase", "2 phrases"]


def test_every_label_in_the_code_has_its_french():
    found = {
        label
        for path in paths.PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for label in asked(node)
    }
    for path in paths.PACKAGE.rglob("*.j2"):
        found |= set(re.findall(r"\b_\(\"([^\"]+)\"", path.read_text(encoding="utf-8")))
    assert len(found) > 50 and found - set(translation._labels()) == set()


def test_a_label_keeps_its_fields():
    fields = re.compile(r"{\w*}")
    wrong = [k for k, v in translation._labels().items() if sorted(fields.findall(k)) != sorted(fields.findall(v))]
    assert wrong == []


def test_a_notebook_of_ones_own_release_lacks_no_label(in_french):
    """Every cell of it is run as it stands, and followed with a text that has other things in it."""
    notebook = json.loads((paths.NOTEBOOKS / "08_your_release.ipynb").read_text(encoding="utf-8"))
    shown: dict[str, object] = {}
    views = []
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            tree = ast.parse("".join(cell["source"]))
            last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, "cell", "exec"), shown)
            if last:
                views.append(eval(compile(ast.Expression(last.value), "cell", "eval"), shown))
    shown["your"].text.value = TEXT
    told = " ".join(view._repr_mimebundle_().get("text/html", "") for view in views)
    assert "Les voix, de la plus" in told and "300 arbres" not in in_french
    assert in_french == []
