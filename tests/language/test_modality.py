"""Words of duty, possibility and will."""

from helpers import language
from tests.reading import read, shown


def test_modal_words_and_adjectives_that_only_praise():
    text = (
        "Il est essentiel d'agir. Une place essentielle attend. La ville doit payer. Il souhaite la bienvenue à tous."
    )
    table = language.modality(language.word_table(read(text)))
    assert shown(table, "text", "modality") == [("essentiel", "obligation"), ("doit", "obligation")]
