"""Annotated texts: one that is hard to keep whole, and any that Hypothesis draws."""

from hypothesis import strategies as st

from helpers.export.annotations import Annotated, Annotation, number

# Invented: a number in a quotation, a quotation over two lines, characters of two units, combining marks, markup,
# CRLF, a form feed.
CROOKED = (
    "LAC-CLAIR, le 3 mai 2021 /CNW/ - <b>Un</b> & un pont \U0001f309.\r\n\r\n"
    "« Le pont cou\u0302te 12 M$, et « c'est\fassez » pour\r\n50 % des & gens 👩‍🚒 », de\u0301clare Anne Roy.\r\n\r\n"
    "Selon la Ville, 300 personnes sont venues en 2020.\r\n"
)


LABELS = ("quotation", "cue", "source", "statistic", "counted", "period", "place", "holder", "recipient", "agent")


ODD = "\r\n\t\v\f\x1c\x1f\x85\xa0\u0301\u2028\u202e\ufeff\ufffe\uffff\U0001f309\U0001fffe<>&\"']]>=+-@|(#;"


STRINGS = st.text(st.one_of(st.sampled_from(ODD), st.characters(codec="utf-8", exclude_characters="\0")), max_size=40)


NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)


FACTS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("kind", "class", "period", "speaker_name"), STRINGS),
        "unit": st.sampled_from(("%", "CAD", "km²")),
        "value": NUMBERS,
        "immediate": st.booleans(),
    },
)


@st.composite
def readings(draw) -> Annotated:
    """Any text in any paragraphs with any spans: nested, crossing, over line ends."""
    text = draw(STRINGS.filter(bool))
    place = st.integers(0, len(text))
    drawn = draw(st.lists(st.tuples(st.sampled_from(LABELS), place, place), max_size=8, unique=True))
    spans = [(label, start, end) for label, start, end in drawn if start < end]
    ids = list(number(spans))
    annotations = []
    for name, span in zip(ids, spans, strict=True):
        links = draw(st.dictionaries(st.sampled_from(("cue", "source", "continues")), st.sampled_from(ids), max_size=2))
        annotations.append(Annotation(name, *span, draw(FACTS), links))
    cuts = sorted(set(draw(st.lists(place, max_size=6))))
    paragraphs = [
        {"start": start, "end": end, "kind": draw(st.sampled_from(("lead", "body", "title")))}
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    release = {
        "name": draw(STRINGS), "sha256": "0f" * 32, "format": "text", "language": "fr", "paragraphs": paragraphs,
        "title": draw(st.none() | st.builds(lambda t: {"text": t}, STRINGS)), "source": draw(st.none() | STRINGS),
        "place": None, "date": None,
    }  # fmt: skip
    return Annotated(text, release, tuple(annotations))
