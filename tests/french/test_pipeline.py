"""The model: loaded once, checked, and cutting words as French is printed."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.french import pipeline
from tests.reading import read


def test_the_model_loads_once():
    assert pipeline.pipeline() is pipeline.pipeline()


def test_importing_helpers_loads_no_model():
    code = "import sys, helpers; print('spacy' in sys.modules, 'pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_another_model_is_refused(monkeypatch):
    loaded = pipeline.pipeline()
    monkeypatch.setattr(pipeline.spacy, "load", lambda name: loaded)
    monkeypatch.setattr(pipeline, "VERSION", "0.0.0")
    with pytest.raises(RuntimeError, match="make setup"):
        pipeline.pipeline.__wrapped__()


@pytest.mark.parametrize(
    "text",
    ["Il parle d'« une étape ».", 'L\'"Alliance" et d\'"un mot".', "Un mot«collé»aux autres.", "  « Deux  espaces »  "],
)
def test_every_quotation_mark_is_a_token(text):
    doc = read(text).doc
    assert doc.text == text
    assert sum(t.text in '«»"' for t in doc) == sum(c in '«»"' for c in text)


@given(st.text(max_size=60))
def test_the_tokeniser_keeps_every_character(text):
    assert pipeline.pipeline().make_doc(text).text == text


@pytest.mark.parametrize("unit", ["M€", "€", "k€", "M$", "£", "m³", "km²", "h", "m", "t", "°C", "%", "MW"])
def test_a_full_stop_behind_a_unit_ends_a_sentence(unit):
    document = read(f"Le total est de 12 {unit}. Elle part demain avec M. Roy.").document
    assert [str(sentence) for sentence in document.sentences] == [
        f"Le total est de 12 {unit}.",
        "Elle part demain avec M. Roy.",
    ]


def test_a_letter_that_is_no_unit_keeps_its_full_stop():
    assert len(read("Les prix ont augmenté de 8 p. 100 en 2021.").document.sentences) == 1
