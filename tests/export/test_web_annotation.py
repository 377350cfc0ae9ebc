"""Web Annotation: what is written comes back, and keeps to the data model."""

import json
import re

from hypothesis import given

from helpers.export import formats
from helpers.export.formats import web_annotation
from tests.annotations import readings


@given(readings())
def test_any_annotations_come_back_from_json_ld(reading):
    assert web_annotation.load(web_annotation.dump(reading), reading.text) == reading.annotations


def test_web_annotations_keep_to_the_data_model(crooked):
    text = crooked.release.text
    collection = json.loads(web_annotation.dump(formats.annotate(crooked)))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    assert page["type"] == "AnnotationPage" and len(page["items"]) == collection["total"]
    ids = [item["id"] for item in page["items"]]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"ni:///sha-256;[\w-]{43}#[\w.-]+", i) for i in ids)
    assert {item["motivation"] for item in page["items"]} == {"describing", "linking"}
    for item in page["items"]:
        assert item["type"] == "Annotation"
        if item["motivation"] == "linking":
            assert {item["target"], item["body"][1]["source"]} <= set(ids)
            continue
        position, quote = item["target"]["selector"]
        assert position["type"] == "TextPositionSelector" and quote["type"] == "TextQuoteSelector"
        start, end = position["start"], position["end"]
        assert (quote["exact"], quote["prefix"], quote["suffix"]) == (
            text[start:end],
            text[max(0, start - 32) : start],
            text[end : end + 32],
        )
