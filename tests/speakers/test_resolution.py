"""Who a mention is. All examples are invented."""

import pytest
import spacy

import helpers.speakers  # noqa: F401  (registers helpers_quotes and helpers_speakers)
from helpers.french.pipeline import MODEL
from tests.reading import quotes_of

LEAD = "La surintendante principale Louise Tremblay, de la Régie des sentiers (RDS), a ouvert la réunion. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (LEAD + "« Le pont ouvrira en mai », déclare la surint. pr. Tremblay.", "Louise Tremblay"),
        (LEAD + "« Le pont ouvrira en mai », déclare Mme Tremblay.", "Louise Tremblay"),
        (LEAD + "Elle a déclaré que le pont ouvrira en mai.", "Louise Tremblay"),
        (LEAD + "« Le pont ouvrira en mai », a-t-elle déclaré.", "Louise Tremblay"),
        (LEAD + "« Le pont ouvrira en mai », précise la RDS.", "Régie des sentiers"),
        ("« Le pont ouvrira en mai », dit Anne de Lamothe, mairesse de Laval.", "Anne de Lamothe"),
        (
            "« Le pont ouvrira en mai », dit un porte-parole du ministre Paul Morin.",
            "un porte-parole du ministre Paul Morin",
        ),
        ("Selon le ministère des Transports, le pont ouvrira en mai.", "ministère des Transports"),
    ],
)
def test_a_mention_is_brought_to_the_fullest_name(text, name):
    assert quotes_of(text)["speaker_name"].tolist() == [name]


PONT = "« Le pont ouvrira en mai »"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (  # a demonym has the gender of its form, not that of the years behind it
            f"Giulia Bertone, élue, et Marc Roy, directeur, étaient là. {PONT}, dit Marc Roy. "
            "Selon l’Italienne de 45 ans, le pont est prêt.",
            ["Marc Roy", "Giulia Bertone"],
        ),
        (  # celui qui is a person, though a thing spoke last
            "Marc Roy était là. Comme le rappelle un article paru mardi, le pont est fermé. "
            f"{PONT}, a affirmé celui qui l'a bâti.",
            ["un article", "Marc Roy"],
        ),
        (  # the paper that spoke, not a body that was spoken of since
            f"L'Écho des Rives précise que le pont ouvrira en mai. L'Agence des ponts l'a repeint. {PONT}, "
            "rappelle le quotidien.",
            ["Écho des Rives", "Écho des Rives"],
        ),
        (  # no other body is called a ministry
            "L'UE a rejeté l'accord. Selon le ministère, le pont ouvrira en mai.",
            ["ministère"],
        ),
        (
            f"Le président Marc Roy a signé. L'avocat Luc Petit écoutait. {PONT}, a déclaré le chef de l'État.",
            ["Marc Roy"],
        ),
        (
            "Le premier ministre, Marc Roy, a parlé hier. "
            f"L'avocat Luc Petit écoutait. {PONT}, a déclaré le chef du gouvernement.",
            ["Marc Roy"],
        ),
        (
            "La secrétaire générale de la FNP, Anne Caron, a parlé hier. L'avocate Zoé Petit écoutait. "
            "La patronne de la FNP affirme que le pont ouvrira en mai.",
            ["Anne Caron"],
        ),
        (  # who speaks for a body does not lead it
            "La porte-parole de la FNP, Anne Caron, a parlé hier devant Zoé Petit. "
            "La patronne de la FNP affirme que le pont ouvrira en mai.",
            ["patronne de la FNP"],
        ),
        (  # who tells it
            "Anne Caron, maire, a reçu Marc Roy, élu. Le pont est fermé, d'après le récit qu'elle livre.",
            ["Anne Caron"],
        ),
        (  # who is asked is not the subject of what they say
            "Les gardiens ont fait leur ronde. Des couteaux artisanaux sont, selon eux, régulièrement saisis.",
            ["gardiens"],
        ),
        (  # a past participle that is all there is of a name
            f"{PONT}, alerte un « disparu » devant la porte.",
            ["un disparu"],
        ),
        (  # a party behind a function is no surname
            f"Marc Roy, député Gauche-PRN de Laval, était là. {PONT}, dit le député.",
            ["Marc Roy"],
        ),
        (  # the last main clause before the colon
            "Un élu arrive avec son dossier sous le bras, mais la directrice intervient : « Le pont ouvrira en mai ! »",
            ["directrice"],
        ),
        (  # what stands behind a country is no part of its name
            "La Belgique a promis 2 milliards d'euros et la France 1,2 milliard d'euros. "
            "La France estime que le pont ouvrira en mai.",
            ["France"],
        ),
        (  # a calling that is in no table, told apart by its article
            f"{PONT}, précise la glaciologue Anne Caron. « Le lac est gelé », dit Marc Roy, glaciologue. Selon la "
            "glaciologue, le quai est solide. Selon le glaciologue, la route est prête.",
            ["Anne Caron", "Marc Roy", "Anne Caron", "Marc Roy"],
        ),
        (  # one name is a person's where her gender is told
            f"{PONT}, glisse Odile, étudiante. Posée à la cafétéria Louis Bernard, la jeune femme raconte : "
            "« Il est beau. »",
            ["Odile", "Odile"],
        ),
    ],
)
def test_a_description_is_brought_to_who_it_means(text, names):
    assert quotes_of(text)["speaker_name"].tolist() == names


def test_a_verb_that_looks_like_a_function_is_none():
    text = f"Anne Caron, maire, a parlé. {PONT}, juge Mme Caron."
    assert quotes_of(text)["speaker_role"].tolist() == ["maire"]
    assert quotes_of(f"{PONT}, juge Mme Caron.")["speaker_role"].tolist() == [None]


def test_gender_tells_two_persons_apart():
    text = "Anne Roy, directrice, et Paul Morin, président, étaient là. « Le pont ouvrira en mai », a-t-elle déclaré."
    assert quotes_of(text)["speaker_name"].tolist() == ["Anne Roy"]


def test_what_the_release_says_of_a_person_is_kept():
    row = quotes_of(LEAD + "« Le pont ouvrira en mai », déclare la surint. pr. Tremblay.").iloc[0]
    assert (row.speaker_role, row.speaker_gender) == ("surintendante principale", "f")
    assert row.speaker_affiliation == "Régie des sentiers"


def test_a_carried_voice_is_less_sure_than_a_named_one():
    table = quotes_of(
        LEAD + "« Le pont ouvrira en mai », déclare la surint. pr. Tremblay. Elle a affirmé que tout est prêt."
    )
    named, carried = table["speaker_probability"]
    assert carried < named


def test_an_unknown_pronoun_stays_unknown():
    row = quotes_of("« Le pont ouvrira en mai », a-t-il dit.").iloc[0]
    assert row.speaker_name is None and row.confidence == "low"


def test_other_pipelines_take_the_steps_as_components():
    nlp = spacy.load(MODEL)
    nlp.add_pipe("helpers_sentences", first=True)
    nlp.add_pipe("helpers_quotes", last=True)
    nlp.add_pipe("helpers_speakers", last=True)
    doc = nlp("Anne Roy était là. « Le pont ouvrira en mai », a-t-elle dit. Selon la police, tout est prêt.")
    spoken = zip(doc.spans["quotations"], doc._.speakers, strict=True)
    found = [(span.text, span.label_, speaker.name) for span, speaker in spoken]
    assert found == [
        ("Le pont ouvrira en mai", "direct", "Anne Roy"),
        ("tout est prêt", "indirect", "police"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "la directrice du port, Anne Roy",
        "la Directrice Générale Adjointe de Nordia, Anne Roy",
        "Anne Roy, adjointe",
        "la trésorière du club, Mme Anne Roy",
        "son épouse, Anne Roy",
    ],
)
def test_a_function_alone_is_nobody_beside_a_name(source):
    assert quotes_of(f"{PONT}, a dit {source}.")["speaker_name"].tolist() == ["Anne Roy"]


@pytest.mark.parametrize(
    "name",
    ["J.-P. Coste", "Anne ROY", "R. Da Silva", "Luc van den Berg", "Awa Fa'asavalu"],
)
def test_a_name_is_read_whole_however_it_is_written(name):
    prefix = "Mme " if name.isupper() else ""
    assert quotes_of(f"{PONT}, a déclaré {prefix}{name}, maire de Lens.")["speaker_name"].tolist() == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (  # number
            "Les syndicats ont vu la directrice, Nadia Fort. « Nous restons », ont-ils dit. "
            "« Je vous entends », a-t-elle répondu.",
            ["syndicats", "Nadia Fort"],
        ),
        (f"L'association Horizon a accueilli Marc Pons. {PONT}, affirme-t-elle.", ["Horizon"]),
        (
            f"Le groupe Vernex et la société Daltex s'unissent. {PONT}, assurent-ils.",
            ["Vernex et Daltex"],
        ),
        (f"Anne Roy et Luc Petit ont signé. {PONT}, assurent-ils.", ["Anne Roy et Luc Petit"]),
        (  # nobody whom only somebody else speaks of
            f"Nadia Fort est venue. « Je ne suis pas Anne Petit », sourit-elle. {PONT}, ajoute-t-elle.",
            ["Nadia Fort", "Nadia Fort"],
        ),
    ],
)
def test_a_pronoun_agrees_with_whom_it_means(text, names):
    assert quotes_of(text)["speaker_name"].tolist() == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le chanteur a parlé par son avocat, Me Luc Morel. Celui-ci a indiqué que tout est prêt.", "Luc Morel"),
        ("La mairesse a reçu Anne Caron. Celle-ci a indiqué que tout est prêt.", "Anne Caron"),
        ("Anne Caron a reçu des éleveurs. Ces derniers ont promis que tout serait prêt.", "éleveurs"),
    ],
)
def test_the_latter_is_who_was_named_last(text, name):
    assert quotes_of(text)["speaker_name"].iloc[-1].removeprefix("des ") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leur association, le Groupement des riverains (GDR), dit que tout va.", "Groupement des riverains"),
        ("Une ONG locale, Rives propres, affirme que l'eau manque.", "Rives propres"),
        ("L'ONG Terre Vive affirme que l'eau manque.", "Terre Vive"),
        ("L'ASBL Les Amis du lac affirme que l'eau manque.", "Les Amis du lac"),
        ("Selon sa femme Ginette, le four est froid.", "Ginette"),
        ("« Le vent tombe », résume le Yacht-Club du Nord.", "Yacht-Club du Nord"),
        ("« Le vent tombe », dit la secrétaire du Comité des quais (CDQ), Zoé Blanc.", "Zoé Blanc"),
        ("« Le vent tombe », plaide la défense, Me Sarah Petit.", "Sarah Petit"),
    ],
)
def test_a_source_is_named_by_the_name_beside_its_kind(text, name):
    assert quotes_of(text)["speaker_name"].tolist() == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (  # no town is an association
            "La Ville de Hautval a reçu l'association Rives. L'association dit que l'eau manque.",
            "Rives",
        ),
        ("Le ministère de l'Eau a reçu le collectif Rives. Le collectif dit que l'eau manque.", "Rives"),
        ("La préfecture a écrit à l'agence Albatros. L'agence dit que l'eau manque.", "Albatros"),
    ],
)
def test_a_noun_for_bodies_means_one_that_can_be_called_so(text, name):
    assert quotes_of(text)["speaker_name"].iloc[-1] == name


@pytest.mark.parametrize("topic", ["Crise du lait", "Retards du bac", "Citations", "Un choix", "Fermeture du quai"])
def test_the_topic_of_a_line_is_nobody(topic):
    quotes = quotes_of(f"{topic} : « Nous avons attendu deux ans. »")
    assert quotes["speaker_name"].isna().all()
