"""Analysis → what other tools read: JSON (the contract), Web Annotation, TEI, brat, CSV.

Order inside: ``json``, ``annotations`` (text and spans), ``web_annotation``, ``tei``, ``brat``, ``tables``,
``formats``, ``origins`` (whose reading an export is).
"""

from helpers.export.formats import FORMATS
from helpers.export.json import as_dict, as_json

__all__ = ["FORMATS", "as_dict", "as_json"]
