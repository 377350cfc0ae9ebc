"""What a list says, one point a line, by whom the line above it names."""

import pytest

from tests.reading import quotes_of

HEAD = "Sorne, le 3 mars 2020 – Le conseil s'est réuni hier.\n\n"
LISTS = {
    "resolution": (
        "Le Comité des rives, réuni à Sorne,\n\nRappelant que la halle rouvre en juin ;\n\n"
        "Souligne que les habitants attendent un pont ;\n\nFait remarquer que la ville a voté un budget ;\n\n"
        "Demande à la région de payer.",
        "Comité des rives",
        ["la halle rouvre en juin", "les habitants attendent un pont", "la ville a voté un budget"],
    ),
    "minutes": (
        "À l'issue de la réunion, les participants :\n\n- rappellent que la halle rouvre en juin ;\n"
        "- regrettent que la ville n'ait pas voté de budget ;\n- demandent à la région de payer.",
        "participants",
        ["la halle rouvre en juin", "la ville n'ait pas voté de budget"],
    ),
    "shared auxiliary": (
        "Les ministres ont :\n\n• constaté que la halle rouvre en juin ;\n• souligné que les élus attendent un pont.",
        "ministres",
        ["la halle rouvre en juin", "les élus attendent un pont"],
    ),
    "que above": (
        "Anne Roy, présidente du comité, a indiqué que :\n\n- la halle rouvre en juin ;\n- la ville a voté un budget.",
        "Anne Roy",
        ["la halle rouvre en juin", "la ville a voté un budget"],
    ),
    "selon above": (
        "Selon l'étude :\n\n• la halle rouvre trop tôt ;\n• les habitants attendent un pont.",
        "étude",
        ["la halle rouvre trop tôt", "les habitants attendent un pont"],
    ),
}


@pytest.mark.parametrize("kind", LISTS)
def test_each_point_of_a_list_is_said_by_whom_the_line_above_names(kind):
    text, speaker, points = LISTS[kind]
    quotes = quotes_of(HEAD + text)
    said = quotes[quotes["rule"] == "list"]
    assert said["text"].tolist() == points
    assert set(said["speaker_name"]) == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "Le programme :\n\n- la halle rouvre en juin ;\n- la ville a voté un budget.",
        "Pour l'association, le risque est ailleurs :\n\n- la halle rouvre en juin.",
        "La mairesse est venue :\n\nElle a visité la halle.",
    ],
)
def test_a_list_that_nobody_says_is_no_quotation(text):
    assert "list" not in set(quotes_of(HEAD + text)["rule"])
