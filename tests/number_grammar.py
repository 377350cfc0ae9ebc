"""A grammar of French number words, as France, Belgium and Switzerland say them: what the reader must read back."""

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
