"""The rules of attribution: their names, how sure each is, and a sentence (invented) that shows it.

They stand in the order in which they are tried: words between marks first, then clauses without
marks, then what discourse carries on, last the points that are merely narrated.
"""

from dataclasses import dataclass

HIGH, MEDIUM, LOW = "high", "medium", "low"


@dataclass(frozen=True)
class Rule:
    """How a quotation is attributed: its name, how sure it is, and a sentence that shows it."""

    name: str
    confidence: str
    example: str


RULES: dict[str, Rule] = {}


def _named(name: str, confidence: str, example: str) -> str:
    RULES[name] = Rule(name, confidence, example)
    return name


INSIDE = _named("incise inside", HIGH, "« Le pont, précise Anne Roy, ouvrira en mai. »")
INCISE = _named("incise", HIGH, "« Nous avançons », déclare la présidente.")
SELON_AFTER = _named("selon after", HIGH, "« Le marché recule », selon la chambre de commerce.")
COLON = _named("colon", HIGH, "La mairesse a répondu : « Le pont ouvrira en mai. »")
LABEL = _named("label", MEDIUM, "Paul Nadeau, directeur du festival : « La salle était pleine. »")
OBJECT = _named("object", HIGH, "Le ministre a parlé d'« une étape décisive ».")
SIGNATURE = _named("signature", HIGH, "« Ce sentier est à vous. » – Anne Roy, mairesse")
CUE_IN_SENTENCE = _named(
    "cue in sentence", MEDIUM, "Elle a dénoncé des délais imposés « sans la moindre consultation »."
)
FIRST_PERSON = _named(
    "first person", MEDIUM, "Anne Roy revient sur le chantier que « nous avons mené à bien ensemble »."
)
COMME = _named("comme", HIGH, "Comme le souligne la mairesse, le pont ouvrira en mai.")
QUE = _named("que", HIGH, "La ministre a annoncé que le pont ouvrira en mai.")
INFINITIVE = _named("infinitive", HIGH, "La société affirme avoir rappelé les appareils.")
UNMARKED = _named("incise without marks", HIGH, "Le pont ouvrira en mai, indique le rapport.")
SELON = _named("selon", HIGH, "Selon la police, la foule s'est dispersée.")
LISTED = _named("list", HIGH, "Les participants : ¶ – rappellent que le pont ouvrira en mai.")
CONTINUES = _named("continuation", HIGH, "« Nous avançons », déclare la présidente. « Il reste à faire. »")
STATEMENT = _named("statement", MEDIUM, "La mairesse a fait la déclaration suivante : ¶ Je remercie les pompiers.")
UNDER_NAME = _named("under a name", MEDIUM, "Anne Roy, mairesse ¶ Je remercie les pompiers.")
SAME = _named("same sentence", MEDIUM, "« Le bilan est bon », selon l'étude, et « il reste beaucoup à faire ici ».")
PARAGRAPHS = _named("next paragraph", HIGH, "« Nous avançons. ¶ « Il reste à faire », conclut la présidente.")
ADJACENT = _named("next to", MEDIUM, "« Nous avançons », déclare la présidente. ¶ « Il reste à faire. »")
FLOATING = _named("floating", LOW, "Anne Roy était sur place. « Le pont ouvrira en mai. »")
NARRATED = _named("narrated", MEDIUM, "La directrice a souligné l'importance du chantier.")
