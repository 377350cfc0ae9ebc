"""The kinds of things and the columns of every table, each said once."""

KINDS = (
    "title", "subtitle", "embargo", "dateline", "lead", "body", "heading", "bullet", "fact", "signature",
    "boilerplate", "links", "end", "source", "contact",
)  # fmt: skip
FRAME = frozenset(("embargo", "links", "end", "source", "contact"))
"""Kinds of paragraph that carry the release and say nothing of its matter."""
