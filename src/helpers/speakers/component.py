"""The speakers as a step of any spaCy pipeline."""

from spacy.language import Language
from spacy.tokens import Doc

from helpers.entities.directory import Directory
from helpers.french.document import ReleaseDoc
from helpers.quotes.quotations import Quotation
from helpers.speakers.mentions import spoken
from helpers.speakers.model import Speaker
from helpers.speakers.resolution import speakers

if not Doc.has_extension("speakers"):
    Doc.set_extension("speakers", default=None)


@Language.component("helpers_speakers")
def speakers_component(doc: Doc) -> Doc:
    """Name the speakers of a Doc that ``helpers_quotes`` has read.

    ``doc._.speakers`` has one ``Speaker`` a quotation, and each span of ``spans["quotations"]`` the full name as its
    ``id_``. For other pipelines: ``import helpers.speakers`` and ``nlp.add_pipe("helpers_speakers", last=True)``.
    """
    doc._.speakers = _named(doc, doc._.quotations) if doc._.quotations else []
    for span, speaker in zip(doc.spans["quotations"], doc._.speakers, strict=True):
        span.id_ = speaker.name or ""
    return doc


def _named(doc: Doc, quotes: list[Quotation]) -> list[Speaker]:
    document = ReleaseDoc.of(doc)
    return [speaker for speaker, _ in speakers(Directory.of(document, spoken(document, quotes)), quotes)]
