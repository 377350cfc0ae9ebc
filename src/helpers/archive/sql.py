"""What the queries over an archive are put together from: constants alone.

What comes from outside is never a part of a query; it is a value that stands in the place of a ``?``.
"""

from helpers.text.typography import fold

UNKNOWN = "not stated"
"""Stands for an issuer or a gender that the release does not tell."""

ISSUER = f"coalesce(issuer, '{UNKNOWN}')"
OF_RELEASES = "JOIN releases USING (release)"
SPOKEN = "kind IN ('direct', 'indirect', 'mixed')"
COUNTED = "release NOT IN (SELECT unnest(?::VARCHAR[]))"
"""Leaves out the releases that the value names: second sendings, say."""
IN_ORDER = 'ORDER BY date NULLS LAST, release, start, "end" DESC'


def folded(column: str) -> str:
    """A column as ``typography.fold`` has it."""
    return f"replace(replace(strip_accents(lower({column})), '’', ''''), 'œ', 'oe')"


def having_word(column: str, word: str) -> tuple[str, str]:
    """The condition that a word or phrase stands in a column, and the value for the ``?`` in it.

    Case and accents do not count; words are whole: *enfant* is no part of *enfantin*.
    """
    return f"regexp_matches({folded(column)}, ?)", rf"(^|[^\pL\pN]){_literal(fold(word))}($|[^\pL\pN])"


def _literal(text: str) -> str:
    """A text as an expression of DuckDB's engine, RE2, that matches just it; ``re.escape`` knows another syntax."""
    return "".join(c if c.isalnum() or c == " " else rf"\x{{{ord(c):x}}}" for c in text)
