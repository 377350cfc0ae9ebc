"""Whole little texts, as news and releases go on: who is meant from one sentence to the next. All invented."""

import pytest

from tests.reading import quotes_of


def heard(text: str) -> list[tuple]:
    """(kind, first words, name) of what is said; narrated points left out."""
    table = quotes_of(text)
    table = table[table["kind"] != "narrated"]
    return [(row.kind, " ".join(row.text.split()[:3]), row.speaker_name) for row in table.itertuples()]


CASES = {
    "a source set off by an adverb": (
        "Julie Moreau a salué le projet. Toutefois, selon la Lyonnaise de 38 ans, les loyers de la halle"
        " «devront baisser avant Noël».",
        [("mixed", "les loyers de", "Julie Moreau")],
    ),
    "somebody unnamed, pointed at again": (
        "Le bulletin cite un riverain matinal. Encore selon ce riverain, la digue cédait depuis un mois.",
        [("indirect", "la digue cédait", "riverain matinal")],
    ),
    "cette dernière as a subject, the que inside the marks": (
        "Julie Moreau, responsable du moulin, tait le prix.\nCette dernière ne donne aucun chiffre, mais assure"
        " «qu'il reste assez de farine pour tout l'hiver».",
        [("direct", "qu'il reste assez", "Julie Moreau")],
    ),
    "il dit que is somebody": (
        "Paul Girard dit que la cave est pleine.\nIl dit que la récolte part mardi, mais que le train manque.",
        [("indirect", "la cave est", "Paul Girard"), ("indirect", "la récolte part", "Paul Girard")],
    ),
    "il convient de rappeler is nobody": (
        "La commune n'a pas bougé. Il convient de rappeler que 56 étals ont fermé.",
        [],
    ),
    "an aside before que": (
        "Anne Roy est venue pour se taire et répéter, au grand dam du jury, que la fanfare jouerait dehors.",
        [("indirect", "la fanfare jouerait", "Anne Roy")],
    ),
    "how it was said ends the report": (
        "Le ministère a confirmé que deux barges avaient coulé, sans préciser leur tonnage.",
        [("indirect", "deux barges avaient", "ministère")],
    ),
    "a function before its name, in a headline": (
        "Pour la préfète, le barrage tiendra.\nLa préfète des Trois-Vallées, Anne Roy, a annoncé avoir fermé la route."
        " Selon la magistrate, le juge a vu les plans.",
        [
            ("indirect", "le barrage tiendra", "Anne Roy"),
            ("indirect", "avoir fermé la", "Anne Roy"),
            ("indirect", "le juge a", "Anne Roy"),
        ],
    ),
    "a function known by its place": (
        "Le roi Olaf II de Thulé a reçu lundi le poète Marc Dupont.\n"
        '"Nos fjords gèlent trop tôt", a répondu le roi de Thulé à une écolière.',
        [("direct", "Nos fjords gèlent", "Olaf II de Thulé")],
    ),
    "a body by its kind": (
        "Douze phoques ont échoué, a signalé l'Observatoire thuléen des droits marins (OTDM).\n"
        'Trois autres nagent "entre les glaces du vieux port", selon cette ONG.',
        [
            ("indirect", "Douze phoques ont", "Observatoire thuléen des droits marins"),
            ("mixed", "Trois autres nagent", "Observatoire thuléen des droits marins"),
        ],
    ),
    "a report within a report, both kept": (
        "La cheffe Sylvie Arbour a déclaré que, selon un expert, le clocher penche de deux degrés.",
        [("indirect", "selon un expert,", "Sylvie Arbour"), ("indirect", "le clocher penche", "un expert")],
    ),
    "two cues, marks between them, credited to a paper": (
        'Anne Roy a dénoncé jeudi "une fermeture qui isole trois hameaux" et assuré que "les chasse-neige"'
        " passeront, selon une note de la voirie.",
        [
            ("mixed", "Anne Roy a", "une note de la voirie"),
            ("direct", "une fermeture qui", "Anne Roy"),
            ("mixed", '"les chasse-neige" passeront', "Anne Roy"),
        ],
    ),
    "a clause in front ends at its comma": (
        "Alors que le luthier Luc Morin soutient que le bois manque, le scieur vend ses planches.",
        [("indirect", "le bois manque", "Luc Morin")],
    ),
    "a participle of saying goes on": (
        "Le président Jean Roy a jugé que le budget était serré, promettant une rallonge en mai.",
        [("indirect", "le budget était", "Jean Roy")],
    ),
    "a double surname alone": (
        "Le géomètre Alexandre Roy-Lambert a mesuré le pré. «Il manque un are», a dit Roy-Lambert.",
        [("direct", "Il manque un", "Alexandre Roy-Lambert")],
    ),
    "two groups as one subject": (
        "Bergers et vignerons estiment que la source tarira avant juin.",
        [("indirect", "la source tarira", "Bergers et vignerons")],
    ),
    "ready to": (
        "Montréal se dit prête à racheter le dépôt pour un dollar.",
        [("indirect", "prête à racheter", "Montréal")],
    ),
    "two quotations around an apposition": (
        '"Le verger des soeurs", planté en 1912 par un notaire, "donnera encore des poires à nos enfants", a promis la'
        " jardinière Anne Roy.",
        [("direct", "Le verger des", "Anne Roy"), ("direct", "donnera encore des", "Anne Roy")],
    ),
    "these so-called": (
        "«Le pressoir tournera dimanche», a assuré le maire, Jean Roy, devant la grange où s'entassent ces"
        " «pommes du siècle dernier».",
        [("direct", "Le pressoir tournera", "Jean Roy")],
    ),
    "a lawyer named later": (
        'Le meunier dort mal, confie son avocate.\n"Mon client rendra la meule", a déclaré son avocate, Anne Roy.',
        [("indirect", "Le meunier dort", "Anne Roy"), ("direct", "Mon client rendra", "Anne Roy")],
    ),
    "a post with a complement and a name": (
        "Les scellés seront levés vendredi, a précisé le substitut du procureur de la République Michel Roy.",
        [("indirect", "Les scellés seront", "Michel Roy")],
    ),
    "a town that speaks is no he": (
        "Le président Jean Roy est venu. Belgrade dit craindre une crue. «Le fleuve, a-t-il ajouté, monte encore.»",
        [
            ("indirect", "craindre une crue", "Belgrade"),
            ("direct", "Le fleuve", "Jean Roy"),
            ("direct", "monte encore.", "Jean Roy"),
        ],
    ),
    "one of a group": (
        "L'un des cousins de Marie Roy, facteur à la retraite, a assuré que la lettre était partie, «je l'ai timbrée"
        " moi-même», elle dormirait selon lui dans un sac.",
        [
            ("indirect", "la lettre était", "un des cousins de Marie Roy"),
            ("direct", "je l'ai timbrée", "un des cousins de Marie Roy"),
            ("indirect", "elle dormirait selon", "un des cousins de Marie Roy"),
        ],
    ),
    "a capital without its accent": (
        "Le sel abîme les ponts, précise l'Office. A ses yeux, le sable suffirait.",
        [("indirect", "Le sel abîme", "Office"), ("indirect", "le sable suffirait", "Office")],
    ),
    "and to conclude": (
        "Le maire Jean Roy a salué les bénévoles. Et de conclure : « Nous irons au bout de ce chantier. »",
        [("direct", "Nous irons au", "Jean Roy")],
    ),
    "who is driven speaks": (
        "Le maire Jean Roy aime les platanes. La sécheresse a poussé ce partisan des fontaines à céder, en admettant"
        " hier que la citerne était vide.",
        [("indirect", "la citerne était", "Jean Roy")],
    ),
    "across the main verb nothing is governed": (
        "Le garde ayant prié les skieurs de descendre, trois enfants jouaient au jeu « du loup blanc ».",
        [],
    ),
    "a mark whose opening one was left out": (
        "«Nos ruches passent l'hiver au grenier», dit Paul Girard.\nOn les redescend en mars, quand le saule fleurit"
        " au bord du canal.»\nLe miel se vend sur place.",
        [("direct", "Nos ruches passent", "Paul Girard"), ("direct", "On les redescend", "Paul Girard")],
    ),
    "a mark opened in one line and closed in the next": (
        "Anne Roy affirme que «les bacs du lac fuient depuis la Toussaint. \nIl faudra les calfater au printemps».",
        [("direct", "les bacs du", "Anne Roy"), ("direct", "Il faudra les", "Anne Roy")],
    ),
    "nothing but links between the marks": (
        'Le ministre Luc Morin visite le phare. Pour le ministre, "la lampe éclaire trop loin" et, selon lui, "le'
        ' gardien s\'ennuie" mais "la vue est belle".',
        [
            ("direct", "la lampe éclaire", "Luc Morin"),
            ("direct", "le gardien s'ennuie", "Luc Morin"),
            ("direct", "la vue est", "Luc Morin"),
        ],
    ),
    "the next line goes on": (
        "«Nous creusons depuis 2019», a dit le maire, Jean Roy.\n«Ce tunnel servira aux vélos.»\nLa halle rouvre.",
        [("direct", "Nous creusons depuis", "Jean Roy"), ("direct", "Ce tunnel servira", "Jean Roy")],
    ),
    "a line cut off before its incise": (
        "La halle rouvre lundi.\nLe vote a eu lieu.\nDaniel Petit reste chez lui.\n«Mon voisin répare la cloche.»\n"
        "«Le curé l'attend», a dit son gendre, Yann Arnaud.\nLa messe sonnera.",
        [("direct", "Mon voisin répare", "Yann Arnaud"), ("direct", "Le curé l'attend", "Yann Arnaud")],
    ),
    "the latter, a body": (
        "Le maire Jean Roy a reçu le Comité des fêtes. Ce dernier a affirmé que le bal aura lieu.",
        [("indirect", "le bal aura", "Comité des fêtes")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_says_what(case):
    text, expected = CASES[case]
    assert heard(text) == expected


def test_a_cross_heading_without_verb_is_no_speech():
    text = "Jean Roy a parlé longtemps.\n\n« Le lac sous la neige »\n\nLe maire a dit que la halle rouvrira."
    assert heard(text) == [("indirect", "la halle rouvrira", "Jean Roy")]
