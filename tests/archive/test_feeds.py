"""Feeds as sources of an archive. All entries are invented."""

import datetime

import pytest

from helpers.archive.sources import find_items
from helpers.text.faults import CorpusError
from tests.archive.reading import read

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Ville de Lac-Clair</title><item><title>La piscine ouvre</title><link>https://lac.example/1</link>
<guid>lac-1</guid><pubDate>Mon, 03 May 2021 10:00:00 +0200</pubDate><description>Courte.</description>
<content:encoded><![CDATA[<p>La piscine ouvrira en juin.</p><p>« Elle est prête », annonce la mairesse
<b>Anne Roy</b>.</p><script>alert(1)</script>]]></content:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Nouvelles</title><entry><title>La piscine ouvre</title>
<id>lac-1</id><link href="https://lac.example/1"/><published>2021-05-03T10:00:00+02:00</published>
<author><name>Ville de Lac-Clair</name><uri>x</uri></author>
<content type="html">&lt;p&gt;La piscine ouvrira en juin.&lt;/p&gt;&lt;p&gt;« Elle est prête », annonce la mairesse
Anne Roy.&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize(("name", "feed"), [("a.rss", RSS), ("a.xml", ATOM), ("a.atom", ATOM)])
def test_a_feed_is_a_source_with_its_own_facts(tmp_path, name, feed):
    (tmp_path / name).write_text(feed, encoding="utf-8")
    corpus = read(tmp_path / "out", find_items(tmp_path / name))
    row = corpus.releases.iloc[0]
    text = "La piscine ouvre\n\nLa piscine ouvrira en juin.\n\n« Elle est prête », annonce la mairesse Anne Roy."
    assert row["text"] == text
    told = [row[key] for key in ("release", "issuer", "issuer_from", "date", "date_from", "url")]
    day = datetime.date(2021, 5, 3)
    assert told == ["lac-1", "Ville de Lac-Clair", "feed", day, "feed", "https://lac.example/1"]
    assert corpus.quotes["speaker_name"].tolist() == ["Anne Roy"]


@pytest.mark.parametrize("feed", ["", "<rss", "<a/>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_what_is_no_feed_is_one_line(tmp_path, feed):
    (tmp_path / "a.rss").write_text(feed, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"a\.rss") as fault:
        find_items(tmp_path / "a.rss")
    assert "\n" not in str(fault.value)
