"""The quotations of any French Doc, as a component of spaCy."""

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from helpers.french.document import ReleaseDoc
from helpers.quotes.quotations import quotations

if not Doc.has_extension("quotations"):
    Doc.set_extension("quotations", default=None)


@Language.component("helpers_quotes")
def quotes_component(doc: Doc) -> Doc:
    """Leave the quotations with a Doc: as ``doc._.quotations``, and as ``spans["quotations"]`` labelled by kind.

    For other pipelines: ``import helpers.quotes`` and ``nlp.add_pipe("helpers_quotes", last=True)``; best with
    ``helpers_sentences`` (``helpers.french``) before the parser.
    """
    found = quotations(ReleaseDoc.of(doc)) if any(c.isalnum() for c in doc.text) else []
    doc._.quotations = found
    spans = [doc.char_span(q.start, q.end, label=q.kind, alignment_mode="expand") for q in found]
    doc.spans["quotations"] = SpanGroup(doc, name="quotations", spans=spans)
    return doc
