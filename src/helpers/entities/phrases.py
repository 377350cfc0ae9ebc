"""Where the core of a noun phrase ends."""

from spacy.tokens import Doc, Token

from helpers.lexicon.words import OF


def core_end(doc: Doc, first: int, last: int) -> int:
    """The last token of a phrase before its apposition, relative clause, participle with a group, or date."""
    for i in range(first + 1, last + 1):
        following = doc[i + 1].lower_ if i < last else ""
        is_dated = doc[i].lower_ in ("du", "de", "le") and following.isdigit()
        is_past = doc[i].pos_ == "VERB" and "Part" in doc[i].morph.get("VerbForm") and not doc[i].text[0].isupper()
        # étude | menée en avril, but services spécialisés de la RDS; un « retenu » is one himself
        is_led_on = is_past and following not in OF and any(_says_who(t) for t in doc[first:i])
        if doc[i].text in ",(;:" or doc[i].lower_ in ("qui", "dont") or is_dated or is_led_on:
            return i - 1
    return last


def _says_who(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
