"""The fixed forms that hold digits but no amount, as expressions in the order in which they are tried.

Dates, years, times of day, telephone numbers, addresses, references, numbers in names, set phrases. Which words
make such a form stands in the lexicon: ``months``, ``weekdays``, ``clock_contexts``, ``period_contexts``,
``phone_contexts``, ``numbered_names``, ``set_phrases``, ``number_contexts``, ``number_links``. All repeats are bounded.
"""

import re
from dataclasses import dataclass
from functools import cache

from helpers import lexicon
from helpers.lexicon.words import BARE_OF, DEFINITE, OF, alternation, before_word, behind_word, forms_of, words
from helpers.numbers.links import link
from helpers.numbers.scanning import LETTER, LETTER_OR_HYPHEN, at_heads, in_lower_case, minds_case
from helpers.numbers.times import (
    FULL_MONTHS,
    HOUR_SIGN,
    HOUR_UNIT,
    HOUR_WORD,
    SHORT_MONTHS,
    WEEKDAYS,
    YEAR,
    period_contexts,
)

_I = re.IGNORECASE
_Form = tuple[str, str, int]  # expression, reason, flags; the group "at" is what is excluded if it is not all

# What makes an amount of the number before it, whatever stands in front.
_AMOUNT_AHEAD = rf"(?! ?(?:%|[$€£¥]|{alternation(forms_of('number_contexts', reading='amount'))}))"

# --- on the net --------------------------------------------------------------------------------

_DOMAIN = alternation(forms_of("web_domains"))
_MARKUP = r"</?[A-Za-z!][^<>]{0,2000}>"
_ON_THE_NET: list[_Form] = [
    (_MARKUP, "markup", 0),
    (r"(?:https?://|www\.)[^\s<>\"»]{1,2000}", "web address", _I),
    (rf"(?<![\w@.])(?:[\w-]{{1,60}}\.){{1,5}}(?:{_DOMAIN})(?:/[^\s<>\"»]{{0,500}})?(?!\w)", "web address", _I),
    (r"(?<!\w)[#@][\w-]{1,100}", "tag or account", 0),
]

# --- set phrases -------------------------------------------------------------------------------

_SET_PHRASE = at_heads(forms_of("set_phrases"), r"\w/").join(("(?:", r")(?![\w/])"))

# --- telephones --------------------------------------------------------------------------------

_TO_CALL = alternation(forms_of("phone_contexts"))
_BEFORE_PHONE = rf"(?:{before_word(words('telephone copula'))})?(?:{before_word(words('telephone article'))})?"
_COUNTED_BEHIND = rf"[^\W\d_]{{1,20}}[sx]|{alternation(forms_of('number_contexts', reading='no telephone'))}"
_TELEPHONES: list[_Form] = [
    (expression, "telephone number", flags)
    for expression, flags in (
        # Canada: 514 555-0199, 1 866 555 0199, 514.555.0199
        (r"(?<![\w+(])(?<![0-9][ .])(?:\+?1[ .-])?\(?[2-9][0-9]{2}\)?[ .-]{1,2}[0-9]{3}-[0-9]{4}(?![\w-])", 0),
        (r"(?<![\w+(])(?<![0-9][ .])(?:\+?1[ .-])?\(?[2-9][0-9]{2}\)?[ .-][2-9][0-9]{2}[ .-][0-9]{4}(?![\w-])", 0),
        # any country, by its code
        (r"(?<![\w+])(?<![0-9][ .])(?:\+|00)[1-9][0-9]{0,2}(?:[ .()-]{1,3}[0-9]{1,4}){2,7}(?![\w-])", 0),
        # France, Belgium, Switzerland: no amount begins with a nought and goes on in groups
        (r"(?<![\w.,])(?<![0-9] )0[1-9](?:[ .-]?[0-9]{2}){4}(?![\w-])", 0),
        (r"(?<![\w.,])(?<![0-9] )0[0-9]{0,3}[ ./-][0-9]{2,3}(?:[ .-][0-9]{2,4}){1,4}(?![\w-])", 0),
        (r"(?<![\w.,])0[0-9]{8,9}(?![\w-])", 0),
        # a country's code in brackets: (509) 0000-1128
        (r"(?<![\w)])\(\+?[0-9]{2,4}\) ?[0-9]{3,4}[ -][0-9]{4}(?![\w-])", 0),
        # any run of digits behind a word that announces one: Tél. : 71 123 456, appelez le 811
        (
            rf"(?<!\w)(?:{_TO_CALL})(?: ?:)? {_BEFORE_PHONE}(?P<at>\(?\+?[0-9][0-9 .()/-]{{1,22}}[0-9])"
            rf"(?![\w%€$])(?! [€$%]| (?:{_COUNTED_BEHIND})(?!\w))",
            _I,
        ),
    )
]

# --- dates, years, hours -----------------------------------------------------------------------

_WEEKDAY = alternation(WEEKDAYS)
_DAY = rf"(?:[0-3]?[0-9](?:{alternation(words('ending of first'))})?)"
_WORD_DAYS = [
    r["form"]
    for r in lexicon.rows("number_words")
    if r["kind"] in ("unit", "teen", "ten") or (r["kind"], r["value"]) == ("ordinal", "1")
]
_MONTH = rf"(?:(?:{alternation(FULL_MONTHS)})(?!\w)|(?:{alternation(SHORT_MONTHS)})(?:\.|(?= [12][0-9]{{3}})))"
_MONTH_IN_NAMES = alternation(forms_of("months", in_names="yes"))
_ONE_MORE_DAY = (
    rf"(?:(?: ?, ?| (?:{link('days')}) | ?[-–/] ?)"
    rf"(?:(?:{before_word(period_contexts('listed day'))}|{_WEEKDAY}) ?){{0,2}}{_DAY})"
)
_DATE_IN_WORDS = rf"(?:{at_heads(_WORD_DAYS, LETTER_OR_HYPHEN)}) (?:{alternation(FULL_MONTHS)})(?!\w)(?: {YEAR}(?!\w))?"
_TO_YEAR = link("years")
_FROM_YEAR = behind_word(period_contexts("first year"))
_JOINED_YEAR = "|".join(rf"(?<=\b{re.escape(form)})" for form in forms_of("year_contexts") if form.endswith("-"))  # mi-
_SHORT_YEAR = behind_word(period_contexts("short year"))
_DECADES = alternation(period_contexts("decade"))
_DATES: list[_Form] = [
    (
        r"(?<!\w)(?:[12][0-9]{3}-[01][0-9](?:-[0-3][0-9])?"
        r"|[0-3]?[0-9]([./-])[01]?[0-9]\1(?:[12][0-9]{3}|[0-9]{2}))(?![\w./-]?[0-9])",
        "date",
        0,
    ),
    (
        rf"(?<![\w.,])(?:(?:{_WEEKDAY}) )?{_DAY}{_ONE_MORE_DAY}{{0,6}} ?{_MONTH}(?:,? {YEAR}(?!\w))?",
        "date",
        _I,
    ),
    (_DATE_IN_WORDS, "date", _I),
    (rf"(?<!\w){_MONTH},? {YEAR}(?!\w)", "date", _I),
    (rf"(?<!\w){_MONTH} [0-9]{{2}}(?=\s*(?:[.,;)»]|\Z))", "date", _I),
    (rf"(?<!\w){_DAY}-(?:{_MONTH_IN_NAMES})(?!\w)", "date", _I),
    (
        rf"(?<!\w)(?:{_DECADES}) (?:{YEAR}|[1-9]0)"
        rf"(?:(?: ?[-–/] ?| (?:{_TO_YEAR}) )(?:{YEAR}|[1-9][0-9]))?(?![\w%])",
        "year",
        _I,
    ),
    (rf"(?:{_JOINED_YEAR})(?:{YEAR})(?![\w.,-]?[0-9])(?!\w)", "year", _I),
    (rf"(?<!\w)(?:{_SHORT_YEAR})[4-9][0-9](?=\s*(?:[.,;:)»](?![0-9])|\Z))", "year", _I),
    (rf"(?<![\w.,-]){YEAR}(?: ?[-–/] ?(?:{YEAR}|[0-9]{{2}})){{1,3}}(?![\w.,-]?[0-9])(?!\w)", "year", 0),
    (rf"(?<![\w.,])(?:{_FROM_YEAR})(?:{YEAR}) (?:{_TO_YEAR}) {YEAR}(?!\w){_AMOUNT_AHEAD}", "year", _I),
]
_O_CLOCK = r"(?:[01]?[0-9]|2[0-4])"
_HOUR = rf"{_O_CLOCK} ?(?:{HOUR_UNIT})(?: ?[0-5][0-9])?"
_TO_HOUR = link("hours")
_TIME_HEADING = alternation(forms_of("clock_contexts", reading="heading"))
_FROM_HOUR = before_word(forms_of("clock_contexts", reading="opening"))
_HOURS: list[_Form] = [
    (rf"(?<![\w.,]){_HOUR} ?[-–/] ?{_HOUR}(?![\w:])|(?:(?<=\n)|\A){_HOUR}(?= ?:)", "time of day", _I),
    (
        rf"(?<![\w.,]){_O_CLOCK}(?: ?: ?| ?{HOUR_SIGN} ?| {HOUR_WORD}s )[0-5][0-9](?![\w:]| [^\W\d_])",
        "time of day",
        _I,
    ),
    (rf"(?<![\w.,]){_O_CLOCK} ?[:{HOUR_SIGN}] ?[0-5][0-9](?::[0-5][0-9])?(?![\w:])", "time of day", _I),
    (
        rf"(?<!\w)(?:{_TIME_HEADING})(?: [^\W\d_]{{1,20}}){{0,2}} ?: ?(?:{_FROM_HOUR})?"
        rf"(?P<at>{_HOUR}(?:(?: (?:{_TO_HOUR}) | ?[-–] ?){_HOUR})?)(?![\w:])",
        "time of day",
        _I,
    ),
]

# --- addresses ---------------------------------------------------------------------------------

_STREET = alternation(forms_of("numbered_names", place="after"))
_STREET_BEHIND_COMMA = alternation(forms_of("numbered_names", place="after_comma"))
_HOUSE_SUFFIX = alternation(words("house number suffix"))
_UNIT_BEHIND = alternation(r["form"] for r in lexicon.rows("units") if r["place"] in ("sign", "code"))
_PLACE_BEHIND = rf"(?= [A-ZÀ-ÖØ-Þ][\w-]{{2}})(?! (?:{_UNIT_BEHIND})(?!\w))"  # 69003 Lyon, not 20 000 MAD
_ADDRESSES: list[_Form] = [
    (r"(?<!\w)[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9](?!\w)", "postal code", 0),
    (r"(?<!\w)(?:F|CH|B|L)-[0-9]{4,5}(?= [A-ZÀ-ÖØ-Þ])", "postal code", 0),
    (rf"(?<=, )(?:[0-9]{{4,5}}|[0-9]{{2}} [0-9]{{3}}){_PLACE_BEHIND}", "postal code", 0),
    (rf"(?<![\w., ])(?<!\w )[0-9]{{5}}{_PLACE_BEHIND}", "postal code", 0),
    (
        rf"(?<![\w.,])[0-9]{{1,5}}(?: ?(?:{_HOUSE_SUFFIX}|[A-D](?!\w)))?(?:-[0-9]{{1,5}})?,? "
        rf"(?=(?:{_STREET}) (?:[A-ZÀ-ÖØ-Þ0-9]|{before_word(OF | DEFINITE)}))",
        "address",
        0,
    ),
    (rf"(?<![\w.,])[0-9]{{1,5}}, (?=(?i:{_STREET_BEHIND_COMMA}) )", "address", 0),
]

# --- references and names ----------------------------------------------------------------------

_REFERENCES: list[_Form] = [
    (rf"(?<![\w.,-])[0-9]{{1,4}}(?:{alternation(words('ordinal ending'))})(?!\w)", "ordinal", _I),
    (r"(?<![\w.])[0-9]++\.[0-9]++(?:\.[0-9]++)++(?!,?[0-9])", "version or reference", 0),
    (
        r"(?<!\w)RCS(?: [A-ZÀ-ÖØ-Þ][\w-]{1,30}){0,4}(?: [A-D])? ?"
        r"(?P<at>[0-9]{3} ?[0-9]{3} ?[0-9]{3}(?: ?[0-9]{5})?)(?!\w)",
        "reference number",
        _I,
    ),
    (r"(?<!\w)SIRE[NT](?: ?:)? (?P<at>[0-9]{3} ?[0-9]{3} ?[0-9]{3}(?: ?[0-9]{5})?)(?!\w)", "reference number", _I),
    (r"(?<![\w.,])[0-9]{2,3}(?:[.,][0-9])? ?(?:FM|AM)(?!\w)", "part of a name", 0),
    (r"(?<![\w.,])(?:[48]K|[2-7]G)(?!\w| [^\W\d_]{2,30}[sx](?!\w))", "part of a name", 0),
    (r"(?<=[^\W\d_]/)[0-9]{1,4}(?!\w)", "part of a name", 0),
]
_NAMES: list[_Form] = [
    (
        r"(?<![\w])(?:[^\W\d_][\w'-]{0,40}?)?[^\W\d_]-?[0-9][\w-]{0,40}"
        r"(?:(?<=PM[0-9]),[0-9](?!\w)|(?:\.[0-9]{1,2}(?![0-9])){0,3})",
        "part of a name",
        0,
    ),
    (
        r"(?:(?<=\n)|\A)[ \t#*-]{0,8}(?P<at>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}"
        r"(?:(?:[.)°]|[.)°]? ?[-–])(?=\s+\S)(?!(?<=°) ?[CF](?!\w))|[.)°]?[-–](?=[^\W\d_]{2})))",
        "numbering",
        0,
    ),
    (r"(?<=[a-zà-ÿœ»)][.!?…])[0-9]{1,3}(?=\s+[A-ZÀ-ÖØ-Þ«“\"]|\s*(?:\n|\Z))", "footnote mark", 0),
    (r"\[[0-9]{1,3}\]|(?<=[^\W\d_])(?<!\bm)(?<!\b[kcdm]m)(?<!\bpi)[¹²³⁴⁵⁶⁷⁸⁹⁰]++", "footnote mark", 0),
    (r"(?<=[\"«“]) ?[0-9]{1,6} ?(?=[\"»”])", "part of a name", 0),
]


def _numbered_names() -> list[_Form]:
    """*l'article 21*, *les pages 3 et 4*: a noun of the lexicon and the numbers behind it."""
    nouns: dict[str, list[str]] = {}
    for row in lexicon.rows("numbered_names"):
        if row["place"] == "before":
            nouns.setdefault(row["reason"], []).append(row["form"])
    number = (
        r"[A-Z]{0,3}-?(?:[1-9][0-9]{0,2}(?: [0-9]{3}(?![0-9]))++|[0-9][0-9]{0,14})"
        rf"(?:[.,/-][0-9A-Z]{{1,8}}){{0,5}}(?:(?:{alternation(words('short ordinal ending'))})(?!\w))?(?!\w)"
    )
    several = rf"{number}(?:(?:, ?| (?:{link('references')}) |-){number}){{0,6}}"
    sign, share = alternation(words("number sign")), alternation(forms_of("units", place="span"))
    measured = alternation(forms_of("number_contexts", reading="no reference"))
    return [
        (
            rf"(?<![\w-])(?!(?<=[0-9] )(?:{share}))(?:{alternation(forms)})s?(?: (?:{sign}))? ?(?P<at>{several})"
            rf"{_AMOUNT_AHEAD}(?! (?:{measured})(?!\w))",
            reason,
            _I,
        )
        for reason, forms in nouns.items()
    ]


@dataclass(frozen=True)
class Form:
    """A fixed form: its expression, for the text in lower case or as printed, and what it is."""

    pattern: re.Pattern[str]
    reason: str
    is_anywhere: bool  # it may stand far from a digit
    is_lower: bool


@cache
def patterns() -> tuple[Form, ...]:
    """Fixed forms in the order in which they are tried."""
    ranked = [*_ON_THE_NET, (_SET_PHRASE, "set phrase", _I), *_TELEPHONES, *_DATES, *_HOURS, *_ADDRESSES]
    ranked += [*_REFERENCES, *_numbered_names(), *_NAMES]
    anywhere = (_MARKUP, _SET_PHRASE, _DATE_IN_WORDS)
    return tuple(_compiled(*form, is_anywhere=form[0] in anywhere) for form in ranked)


def _compiled(expression: str, reason: str, flags: int, *, is_anywhere: bool) -> Form:
    if flags != _I or minds_case(expression):
        return Form(re.compile(expression, flags), reason, is_anywhere, is_lower=False)
    return Form(re.compile(in_lower_case(expression)), reason, is_anywhere, is_lower=True)


@cache
def vague() -> re.Pattern[str]:
    """*des milliers*, *quelques centaines de millions*, *par dizaines*, in a text in lower case."""
    nouns = forms_of("number_words", kind="collective") + [
        r["form"] for r in lexicon.rows("multipliers") if r["place"] == "word" and r["value"] != "1000"
    ]
    many = at_heads(forms_of("vague_quantifiers"), LETTER)
    plural = alternation(noun + "s" for noun in nouns)
    return re.compile(rf"(?:{many}) (?:{plural})(?: (?:{before_word(BARE_OF)})(?:{plural}))?(?!\w)")
