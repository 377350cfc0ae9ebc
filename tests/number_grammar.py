"""A grammar of French number words, as France, Belgium and Switzerland say them: what the reader must read back."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from babel.numbers import format_decimal

UNITS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
TENS = {
    2: "vingt",
    3: "trente",
    4: "quarante",
    5: "cinquante",
    6: "soixante",
    7: "septante",
    8: "huitante",
    9: "nonante",
}


def below_hundred(number: int, habit: str) -> str:
    """Words for a number below a hundred as France, Belgium (fr_BE) and Switzerland (fr_CH) say it."""
    if number < 17:
        return UNITS[number]
    if number < 20:
        return f"dix-{UNITS[number - 10]}"
    head, rest = divmod(number, 10)
    if head == 8 and habit != "fr_CH":
        return "quatre-vingts" if not rest else f"quatre-vingt-{UNITS[rest]}"
    if head in (7, 9) and habit == "fr":
        if head == 9:
            return f"quatre-vingt-{below_hundred(number - 80, habit)}"
        return "soixante et onze" if number == 71 else f"soixante-{below_hundred(number - 60, habit)}"
    return TENS[head] if not rest else f"{TENS[head]} et un" if rest == 1 else f"{TENS[head]}-{UNITS[rest]}"


def spelt(number: int, habit: str = "fr") -> str:
    """French words for a number up to a billion (long scale), as the grammars have them."""
    for size, word in ((10**12, "billion"), (10**9, "milliard"), (10**6, "million")):
        if number >= size:
            count, rest = divmod(number, size)
            head = f"{spelt(count, habit)} {word}{'s' * (count > 1)}"
            return f"{head} {spelt(rest, habit)}" if rest else head
    if number >= 1000:
        count, rest = divmod(number, 1000)
        # No s before mille: deux cent mille, quatre-vingt mille.
        spelled = spelt(count, habit).removesuffix("s") if count % 100 in (0, 80) else spelt(count, habit)
        head = "mille" if count == 1 else f"{spelled} mille"
        return f"{head} {spelt(rest, habit)}" if rest else head
    if number >= 100:
        count, rest = divmod(number, 100)
        head = "cent" if count == 1 else f"{UNITS[count]} cent"
        return f"{head} {below_hundred(rest, habit)}" if rest else head + "s" * (count > 1)
    return below_hundred(number, habit)


HYPHENS = {"as usual": str, "all": lambda words: words.replace(" ", "-"), "none": lambda words: words.replace("-", " ")}
"""How the words of a number may be joined."""


# --- what is counted and measured, in every way of writing it ----------------------------------------

FRACTIONS = {
    "tiers": 3, "quart": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
    "onzième": 11, "douzième": 12, "quinzième": 15, "seizième": 16, "vingtième": 20, "centième": 100,
}  # fmt: skip
CURRENCIES = {
    "euro": "EUR", "dollar canadien": "CAD", "dollar américain": "USD", "franc suisse": "CHF", "livre sterling": "GBP",
    "dirham marocain": "MAD", "dinar algérien": "DZD", "franc CFA": "XOF", "rand": "ZAR", "roupie indienne": "INR",
}  # fmt: skip
RATES = {
    "km/h": "km/h", "kilomètres à l'heure": "km/h", "km à l'heure": "km/h", "mètres par seconde": "m/s",
    "mètres cubes par seconde": "m³/s", "m³/s": "m³/s", "g/l": "g/l", "mg/l": "mg/l", "grammes par litre": "g/l",
    "litres par minute": "l/min", "tours par minute": "rpm", "litres aux 100 km": "l/100 km", "L/100 km": "l/100 km",
}  # fmt: skip
SCALES = {"k": 1e3, "M": 1e6, "mio": 1e6, "Md": 1e9, "Mrd": 1e9, "Mds": 1e9, "mds": 1e9}
BELOW_ZERO = ["en dessous de zéro", "au-dessous de zéro", "en-dessous de zéro", "sous zéro", "au dessous de zéro"]
COLD, GONE, TOOK, VALUE = "Il fait {} ce soir.", "Le solde est de {} ce soir.", "La marche a duré {}.", "Il vaut {}."


@dataclass(frozen=True)
class Written:
    """A sentence with numbers: where what is printed stands in it, and what it means, number by number."""

    kind: str
    sentence: str
    printed: str
    meant: tuple[tuple[float, str | None], ...]


class Writer:
    """Writes numbers in all the ways that French has for them; the same draw of chance writes the same."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)

    def every_form(self) -> Iterator[Written]:
        """One sentence of each form."""
        for forms in (self.money, self.cold, self.shares, self.ranges, self.measures, self.parts, self.counts):
            for kind, printed, frame, *meant in forms():
                yield Written(kind, frame.format(printed), printed, tuple(meant))

    def count(self, least: int = 2, most: int = 900) -> int:
        return self.draw.randint(least, most)

    def words(self, number: int) -> str:
        joined = HYPHENS[self.draw.choice(sorted(HYPHENS))]
        return joined(spelt(number, self.draw.choice(["fr", "fr_BE", "fr_CH"])))

    def digits(self, number: float) -> str:
        return format_decimal(number, locale=self.draw.choice(["fr_FR", "fr_CA", "fr_CH", "fr_BE"]))

    def money(self) -> Iterator[tuple]:
        """Sums in words and signs, with cents, with millions, with codes on either side."""
        n, cents = self.count(), self.count(10, 99)
        name, code = self.draw.choice(sorted(CURRENCIES.items()))
        several = " ".join(word if word in ("CFA", "sterling") else f"{word}s" for word in name.split())
        of = "d'" if name[0] == "e" else "de "
        both = (n + cents / 100, "EUR")
        yield "cents", f"{n} euros et {cents} centimes", VALUE, both
        yield "bare cents", f"{n} euros {cents}", VALUE, both
        yield "cents in words", f"{self.words(n)} euros et {self.words(cents)} cents", VALUE, both
        yield "cents behind a sign", f"{n}€{cents}", VALUE, both
        yield "decimals", f"{n},{cents} €", VALUE, both
        yield "cents alone", f"{cents} ¢", VALUE, (cents, "cent")
        yield "currency", f"{n} {several}", VALUE, (n, code)
        yield "currency in words", f"{self.words(n)} {several}", VALUE, (n, code)
        for word, size in (("million", 1e6), ("milliard", 1e9)):
            yield word, f"{self.digits(n)} {word}s {of}{several}", VALUE, (n * size, code)
            yield f"{word} in words", f"{self.words(n)} {word}s {of}{several}", VALUE, (n * size, code)
            yield f"half a {word}", f"un demi-{word} {of}{several}", VALUE, (size / 2, code)
            yield (
                f"{word} and a half",
                f"{self.words(n)} {word}s et demi {of}{several}",
                VALUE,
                ((n + 0.5) * size, code),
            )
        for sign, size in SCALES.items():
            space, other = self.draw.choice(["", " ", "\xa0"]), self.draw.choice(["", " "])
            yield f"{sign}€", f"{n}{space}{sign}{other}€", VALUE, (n * size, "EUR")
        for form in ("{code}{n}", "{code} {n}", "{n} {code}", "{n}{code}"):
            code = self.draw.choice(["EUR", "USD", "CAD", "GBP", "CHF", "MAD", "ZAR", "TND"])
            yield form, form.format(code=code, n=self.digits(n)), VALUE, (n, code)

    def cold(self) -> Iterator[tuple]:
        """What lies below nought."""
        n = self.count(2, 40)
        for minus in ("-", "−", "–", "moins "):
            for unit in ("°C", " °C", " degrés"):
                yield f"{minus}{unit}", f"{minus}{n}{unit}", COLD, (-n, "°C")
        yield "minus in words", f"moins {self.words(n)} degrés", COLD, (-n, "°C")
        yield "minus apart", f"− {n} °C", COLD, (-n, "°C")
        for words in BELOW_ZERO:
            yield words, f"{n} degrés {words}", COLD, (-n, "°C")
        yield "debt", f"-{n} M€", GONE, (-n * 1e6, "EUR")
        yield "share below nought", f"-{n},5 %", GONE, (-n - 0.5, "%")
        yield "share below nought in words", f"moins {self.words(n)} pour cent", GONE, (-n, "%")

    def shares(self) -> Iterator[tuple]:
        """Per cent and fractions."""
        n = self.count(2, 99)
        for sign in ("%", " %", "\xa0%", " pour cent", " pourcent", " p. 100", " p.100", " pct"):
            yield f"digits{sign}", f"{self.digits(n / 10)}{sign}", VALUE, (n / 10, "%")
            if sign.startswith(" "):
                yield f"words{sign}", f"{self.words(n)}{sign}", VALUE, (n, "%")
        for part, whole in FRACTIONS.items():
            count = self.count(1, min(whole - 1, 9))
            noun = part if count == 1 or part.endswith("s") else f"{part}s"
            yield part, f"{UNITS[count]} {noun}", "Il a {} des voix.", (count / whole, None)
            if count > 1:
                yield f"digits and {part}", f"{count} {noun}", "Il a {} des voix.", (count / whole, None)
        few, all_of_them = self.draw.choice([(3, 4), (7, 10), (2, 5), (9, 10)])
        yield (
            "out of",
            f"{self.words(few)} élus sur {self.words(all_of_them)}",
            "{} ont dit oui.",
            (few / all_of_them, None),
        )

    def ranges(self) -> Iterator[tuple]:
        """Two ends, of which the last alone has the unit."""
        a, b = sorted(self.draw.sample(range(2, 900), 2))
        for frame, between in (
            ("Il vaut de {}.", " à "), ("Il vaut entre {}.", " et "), (VALUE, "-"), (VALUE, " – "), (VALUE, " ou "),
            ("Il vaut de {}.", " jusqu'à "),
        ):  # fmt: skip
            yield f"range{between}", f"{a}{between}{b} euros", frame, (a, "EUR"), (b, "EUR")
        yield (
            "range of millions",
            f"{a} et {b} millions d'euros",
            "Il vaut entre {}.",
            (a * 1e6, "EUR"),
            (b * 1e6, "EUR"),
        )
        ends = sorted(self.draw.sample(range(2, 99), 3))
        listed = "{}, {} et {}".format(*ends)
        for unit, size, code in (
            (" millions d'euros", 1e6, "EUR"), (" milliards de dollars canadiens", 1e9, "CAD"), (" %", 1, "%"),
            (" mètres", 1, "m"),
        ):  # fmt: skip
            yield f"list of{unit}", f"{listed}{unit}", "Ils valent {}.", *((end * size, code) for end in ends)
        yield "list", listed, "Ils ont {} arbres.", *((end, None) for end in ends)
        yield "range of thousands", "3 à 4 000", "Il faut de {} arbres.", (3000, None), (4000, None)
        yield "range of thousands", "3 à 4 000 FCFA", "Le billet coûte de {}.", (3000, "XOF"), (4000, "XOF")
        yield "range in words", f"{self.words(a)} à {self.words(b)} mètres", "Il fait de {}.", (a, "m"), (b, "m")

    def measures(self) -> Iterator[tuple]:
        """Rates, and units with halves."""
        n = self.count(2, 99)
        for rate, code in RATES.items():
            yield rate, f"{self.digits(n)} {rate}", VALUE, (n, code)
        yield "half a litre", "un demi-litre", VALUE, (0.5, "l")
        yield "quarter of a litre", "un quart de litre", VALUE, (0.25, "l")
        yield "three quarters of an hour", "trois quarts d'heure", TOOK, (0.75, "hour")
        yield "an hour and a half", "une heure et demie", TOOK, (1.5, "hour")
        yield "years and a half", f"{self.words(n)} ans et demi", TOOK, (n + 0.5, "year")

    def parts(self) -> Iterator[tuple]:
        """A unit and a part of it."""
        n, part = self.count(2, 22), self.count(10, 59)
        yield "h", f"{n} h {part}", TOOK, (n + part / 60, "hour")
        yield "hours and minutes", f"{n} heures et {part} minutes", TOOK, (n + part / 60, "hour")
        yield "minutes and seconds", f"{n} minutes {part} secondes", TOOK, (n + part / 60, "minute")
        yield "hours in words", f"{self.words(n)} heures et {self.words(part)} minutes", TOOK, (n + part / 60, "hour")
        yield "m", f"{n} m {part}", VALUE, (n + part / 100, "m")
        yield "kg", f"{n} kg {part * 10}", VALUE, (n + part / 100, "kg")
        yield "km and m", f"{n} km et {part} mètres", VALUE, (n + part / 1000, "km")

    def counts(self) -> Iterator[tuple]:
        """Large numbers without spaces or in the groups of other countries, capitals, thousands in one letter."""
        n, large = self.count(), self.count(10**6, 10**9)
        trees = "On a planté {} arbres."
        yield "no groups", str(large), trees, (large, None)
        for mark in ("'", "’", ".", "\xa0", "\u202f"):
            yield f"groups by {mark!r}", f"{large:,}".replace(",", mark), trees, (large, None)
        yield "k", f"{n}k", trees, (n * 1000, None)
        yield "capitals", self.words(n).upper(), "{} ARBRES SONT TOMBÉS.", (n, None)
        yield "at the head", self.words(n).capitalize(), "{} arbres sont tombés.", (n, None)
        yield "factor", self.words(n), "Le prix est multiplié par {}.", (n, None)
        yield "times", self.words(n), "Il en a {} fois plus.", (n, None)
