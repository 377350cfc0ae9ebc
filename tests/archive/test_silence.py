"""Who is named and not heard. The releases are invented."""

import pytest

from helpers import archive

LETTER = "Val-Roc, le {day} mars 2023 – {text}\n\nSOURCE {issuer}\n"
TEXTS = {
    "a.txt": LETTER.format(
        day=2,
        issuer="Ville de Val-Roc",
        text="La Ligue des sources proteste, les riverains aussi. « Tout est prêt », dit le maire Luc Petit. "
        "Les riverains attendent, Mme Anne Roy écrit.",
    ),
    "b.txt": LETTER.format(
        day=9,
        issuer="Ville de Val-Roc",
        text="La Ligue des sources attend. Les riverains attendent. « Tout est prêt », répète le maire Luc Petit.",
    ),
    "c.txt": LETTER.format(
        day=16,
        issuer="Ligue des sources",
        text="« Rien n'est prêt », répond Mme Anne Roy, présidente de la Ligue des sources. Les riverains attendent. "
        "Luc Petit se tait.",
    ),
}


@pytest.fixture(scope="module")
def silent(tmp_path_factory):
    folder = tmp_path_factory.mktemp("silence")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return archive.read_corpus(folder, folder / "read", workers=1)


def test_who_is_never_asked_comes_first_and_who_was_heard_once_is_counted(silent):
    found = archive.silences(silent).set_index("name")
    assert found.index[0] == "riverains" and found.loc["riverains", ["releases", "issuers", "silent_in"]].tolist() == [
        3, 2, 3,
    ]  # fmt: skip
    assert found.loc["Luc Petit", ["kind", "releases", "silent_in"]].tolist() == ["person", 3, 1]
    assert found.loc["Anne Roy", ["releases", "silent_in"]].tolist() == [2, 1]


def test_an_issuer_is_not_silent_in_its_own_release(silent):
    found = archive.silences(silent).set_index("name")
    assert found.loc["Ligue des sources", ["releases", "silent_in"]].tolist() == [2, 2]
    assert "Ville de Val-Roc" not in found.index


def test_releases_can_be_left_out_and_few_mentions_asked_for(silent):
    assert archive.silences(silent, without=["c.txt"]).set_index("name").loc["riverains", "releases"] == 2
    assert set(archive.silences(silent, least=3)["name"]) == {"riverains", "Luc Petit"}
