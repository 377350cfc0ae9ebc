"""What a file is, by its bytes. Texts are invented."""

import pytest

from helpers.release.formats import format_of


@pytest.mark.parametrize(
    "lines",
    [
        ["« Il pleut », dit Luc Roy, élu.", "« Il vente », dit Zoé Kerr, élue.", "« Il neige », dit Jean Bo, élu."],
        ["Paris, Lyon, Nice", "Brest, Lens, Metz", "Dole, Caen, Pau"],
        ["Le taux va de 18,4 % à 17,2 %.", "Le coût va de 3,1 M€ à 4,2 M€.", "Le prix va de 1,5 € à 2,5 €."],
        ["Un pont ; une digue ; un quai", "Un parc ; une place ; un bois", "Un stade ; une piste ; un club"],
        ["Anne ouvre ; Luc ferme ; Zoé part.", "Tom dort ; Léa lit ; Max rit.", "Il va ; elle vient ; on reste."],
    ],
)
def test_prose_with_as_many_commas_a_line_is_no_table(lines):
    assert format_of("\n".join([*lines, ""]).encode(), ".txt", "a") == "text"


@pytest.mark.parametrize("opening", ["", "\ufeff", "<!-- a -->\n<!---->", "<?xml version='1.0'?>\n", "\n <!--\n>-->"])
@pytest.mark.parametrize("element", ["<!DOCTYPE  html>", "<HTML lang='fr'>", "<html>"])
def test_a_page_is_known_behind_comments_and_declarations(opening, element):
    assert format_of(f"{opening}{element}<p>Texte".encode(), ".txt", "a") == "html"


@pytest.mark.parametrize("data", [b"<!--", b"<!-- <html>", b"<!---->" * 40 + b"<x", b"<htmlx>", b"<?xml <html"])
def test_what_only_looks_like_a_page_is_text(data):
    assert format_of(data, ".txt", "a") == "text"
