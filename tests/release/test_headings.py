"""Headings of a release."""

from tests.reading import laid_out


def test_headings_of_markdown_are_headings():
    release = laid_out(
        "# Le pont ouvre\n\nIl ouvre en mai, dit la ville.\n\n## À retenir\n\n* Il est long\n* Il est beau"
    )
    assert [p.kind for p in release.paragraphs] == ["title", "lead", "heading", "fact", "fact"]
