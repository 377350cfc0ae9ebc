"""Who is meant by a pronoun, and how sure that is said to be. All examples are invented."""

import pytest

from helpers.entities.directory import Directory
from helpers.learned import Logistic
from helpers.speakers.mentions import spoken
from helpers.speakers.ranking import as_proposed, choose
from helpers.speakers.resolution import attributed
from tests.reading import quotes_of, read


def speakers_of(text, chooser):
    reading = read(text)
    directory = Directory.of(reading.document, spoken(reading.document, reading.spans))
    return [found.speaker.name for found in attributed(directory, reading.spans, chooser)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anne Caron a reçu Luc Morel. « Le pont ouvrira en mai », a-t-elle dit.", "Anne Caron"),
        ("Luc Morel a parlé. Mme Caron écoutait. Il a dit que le pont ouvrira en mai.", "Luc Morel"),
        ("« Tout est prêt », dit Anne Caron. Luc Morel est venu. « Il pleut », ajoute-t-elle.", "Anne Caron"),
        ("La mairesse Anne Caron a parlé hier. Selon elle, le pont ouvrira en mai.", "Anne Caron"),
        ("L'avocat de Luc Morel, Paul Petit, a plaidé. « Le dossier est vide », a-t-il dit.", "Paul Petit"),
    ],
)
def test_a_pronoun_means_the_likeliest(text, name):
    assert quotes_of(text)["speaker_name"].iloc[-1] == name


def test_the_weights_decide_about_a_pronoun_and_leave_a_description_to_the_rules():
    told = "Anne Caron, notaire, écoutait. La mairesse Zoé Petit a parlé. {} dit que le pont ouvrira en mai."
    most_distant = Logistic({"others seen since": 1.0}, 0.0)
    by_weights = [speakers_of(told.format(who), lambda s: choose(s, most_distant)) for who in ("Elle", "La mairesse")]
    by_rules = [speakers_of(told.format(who), as_proposed) for who in ("Elle", "La mairesse")]
    assert by_rules == [["Zoé Petit"], ["Zoé Petit"]]
    assert by_weights == [["Anne Caron"], ["Zoé Petit"]]


def test_a_name_beside_the_words_is_surer_than_a_pronoun_among_many():
    text = (
        "« Le pont ouvrira en mai », dit Anne Caron. L'agence a remercié Zoé Petit, puis Marie Roy. C'était hier. "
        "Elle a dit qu'il pleuvra."
    )
    quotes = quotes_of(text)
    assert quotes["speaker_probability"].iloc[0] > quotes["speaker_probability"].iloc[1]
    assert quotes["confidence"].iloc[0] == "high"
    assert quotes["alternatives"].isna().tolist() == [True, False]
