"""HTML read back."""

from html.parser import HTMLParser

import html5lib


class Page(HTMLParser):
    """Tags in order, whether they balance, and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.open, self.text, self.titles = [], [], "", []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.titles += [value for name, value in attributes if name == "title"]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def html_faults(text: str) -> list[str]:
    """What the HTML standard's own parser has to put right in a page."""
    parser = html5lib.HTMLParser()
    parser.parse(text)
    return [f"{code} {data} at {at}" for at, code, data in parser.errors]
