"""A grammar of reports: sentences made of parts that vary one at a time, each with what it reports and who says it.

Every sentence is invented. A report has a source, a verb of saying, an adjunct, a clause and what comes behind it;
plain parts stand in for all but the one that varies, so that what fails tells which part is not read.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Report:
    """A sentence, the words reported in it, and a word of who says them."""

    text: str
    said: str
    source: str


@dataclass(frozen=True)
class Parts:
    """What a sentence is made of; ``verb``: singular and plural form."""

    source: str = "la mairesse"
    verb: tuple[str, str] = ("a affirmé", "ont affirmé")
    adjunct: str = ""
    clause: str = "le pont ouvrira en mai"
    behind: str = ""

    @property
    def is_plural(self) -> bool:
        return self.source in PLURAL

    @property
    def form(self) -> str:
        return self.verb[self.is_plural]

    @property
    def inverted(self) -> str:
        """*a affirmé la mairesse*, *a-t-elle affirmé*"""
        if self.source in ("elle", "ils"):
            first, *rest = self.form.split()
            link = "-" if first[-1] in "td" else "-t-"
            return " ".join([f"{first}{link}{self.source}", *rest])
        return f"{self.form} {lower(self.source).rstrip(',')}"

    @property
    def predicate(self) -> str:
        """The verb with its adjunct."""
        return self.form + (self.adjunct if self.adjunct.startswith(",") else f" {self.adjunct}".rstrip())


PLURAL = frozenset((
    "les autorités locales", "ils", "plusieurs habitants", "deux tiers d'entre eux", "quatre cents économistes",
    "ses partisans", "tous deux", "le préfet et la mairesse", "Anne Roy et Luc Obin", "les deux élus",
    "ceux qui vivent là", "certains, comme la France,",
))  # fmt: skip
SOURCES = (
    "Anne Roy", "la mairesse", "Le maire de Sorne, Luc Obin,", "Me Durand", "les autorités locales", "la police",
    "le rapport", "elle", "ils", "l'un des témoins", "plusieurs habitants", "deux tiers d'entre eux",
    "quatre cents économistes", "ses partisans", "le ministère de la Mer et des Pêches", "un proche du dossier",
    "une source policière", "le syndicat CFR", "l'organisation", "l'ONG Eau claire", "la présidente du conseil",
    "son avocat, Me Luc Obin,", "M. Obin", "le patron de l'usine", "ce médecin", "le préfet et la mairesse",
    "Anne Roy et Luc Obin", "une habitante de 63 ans", "Luc Obin (CFR)", "le ministre sorlandais des Ports, Luc Obin,",
    "les deux élus", "l'élue", "le collectif Rives", "la société Norda", "un communiqué de la mairie",
    "le directeur général de Norda", "cet habitant", "la justice", "le tribunal de Sorne", "le journal", "l'agence",
    "son père", "Luc Obin, maire de Sorne et vice-président du conseil,", "la porte-parole du gouvernement, Anne Roy,",
)  # fmt: skip
VERBS = (
    ("affirme", "affirment"), ("avait affirmé", "avaient affirmé"), ("affirmait", "affirmaient"),
    ("souligne", "soulignent"), ("a rappelé", "ont rappelé"), ("assure", "assurent"), ("estime", "estiment"),
    ("considère", "considèrent"), ("a expliqué", "ont expliqué"), ("nous a dit", "nous ont dit"),
    ("craint", "craignent"), ("précise", "précisent"), ("espère", "espèrent"), ("confirme", "confirment"),
    ("a reconnu", "ont reconnu"), ("regrette", "regrettent"), ("se félicite", "se félicitent"),
    ("redoute", "redoutent"), ("pense", "pensent"), ("a annoncé", "ont annoncé"), ("a prévenu", "ont prévenu"),
    ("répète", "répètent"), ("a ainsi indiqué", "ont ainsi indiqué"), ("a averti", "ont averti"),
    ("lui a répondu", "lui ont répondu"), ("a écrit", "ont écrit"), ("conclut", "concluent"),
    ("s'inquiète", "s'inquiètent"), ("dit", "disent"),
)  # fmt: skip
ADJUNCTS = (
    "aussi", "également", "ainsi", "bien", "toutefois", "lundi", "ce lundi", "lundi soir", "hier", "jeudi dernier",
    "le 3 mars", "dans la foulée", "en avril", "par ailleurs", "dans un communiqué", "à l'agence", "devant la presse",
    "le 22 juillet 2018 au quotidien régional", "au cours d'un point de presse", "fièrement", "en effet",
    "pour sa part", "de son côté", "mardi sur la chaîne publique", "à plusieurs reprises", "en conférence de presse",
    "sur son compte", "à l'occasion d'une visite", "auprès de l'agence", "dans une lettre au préfet",
    "lors d'une réunion publique", "devant les députés", "en marge du sommet", "avec force", "sans détour",
    "au micro de la radio", "au journal", "depuis Sorne", "vendredi à l'issue du conseil",
    "dimanche soir à la télévision", "par communiqué", "par écrit", "de nouveau", "à nouveau", "d'ailleurs",
    "néanmoins", "à son tour", "quant à elle", ", lundi,", ", dans un communiqué,", ", à qui veut l'entendre,",
    ", lors d'un point de presse,", ", non sans humour,", ", de son côté,",
)  # fmt: skip
CLAUSES = (
    "des frappes ont fait deux morts à Sorne, dans le nord", "un euro prêté vaut un euro donné",
    "rien ne serait décidé avant l'été", "l'eau, rare cet été, manquera",
    "elles ne pouvaient pas rester quinze minutes", "les habitants seraient relogés et les rues fermées",
    "il n'y aura pas d'élection en mai", "le projet, qui coûte cher, sera revu", "en mai, le pont ouvrira",
    "s'il pleut, la route fermera", "c'est un moyen d'en finir", "personne ne savait",
    "300 personnes ont été accueillies", "lorsque la pluie cessera, les travaux reprendront",
    "ni la mairie ni la police n'ont répondu", "70 % des élèves réussissent",
    "le pont, la halte et la gare fermeront",
)  # fmt: skip
BEHIND = (
    ", ce que le préfet conteste", ", alors que la mairie se tait", ", tandis que la mairie se tait",
    " et a salué les agents", " mais n'a pas donné de date", " et s'est engagé à la réparer",
    ", soulignant que la route est sûre", ", avant d'ajouter que la route est sûre",
    " et a demandé que la route soit fermée", "; la mairie se tait",
)  # fmt: skip
INFINITIVES = (
    "avoir rappelé les appareils", "vouloir réduire les délais", "ne pas connaître la victime",
    "avoir dégagé 2,2 millions d'euros en 2010", "être prêt à négocier", "n'avoir rien promis",
)  # fmt: skip
PARTICIPLES = (
    "affirmant", "assurant", "soulignant", "rappelant", "précisant", "estimant", "ajoutant", "expliquant",
    "indiquant", "disant", "regrettant", "faisant valoir", "jugeant",
)  # fmt: skip
SEQUELS = ("d'affirmer", "d'ajouter", "de rappeler", "de préciser", "de reconnaître", "de souligner", "d'expliquer")
PREPOSITIONS = ("selon", "d'après", "à en croire", "de l'avis de")


def lower(source: str) -> str:
    """*Le maire* in mid-sentence; a name keeps its capital."""
    return source[0].lower() + source[1:] if source.startswith("Le ") else source


def capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:] + "."


def que(clause: str) -> str:
    return f"qu'{clause}" if clause[0] in "aeiouéè" else f"que {clause}"


def varied(**parts: Sequence[object]) -> Iterator[Parts]:
    """Plain parts, with one of them varied at a time."""
    for name, values in parts.items():
        for value in values:
            yield replace(Parts(), **{name: value})


# --- constructions -----------------------------------------------------------------------------------


def behind_que() -> Iterator[Report]:
    for p in varied(source=SOURCES, verb=VERBS, adjunct=ADJUNCTS, clause=CLAUSES, behind=BEHIND):
        yield Report(capital(f"{p.source} {p.predicate} {que(p.clause)}{p.behind}"), p.clause, p.source)


def coordinated() -> Iterator[Report]:
    for p in varied(source=SOURCES, verb=VERBS):
        said = f"{p.clause} et que la route restera fermée"
        yield Report(capital(f"{p.source} {p.predicate} {que(said)}"), said, p.source)


def before_incise() -> Iterator[Report]:
    for p in varied(source=SOURCES, verb=VERBS, clause=CLAUSES):
        yield Report(capital(f"{p.clause}, {p.inverted}"), p.clause, p.source)


def before_incise_with_adjunct() -> Iterator[Report]:
    for p in varied(adjunct=[a for a in ADJUNCTS if not a.startswith(",")]):
        yield Report(capital(f"{p.clause}, {p.inverted} {p.adjunct}"), p.clause, p.source)


def infinitive() -> Iterator[Report]:
    plain = [a for a in ADJUNCTS if a not in ("d'ailleurs", "quant à elle", "bien")]
    for p in varied(source=SOURCES, adjunct=plain):
        said = INFINITIVES[0]
        yield Report(capital(f"{p.source} {p.predicate} {said}"), said, p.source)
    for said in INFINITIVES:
        yield Report(capital(f"la mairesse assure {said}"), said, "la mairesse")


def infinitive_with_de() -> Iterator[Report]:
    for p in varied(adjunct=[a for a in ADJUNCTS if a != "bien"]):
        p = replace(p, verb=("a promis", "ont promis"))
        yield Report(capital(f"{p.source} {p.predicate} de réduire les délais"), "réduire les délais", p.source)


def participle() -> Iterator[Report]:
    for word in PARTICIPLES:
        p = Parts()
        yield Report(capital(f"{p.source} a ouvert la séance, {word} {que(p.clause)}"), p.clause, p.source)
        yield Report(capital(f"{p.source} a salué les agents, tout en {word} {que(p.clause)}"), p.clause, p.source)
        yield Report(capital(f"{word} {que(p.clause)}, {p.source} a quitté la salle"), p.clause, p.source)


def sequel() -> Iterator[Report]:
    for infinitive_ in SEQUELS:
        p = Parts(source="Luc Obin")
        yield Report(capital(f"{p.source} a salué les agents avant {infinitive_} {que(p.clause)}"), p.clause, p.source)
        yield Report(capital(f"{p.source} a réuni les élus afin {infinitive_} {que(p.clause)}"), p.clause, p.source)


def behind_relative() -> Iterator[Report]:
    for p in varied(verb=[v for v in VERBS if v[0] not in ("conclut", "dit")]):
        who = "ce médecin, qui dirige la halte"
        yield Report(capital(f"{who}, {p.predicate} {que(p.clause)}"), p.clause, "ce médecin")
        yield Report(capital(f"ce médecin, qui {p.predicate} {que(p.clause)}, n'a pas répondu"), p.clause, "ce médecin")


def behind_selon() -> Iterator[Report]:
    for p in varied(source=[s for s in SOURCES if s not in ("elle", "ils")], clause=CLAUSES):
        yield Report(capital(f"selon {lower(p.source).rstrip(',')}, {p.clause}"), p.clause, p.source)
    for preposition in PREPOSITIONS:
        yield Report(capital(f"{preposition} Luc Obin, le pont ouvrira"), "le pont ouvrira", "Luc Obin")


def before_selon() -> Iterator[Report]:
    for p in varied(source=[s for s in SOURCES if s not in ("elle", "ils")], clause=CLAUSES):
        yield Report(capital(f"{p.clause}, selon {lower(p.source).rstrip(',')}"), p.clause, p.source)


def behind_comme() -> Iterator[Report]:
    for p in varied(source=[s for s in SOURCES if s not in ("elle", "ils", "Me Durand")], clause=CLAUSES):
        yield Report(capital(f"comme l'{p.form} {lower(p.source).rstrip(',')}, {p.clause}"), p.clause, p.source)


def behind_colon() -> Iterator[Report]:
    for p in varied(source=SOURCES, clause=CLAUSES):
        yield Report(capital(f"{p.source} {p.predicate} : {p.clause}"), p.clause, p.source)


def around_incise() -> Iterator[Report]:
    plain = (
        "Anne Roy",
        "la mairesse",
        "Me Durand",
        "la police",
        "elle",
        "le syndicat CFR",
        "M. Obin",
        "l'un des témoins",
    )
    for p in varied(source=plain, verb=[v for v in VERBS if v[0] != "craint"]):
        yield Report(
            capital(f"le pont, {p.inverted}, ouvrira en mai"), f"Le pont, {p.inverted}, ouvrira en mai", p.source
        )


CONSTRUCTIONS: tuple[Callable[[], Iterator[Report]], ...] = (
    behind_que, coordinated, before_incise, before_incise_with_adjunct, infinitive, infinitive_with_de, participle,
    sequel, behind_relative, behind_selon, before_selon, behind_comme, behind_colon, around_incise,
)  # fmt: skip


# --- words between marks -------------------------------------------------------------------------------

QUOTED = (
    "Le pont ouvrira en mai", "C'est une bonne nouvelle pour toute la vallée", "Nous avons perdu deux ans",
    "Il faut agir vite, très vite", "Qui paiera ?", "Plus jamais ça !",
)  # fmt: skip
MARKS = (("« ", " »"), ('"', '"'), ("“", "”"), ("«\u202f", "\u202f»"), ("''", "''"), ("<< ", " >>"))


def _marked(said: str, marks: tuple[str, str], comma: bool = True) -> str:
    opening, closing = marks
    return f"{opening}{said}{closing}" + ("," if comma and said[-1] not in "?!" else "")


def marked_before_incise() -> Iterator[Report]:
    for p in varied(source=SOURCES, verb=VERBS):
        yield Report(f"{_marked(QUOTED[0], MARKS[0])} {p.inverted}.", QUOTED[0], p.source)
    for p in varied(adjunct=[a for a in ADJUNCTS if not a.startswith(",")]):
        yield Report(f"{_marked(QUOTED[0], MARKS[1])} {p.inverted} {p.adjunct}.", QUOTED[0], p.source)
    for marks in MARKS:
        for said in QUOTED:
            yield Report(f"{_marked(said, marks)} a affirmé la mairesse.", said, "la mairesse")


def marked_behind_colon() -> Iterator[Report]:
    for p in varied(source=SOURCES, verb=VERBS, adjunct=ADJUNCTS):
        yield Report(
            f"{capital(f'{p.source} {p.predicate}')[:-1]} : {_marked(QUOTED[1], MARKS[0], False)}.", QUOTED[1], p.source
        )


def marked_around_incise() -> Iterator[Report]:
    for p in varied(
        adjunct=[a for a in ADJUNCTS if not a.startswith(",")], source=[s for s in SOURCES if "(" not in s]
    ):
        behind = f" {p.adjunct}".rstrip()
        yield Report(f"« {QUOTED[0]}, {p.inverted}{behind}. La suite viendra. »", QUOTED[0], p.source)


MARKED: tuple[Callable[[], Iterator[Report]], ...] = (marked_before_incise, marked_behind_colon, marked_around_incise)
