"""Acronyms with what they stand for. Every sentence is invented."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.release.acronyms import acronym_uses, acronyms, fold
from helpers.release.release import Release
from helpers.text.faults import ReleaseError


def read(text: str) -> list[tuple[str, str]]:
    release = Release.from_text(text)
    return [(row.text, row.expansion) for row in acronyms(release).itertuples()]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        # Both orders, and the apposition.
        ("La Société des ponts du Nord (SPN) ouvre.", "SPN", "Société des ponts du Nord"),
        ("La SPN (Société des ponts du Nord) ouvre.", "SPN", "Société des ponts du Nord"),
        ("La Société des ponts du Nord, ou SPN, ouvre.", "SPN", "Société des ponts du Nord"),
        # Small words give a letter or not; accents do not count.
        ("Le Centre d'études et de soins du dos (CESD) ouvre.", "CESD", "Centre d'études et de soins du dos"),
        ("Le Centre d'études et de soins (CDES) ouvre.", "CDES", "Centre d'études et de soins"),
        ("L'École de la pêche (EP) ouvre.", "EP", "École de la pêche"),
        ("L'Université libre à distance (ULAD) ouvre.", "ULAD", "Université libre à distance"),
        # A comma inside the name, an article or marks inside the brackets, another language behind.
        ("La Caisse des arts, de la musique et du livre (CAML)", "CAML", "Caisse des arts, de la musique et du livre"),
        ("La Caisse des arts (ci-après la « CDA ») paie.", "CDA", "Caisse des arts"),
        ("Le « Réseau des marais » (RDM) paie.", "RDM", "Réseau des marais"),
        ("Le Conseil du riz (CDR; en anglais, RC) paie.", "CDR", "Conseil du riz"),
        ("Le CDR (Conseil du riz, en anglais RC) paie.", "CDR", "Conseil du riz"),
        # One word gives two letters; a word gives none.
        ("La ligue permanente antipollution (LPAP) proteste.", "LPAP", "ligue permanente antipollution"),
        ("La Fédération interrégionale du lait du Québec (FIQ)", "FIQ", "Fédération interrégionale du lait du Québec"),
        # English names, small words too; printed as a word; with dots; in the plural.
        ("Le National Board for Lost Dogs (NBLD) répond.", "NBLD", "National Board for Lost Dogs"),
        ("L'Irdem (Institut régional des eaux et marais) répond.", "Irdem", "Institut régional des eaux et marais"),
        ("La S.P.N. (Société des ponts du Nord) répond.", "S.P.N.", "Société des ponts du Nord"),
        ("Les petits journaux locaux (PJLs) répondent.", "PJLs", "petits journaux locaux"),
        # No name begins with a small word, but for a capital's sake.
        ("Eaux et Marais sauvages Canada (EMSC) publie.", "EMSC", "Eaux et Marais sauvages Canada"),
        ("EMSC (Eaux et Marais sauvages Canada) publie.", "EMSC", "Eaux et Marais sauvages Canada"),
        ("Le parti Les Riverains (LR) vote.", "LR", "Les Riverains"),
        # The letters of another language: in another order, or beside the name of a body alone.
        ("Le NBA (Bureau national des arbres) publie.", "NBA", "Bureau national des arbres"),
        ("Le Congrès montagnard alpin (AMC) publie.", "AMC", "Congrès montagnard alpin"),
        ("Le WFL (Alliance mondiale pour les lacs) publie.", "WFL", "Alliance mondiale pour les lacs"),
    ],
)
def test_an_acronym_and_the_words_it_stands_for(text, short, long):
    assert read(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "Jeanne Roy (PDG) parle.",  # a function
        "Toronto (ON) et Laval (QC) jouent.",  # a province behind a town that does not hold its letters
        "Le fonds vaut 12 millions de dollars canadiens (CAD).",  # one word may not give all letters
        "Le député Paul Roy du Parti des lacs à la Chambre (PL) parle.",  # the last full word gives no letter
        "Il part. Société des ponts. Nord (SPN)",  # a sentence ends between
        "Il vit à Laval (Canada).",
        "Une élue ENP (Val-de-Saône) répond à Paul Roy, ENP (Camp Alain Roy).",  # a place, and what has a name
        "La LPN (agence privée américaine) proteste.",  # says what it is, and names nothing
        "(SPN)",
        "Écrire à Société des ponts du Nord, spn@exemple.org (voir).",
    ],
)
def test_what_stands_in_brackets_is_not_always_an_acronym(text):
    assert read(text) == []


def test_the_nearest_words_are_taken():
    text = "La Société publique nationale et la Société des ponts du Nord (SPN) signent."
    assert read(text) == [("SPN", "Société des ponts du Nord")]


def test_uses_leave_addresses_out():
    text = (
        "La Société des ponts du Nord (SPN) ouvre. La SPN paie.\n\n"
        "Renseignements : SPN, media.SPN@exemple.org, https://exemple.org/SPN, ASPN"
    )
    release = Release.from_text(text)
    table = acronyms(release)
    assert table.loc[0, "uses"] == 3
    uses = acronym_uses(release)
    assert uses["is_definition"].tolist() == [True, False, False]
    assert [text[s:e] for s, e in zip(uses["start"], uses["end"], strict=True)] == ["SPN"] * 3


def test_the_first_use_can_stand_before_the_definition():
    release = Release.from_text("La SPN paie. La Société des ponts du Nord (SPN) ouvre.")
    row = acronyms(release).loc[0]
    assert (row["first_use"], row["uses"], row["rule"]) == (3, 2, "initials")
    assert row["start"] > row["first_use"]


def test_a_second_definition_with_the_same_words_adds_no_row():
    text = "La Société des ponts du Nord (SPN) ouvre.\n\nSOURCE Société des ponts du Nord (SPN)"
    table = acronyms(Release.from_text(text))
    assert (len(table), table.loc[0, "uses"]) == (1, 2)


def test_the_release_explains_its_acronyms(release):
    table = acronyms(release)
    assert dict(zip(table["text"], table["expansion"], strict=True)) == {
        "VGT": "Virtual Global Taskforce",
        "GRC": "Gendarmerie royale du Canada",
    }
    assert set(table["rule"]) == {"initials"}
    for row in table.itertuples():
        assert release.text[row.start : row.end] == row.text
        assert release.text[row.expansion_start : row.expansion_end] == row.expansion


@pytest.mark.parametrize(("text", "folded"), [("École", "ecole"), ("Cœur\n D’OR", "coeur d'or"), ("", "")])
def test_fold(text, folded):
    assert fold(text) == folded


PIECES = st.sampled_from(
    "( ) « » , . ; - ’ ' A B AB SPN Spn S.P. é É de des la Société ponts Nord \n \n\n @ www. 1 𝔸 e\u0301 \xa0 ou".split(
        " "
    )
)


@given(
    st.one_of(
        st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
    )
)
def test_any_text_gives_exact_slices(text):
    try:
        release = Release.from_text(text)
    except ReleaseError:
        return
    table = acronyms(release)
    for row in table.itertuples():
        assert text[row.start : row.end] == row.text
        assert text[row.expansion_start : row.expansion_end] == row.expansion
        assert row.uses >= 0
    for row in acronym_uses(release, table).itertuples():
        assert text[row.start : row.end] == row.text
        assert row.text in set(table["text"])


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "(A" * 50_000,
        "AB " * 30_000 + "(AB)",
        "A.B." * 30_000,
        "(ABABABABAB) " * 3_000,
        "a " * 50_000 + "(AAAAAAAAAA)",
    ],
    ids=["digits", "open brackets", "acronyms", "dots", "brackets", "one letter"],
)
def test_long_lines_take_no_long_time(text):
    release = Release.from_text(text)
    start = time.perf_counter()
    acronyms(release)
    assert time.perf_counter() - start < 5
