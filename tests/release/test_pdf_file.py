"""PDF files: letters whole, pages without text told. Texts are invented."""

import io

import pytest

from helpers.release.extraction import extract
from tests.documents import pdf

pypdf = pytest.importorskip("pypdf")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Elle a d´eclar´e que l'´et´e serait chaud", "Elle a déclaré que l'été serait chaud"),
        ("Le probl`eme est l`a, `a Brest", "Le problème est là, à Brest"),
        ("En aoˆut, la fˆete du th´e^atre", "En août, la fête du théâtre"),
        ("Le ma¨ıs et No¨el".replace("ı", "i"), "Le maïs et Noël"),
        ("Un fran¸cais, un gar c¸on".replace("r c", "rc"), "Un français, un garçon"),
        ("Il dit ``oui'' et l'eau", "Il dit ``oui'' et l'eau"),
    ],
)
def test_accents_apart_are_put_on_their_letters(printed, read):
    assert extract(pdf([(700, printed)]), "pdf", "a").text == read


def pages(*files: bytes) -> bytes:
    writer = pypdf.PdfWriter()
    for data in files:
        writer.append(io.BytesIO(data))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_page_without_text_is_told():
    found = extract(pages(pdf([(700, "Un pont.")]), pdf([]), pdf([(700, "Deux ponts.")])), "pdf", "a")
    assert found.text == "Un pont.\n\nDeux ponts."
    assert len(found.notes) == 1 and "page 2 of 3" in found.notes[0] and "text recognition" in found.notes[0]


def test_a_sentence_goes_on_over_the_end_of_a_page():
    found = extract(pages(pdf([(700, "Le pont est long,")]), pdf([(700, "et beau. Il ouvre.")])), "pdf", "a")
    assert found.text == "Le pont est long,\net beau. Il ouvre." and not found.notes
