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
