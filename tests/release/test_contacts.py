"""Whom to write to and to call. Every person and number is invented."""

import pytest

from tests.reading import laid_out


def test_a_contact_above_the_title_swallows_nothing():
    release = laid_out(
        "Contact presse : Anne Roy, 01 99 00 12 34\n\nLe pont ouvre\n\nLe pont ouvre en mai, a dit la ville ce lundi."
    )
    assert release.title.text == "Le pont ouvre" and [c.label for c in release.contacts] == ["Anne Roy"]
    assert release.paragraphs[-1].kind == "lead"


@pytest.mark.parametrize(
    "text", ["Le registre compte 3 632 000 000 fiches.", "3 632 000 000 arbres plantés\n\nUn record."]
)
def test_a_large_amount_is_no_telephone_number(text):
    release = laid_out(text)
    assert release.contacts == () and {p.kind for p in release.paragraphs} <= {"title", "lead"}


def test_a_closing_paragraph_may_ask_to_write():
    release = laid_out("Un pont ouvre en mai.\n\nLe lundi 3 mai, venez. Écrivez à pont@ville.example.")
    assert [c.emails for c in release.contacts] == [("pont@ville.example",)]
    assert release.paragraphs[-1].kind == "body"
