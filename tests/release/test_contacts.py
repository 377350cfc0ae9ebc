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


@pytest.mark.parametrize(
    ("line", "phones"),
    [
        ("Contact : Awa Ndir, 77 000 12 34", ["77 000 12 34"]),
        ("Contact : Awa Ndir – T. 200 00 12 – GSM 600 000 012 –", ["200 00 12", "600 000 012"]),
        ("Contact : Awa Ndir, + 33 1 99 00 12 34", ["+ 33 1 99 00 12 34"]),
        ("Contact : Awa Ndir, (+352) 200 00 12 / (509) 0000-1234", ["(+352) 200 00 12", "(509) 0000-1234"]),
        ("Contact : Awa Ndir, 02/000.12.34 ou 069/00.00.12", ["02/000.12.34", "069/00.00.12"]),
        ("- Awa Ndir (FR/DE) : 079 800 12 34", ["079 800 12 34"]),
        ("- Awa Ndir (FR): (079 800 12 34)", ["079 800 12 34"]),
        ("Tél./WhatsApp : +509 00 00 0312", ["+509 00 00 0312"]),
    ],
)
def test_numbers_are_those_of_any_country_given_out_or_not(line, phones):
    release = laid_out(f"Le pont ouvre ce jeudi, dit la ville.\n\nIl est long et beau.\n\n{line}")
    assert release.paragraphs[-1].kind == "contact"
    assert [phone for c in release.contacts for phone in c.phones] == phones


@pytest.mark.parametrize(
    "words",
    ["2 500 000 euros", "le 12.05.2024", "les saisons 2023-2024", "au standard, 600 000 appels", "+250 000 000"],
)
def test_what_only_looks_like_a_number_to_call(words):
    assert laid_out(f"Le pont ouvre.\n\nContact : Awa Ndir, {words}").contacts[0].phones == ()


def test_a_label_may_have_a_typographic_apostrophe():
    release = laid_out("Le pont ouvre, dit la ville.\n\nPour plus d’informations : pont@ville.example")
    assert release.contacts[0].emails == ("pont@ville.example",)


def test_an_office_above_its_addresses_needs_no_label():
    release = laid_out(
        "Le pont ouvre en mai, dit la ville dans un texte.\n\nCellule des ponts\nTél. : +221 33 000 12 34\np@v.example"
    )
    assert [p.kind for p in release.paragraphs] == ["lead", "contact", "contact", "contact"]
    assert release.contacts[0].phones == ("+221 33 000 12 34",)


def test_a_closing_paragraph_may_ask_to_write():
    release = laid_out("Un pont ouvre en mai.\n\nLe lundi 3 mai, venez. Écrivez à pont@ville.example.")
    assert [c.emails for c in release.contacts] == [("pont@ville.example",)]
    assert release.paragraphs[-1].kind == "body"
