"""Which language a text is in."""

import subprocess
import sys

import pytest

from helpers import ReleaseError, load_release, paths
from helpers.__main__ import main
from helpers.release.language_id import _is_plainly_french, language_code
from helpers.release.release import Release
from tests.documents import put, refused

ENGLISH = "The city will open a new bridge in May, and all the people who live there are invited to walk on it."


GERMAN = "Die Stadt eröffnet im Mai eine neue Brücke, und alle Menschen, die dort leben, sind dazu herzlich eingeladen."


@pytest.mark.parametrize(("text", "name"), [(ENGLISH, "English"), (GERMAN, "German")])
def test_another_language_is_refused_by_name_unless_asked_for(tmp_path, capsys, text, name):
    path = put(tmp_path, "a.txt", text)
    refused(path, f"the text is {name}, not French", "--any-language")
    assert load_release(path, any_language=True).language == name[:2].lower().replace("ge", "de")
    with pytest.raises(ReleaseError):
        Release.from_text(text)
    assert main([str(path)]) == 1 and main([str(path), "--any-language"]) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Anne Roy",
        "OK",
        "Software in the Public Interest",
        "La mairesse ouvre un pont.",
        "12 345 67",
        f"{ENGLISH}\n\nLa Ville ouvre un nouveau pont en mai, et tous ceux qui vivent là sont invités à y marcher.",
        "COMMUNIQUÉ. LA VILLE OUVRE UN NOUVEAU PONT EN MAI ET TOUT LE MONDE EST INVITÉ À Y MARCHER DÈS L'AUBE.",
    ],
)
def test_short_or_mixed_texts_are_read(text):
    assert Release.from_text(text).paragraphs


FRENCH = (
    "Les élues ont été reçues avec leurs équipes par notre maire, qui est chez nous depuis dix ans. Où sont les plans? "
    "Ils sont à la mairie, mais pas sur le site, et elle dit que cette étude était dans nos dossiers pour vous."
)


def test_what_is_plainly_french_is_what_the_identifier_takes_for_french():
    from py3langid.langid import rank

    texts = [path.read_text(encoding="utf-8") for path in sorted(paths.DATA.rglob("*.txt"))] + [FRENCH]
    plain = [text for text in texts if _is_plainly_french(text)]
    assert FRENCH in plain and len(plain) > 10
    assert {rank(text)[0][0] for text in plain} == {"fr"}


def test_french_words_in_a_text_of_another_language_do_not_make_it_french(tmp_path):
    assert language_code(ENGLISH * 20 + FRENCH) == "en"
    refused(put(tmp_path, "a.txt", ENGLISH * 20 + FRENCH), "the text is English")


def test_a_plainly_french_text_does_not_wait_for_the_identifier(tmp_path):
    path = put(tmp_path, "a.txt", FRENCH)
    code = (
        "import sys; from helpers import load_release; load_release(sys.argv[1]); assert 'py3langid' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code, path]).returncode == 0
