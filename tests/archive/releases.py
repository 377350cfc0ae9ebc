"""Invented releases that archives are made of."""

POOL = """Lac-Clair, le 3 mai 2021 – « La piscine ouvrira en juin », annonce la mairesse Anne Roy.
Elle accueillera 380 baigneurs et a coûté 2,4 M$."""
SCHOOL = """Lac-Clair, le 5 mai 2021 – L'école a reçu 12 ordinateurs, a indiqué le directeur Luc Petit."""
ENGLISH = "The town council will meet on Monday to talk about the new school and about the money that it needs."
QUAY = "Port-Brise, le 2 avril 2022 – {lead}\n\n{body}\n\nSOURCE {issuer}\n"
RELEASES = {
    "a.txt": QUAY.format(
        lead="Le port refait son quai.",
        body="« Le quai sera solide, et il servira aux pêcheurs pendant cinquante ans », promet la mairesse Anne Roy. "
        "Le quai coûtera 3,2 millions d'euros. Le port a 45 bateaux.",
        issuer="Ville de Port-Brise",
    ),
    "b.txt": QUAY.format(
        lead="Les pêcheurs s'inquiètent.",
        body="« Le quai sera solide, et il servira aux pêcheurs pendant cinquante ans », promet la mairesse Anne Roy. "
        "“Les bateaux attendent”, répond Luc Morin, président des pêcheurs. Le quai coûtera 3,9 millions d'euros. "
        "Le port a environ 48 bateaux.",
        issuer="Les Pêcheurs réunis",
    ),
    "c.txt": QUAY.format(
        lead="Le port refait son quai.",
        body="« Ce quai est une chance », déclare la mairesse Anne Roy. Le quai coûtera 3,4 millions d'euros. "
        "Le port a 45 bateaux.",
        issuer="Ville de Port-Brise",
    ).replace("2 avril", "9 mai"),
}  # fmt: skip

DISPATCH = """Mirande (AJP) – Le pont de Mirande sera fermé tout l'été pour des travaux. « Les piles ont souffert
des crues de l'hiver, et nous ne pouvons plus attendre », a expliqué la mairesse, Anne Roy, au conseil. Les camions
passeront par Valdor, à douze kilomètres en amont, jusqu'à la fin du mois de septembre."""
ARTICLE = f"""Chronique de la vallée. Chaque semaine, notre journal fait le tour des chantiers, et cette fois il y en a
beaucoup, des écoles aux berges, sans oublier la salle des fêtes qui attend toujours son toit neuf.

{DISPATCH}

À Valdor, les riverains s'y préparent déjà, et le boulanger dit qu'il ouvrira plus tôt pour les chauffeurs."""
