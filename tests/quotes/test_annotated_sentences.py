"""Sentences that carry their own annotation: ``[d:…]`` direct, ``[i:…]`` indirect, ``[m:…]`` mixed; ``{c:…}`` the cue,
``{s:…}`` a word of the source. Every sentence is invented; each class is told in other words and another order.
"""

import re

import pytest

from helpers.analysis import analyse
from helpers.release import Release

KINDS = {"d": "direct", "i": "indirect", "m": "mixed"}
HEAD = "Sorne, le 3 mars 2020 – La halte de la rue Basse a fermé.\n\nLa halte a rouvert en avril.\n\n"
LINES = "La halte a rouvert en avril.\n{}\nLe port compte douze quais.\nLa ville a voté en juin."

SENTENCES = {
    "an infinitive that narrates": (
        "« [d:Le pont ouvrira en mai] », de {c:conclure} {s:Anne Roy}.",
        "« [d:Nous avons perdu deux ans] », d'{c:expliquer} {s:Luc Obin}, président du syndicat.",
        "« [d:Rien n'est décidé] », de {c:lancer}, amère, {s:la présidente}.",
        "« [d:Le bac suffira] », d'{c:ajouter} {s:celle-ci}.",
        "« [d:Le quai est vide] », de {c:dénoncer} {s:la mairesse}.",
    ),
    "an infinitive that a verb leads to": (
        "« [d:Le pont ouvrira en mai] », a tenu à {c:préciser} {s:Anne Roy}.",
        "« [d:Le quai est vide] », s'est empressé d'{c:ajouter} {s:le capitaine}.",
    ),
    "a source behind what commas set off": (
        "« [d:Le pont ouvrira en mai] », {c:résume}, un brin amère, {s:la directrice}.",
        "« [d:Nous avons perdu deux ans] », {c:lâche}, la voix nouée, {s:Anne Roy}.",
        "« [d:Le bac suffira] », {c:abonde} {s:son adjoint}, Luc Obin.",
    ),
    "a bracket in an incise": (
        "« [d:Le pont ouvrira en mai], {c:soutient} {s:Anne Roy}, présidente du Conseil (CDR). [d:Tout est prêt.] »",
        "« [d:Le bac suffira], {c:explique} {s:Luc Obin} (Parti des rives). [d:Il est neuf.] »",
    ),
    "a hyphen that was forgotten": (
        "[i:Les filets, {c:racontent} {s:ils}, reviennent vides].",
        "« [d:Le pont ouvrira en mai] », {c:déclare} {s:elle}.",
        "« [d:Le quai est vide] », {c:affirme} t-{s:il}.",
    ),
    "a verb before a colon, whatever the tag": (
        "Anne Roy {c:complète} : « [d:Le pont ouvrira en mai.] »",
        "{s:La mairesse} {c:commente} : « [d:Nous avons perdu deux ans.] »",
        "{s:Luc Obin} a tenu à {c:remercier} les bénévoles : « [d:Ils ont tout porté.] »",
        "Lise Aubin, cheffe du projet, {c:complète} : « [d:Rien n'est décidé.] »",
    ),
    "people who are told something": (
        "{s:Luc Obin} a {c:informé} les clients que [i:le four fermera en juin].",
        "{s:Anne Roy} a {c:prévenu} les habitants que [i:le bac partira plus tard].",
        "{s:Le syndic} a, ce soir-là, {c:averti} les commerçants que [i:le marché changera de place].",
        "{s:La mairesse} a {c:assuré} les familles que [i:la halte rouvrira].",
    ),
    "a participle behind an incise": (
        "« [d:Le pont ouvrira en mai] », a {c:expliqué} à la presse {s:Anne Roy}, {c:affirmant} que [i:tout va].",
        "« [d:Rien n'est prêt] », {c:fait valoir} {s:le ministre}, Luc Obin, {c:estimant} que [i:la région a tardé].",
    ),
    "a cue nearer to que": (
        "Le musée a annoncé la fin des visites tout en {c:rappelant} que [i:le jardin reste ouvert].",
        "La préfecture a confirmé l'arrêté après avoir {c:constaté} que [i:le pont fermait].",
        "Anne Roy a souligné son talent, sans compter que le chœur a grandi.",
        "Anne Roy a témoigné de l'envie du village de bâtir un four.",
    ),
    "a comma behind a time": (
        "{s:Le club Nordia} a {c:reconnu} dimanche soir, [i:avoir perdu la clef du gymnase].",
        "{s:La ville} a {c:affirmé} hier soir, [i:ne rien savoir du projet].",
    ),
    "a function in capitals behind a name": (
        "{c:Pour} {s:Luc Obin}, Secrétaire général CFR-CSB, [i:le marché doit changer de place].",
        "{c:Selon} {s:Anne Roy}, Directrice du port, [i:le quai restera ouvert].",
    ),
    "whoever spoke last goes on": (
        "« [d:Nous avons perdu deux ans] », {c:explique} {s:Anne Roy}. Et d'{c:ajouter} que [i:le port ferme en juin].",
    ),
    "an aside that names no source": ("Pour sa part, l'administrateur, le colonel Luc Obin, a souhaité la bienvenue.",),
    "joint speakers": (
        "« [d:Le pont ouvrira en mai] », ont {c:déclaré} {s:le maire, Paul Obin, et la préfète, Anne Roy}.",
        "{s:Le gouverneur, Luc Petit, et la maire, Hélène Szabo}, ont {c:dit} que [i:le pont ouvrira].",
        "{s:Le maire Paul Obin ainsi que la préfète Anne Roy} ont {c:dit} que [i:le pont ouvrira].",
    ),
    "a subject that a participle between commas hides": (
        "{s:Le directeur de la Régie des eaux}, joint lundi, a {c:répondu} qu'[i:il suivait le dossier].",
        "{s:La secrétaire du port}, interrogée à midi, a {c:précisé} que [i:le bac partirait].",
        "{s:Le maire de Sorne}, sollicité par écrit, a {c:indiqué} que [i:la halle fermerait].",
    ),
    "a clause in the place of a noun": (
        "{s:La mairesse} s'est {c:engagée} à ce que [i:personne n'attende plus d'un mois].",
        "{s:Le médecin} a {c:fait part} mardi de ce que [i:le poste n'était plus gardé].",
        "{s:Elle} se {c:plaint} de ce que [i:le bac ne passe plus].",
    ),
    "what is told next, in an infinitive": (
        "{s:Il} a tout contesté, avant de {c:reconnaître} [i:les avoir cachés].",
        "{s:La mairesse} a hésité, avant d'{c:affirmer} [i:vouloir partir].",
    ),
    "said as it is felt": (
        "{s:La Régie} est heureuse d'{c:annoncer} que [i:le bac rouvre].",
        "{s:Anne Roy} a le regret d'{c:informer} les abonnés que [i:la piscine fermera].",
        "Il est utile de rappeler que le quai est privé.",
        "Les résultats sont tristes à lire.",
    ),
    "what reports nothing, whoever stands before": (
        "Il est rappelé aux usagers que le quai est privé.",
        "Supposons que le pont tienne.",
        "On croit en effet que le vent tournera.",
        "À noter que le bac ne part pas le lundi.",
        "Un employé peut maintenant ouvrir la grille.",
    ),
    "a view behind a colon, or behind what is fronted": (
        "Le curé a choisi l'humour : {c:selon} {s:lui}, [i:le clocher chante faux].",
        "À ce jour, {c:selon} {s:la Régie}, [i:deux quais sur dix sont ouverts].",
        "Le lait est payé moins cher, alors que {c:selon} {s:la coopérative} [i:il coûte davantage].",
        "[i:Jusqu'à trois par an], {c:selon} {s:sa sœur Odile}, qui les compte.",
    ),
    "a signature that reports nothing": ("La halte a rouvert.\n\nPour le bureau, la trésorière",),
    "an afterthought behind an incise": (
        "[i:Ce retard coûte cher, {c:note}-t-{s:elle}, surtout en hiver].",
        "[i:Le prix monte, {c:constate}-t-{s:il}, même celui du pain].",
    ),
    "two who say different things": (
        "{s:L'un} {c:nie} [i:avoir tenu la barre], {s:l'autre} {c:reconnaît} [i:avoir dormi].",
    ),
    "an act of saying that is coordinated": (
        "{s:Le préfet} {c:rappelle} que [i:le chemin est glissant] et remercie les pompiers.",
        "{s:La mairesse} {c:souligne} que [i:le délai reste court] et invite les riverains à la réunion.",
    ),
    "marks of two single ones": (
        "‘’[d:Le quai est vide]’’, a {c:lancé} {s:Anne Roy}.",
        "‘‘[d:Le bac suffira]’’, {c:dit} {s:Luc Obin}.",
    ),
    "marks that nothing closes": (
        "« [d:Le bac est trop petit], {c:lance} {s:un éleveur}. {c:Pour} {s:Aline Roy}, [i:la commune a les moyens].",
        "« [d:Le toit fuit], {c:soupire} {s:Luc Obin}. {s:La présidente} a {c:averti} que [i:les juniors partiront].",
    ),
    "an infinitive that only looks like an incise": (
        "« [d:On demande à des malades, à la fin, de traduire leur peine], s'{c:indigne} {s:Rose Blanc}. [d:Assez !] »",
        "« [d:Mes voisins, ils me parlent de lundi matin] », a {c:dit} {s:M. Roy}.",
    ),
}
OVER_LINES = (
    "« [d:Le pont ouvrira en mai.]\n[d:Nous avons attendu.]\n[d:Il faudra payer] », {c:explique} {s:Luc Obin}.",
    "« [d:Le pont ouvrira en mai], {c:raconte} {s:la directrice}.\n[d:Nous avons attendu.]\n[d:Tout est prêt.] »",
    "{s:La directrice} {c:raconte} : « [d:Le pont ouvrira en mai.]\n[d:Nous avons attendu.]\n[d:Tout est prêt.] »",
    "« [d:Le pont ouvrira-t-il en mai ?]\n[d:Qui paiera les travaux ?]\n», s'{c:interroge} {s:Luc Obin}.",
    "{s:Luc Obin} {c:explique} que « [d:le pont ouvrira.]\n[d:Nous avons attendu.]\n[d:Tout est prêt.] »",
)


def annotated(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The plain text, and what its marks hold: letter, start and end of each."""
    plain, spans, open_marks = "", [], []
    for piece in re.split(r"(\[[dim]:|\{[cs]:|[\]}])", marked):
        if len(piece) == 3 and piece[2:] == ":":
            open_marks.append((piece[1], len(plain)))
        elif piece in ("]", "}"):
            letter, start = open_marks.pop()
            spans.append((letter, start, len(plain)))
        else:
            plain += piece
    return plain, spans


def check(text: str, spans: list[tuple[str, int, int]], offset: int) -> None:
    """The reading has the quotations of an annotation and no other, each with a cue and source that are annotated."""
    quotes = analyse(Release.from_text(text)).quotes
    quotes = quotes[(quotes["kind"] != "narrated") & (quotes["start"] >= offset)]
    found = {(q.kind, text[q.start : q.end]) for q in quotes.itertuples()}
    assert found == {(KINDS[k], text[s + offset : e + offset]) for k, s, e in spans if k in KINDS}
    for kind, starts in (("c", ("cue_start", "cue_end")), ("s", ("speaker_start", "speaker_end"))):
        wanted = [(s + offset, e + offset) for k, s, e in spans if k == kind]
        for start, end in quotes[list(starts)].dropna().astype(int).itertuples(index=False):
            assert not wanted or any(start < e and s < end for s, e in wanted), text[start:end]


@pytest.mark.parametrize("kind", SENTENCES)
def test_sentences_of_a_class_are_read_in_every_wording(kind):
    for marked in SENTENCES[kind]:
        plain, spans = annotated(marked)
        check(HEAD + plain, spans, len(HEAD))


@pytest.mark.parametrize("marked", OVER_LINES)
def test_what_one_pair_of_marks_holds_has_one_source_over_all_its_lines(marked):
    plain, spans = annotated(LINES.replace("{}", marked))
    quotes = analyse(Release.from_text(plain)).quotes
    assert quotes["cue_start"].notna().all() and quotes["speaker_start"].notna().all()
    check(plain, spans, 0)
