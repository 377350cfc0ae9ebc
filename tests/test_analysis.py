"""The whole reading of the release, and the contract of its tables."""

import re
import socket
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import ReleaseError, analyse, language, load_release, markup
from helpers.accuracy import agreement
from helpers.analysis import QUOTE_TYPES
from helpers.export.json import as_dict
from helpers.release.release import Release
from tests.documents import PAGE, TEXT, pdf, put, word
from tests.reading import read


def test_the_release_agrees_with_its_annotation_in_every_measure(analysis, gold):
    export = as_dict(analysis)
    measures = agreement(export["quotes"], export["statistics"], gold).measures
    assert measures[measures["score"] < 1].empty
    assert measures.set_index("measure").loc["direct quotations (IoU 0.8)", "of"] == 4


def test_narrated_points_are_those_of_the_annotation(analysis, gold):
    found = analysis.quotes[analysis.quotes["kind"] == "narrated"]
    wanted = [q for q in gold["quotes"] if q["kind"] == "narrated"]
    assert found[["start", "end"]].values.tolist() == [[q["start"], q["end"]] for q in wanted]
    assert all(name in q["names"] for name, q in zip(found["speaker_name"], wanted, strict=True))


def test_the_layout_agrees_with_the_annotation(analysis, gold):
    facts, told = gold["release"], as_dict(analysis)["release"]
    assert (told["place"], told["date"], told["source"]) == (facts["place"], facts["date"], facts["source"])
    assert [c["email"] for c in told["contacts"]] == facts["emails"]
    assert [c["phone"] for c in told["contacts"]] == facts["phones"]


def test_every_row_is_an_exact_slice(analysis):
    text = analysis.release.text
    for table in (analysis.quotes, analysis.statistics, analysis.sentences, analysis.tokens):
        assert [text[s:e] for s, e in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()


def test_tables_keep_their_columns_when_they_are_empty():
    analysis = read("Rien à citer ici.")
    assert analysis.quotes.empty and tuple(analysis.quotes.columns) == tuple(QUOTE_TYPES)
    assert analysis.statistics.empty and {"start", "end", "text", "value", "unit", "speaker_name"} <= set(
        analysis.statistics
    )


def test_a_number_inside_a_quotation_has_its_speaker():
    analysis = read("« Nous avons planté 300 arbres », déclare Anne Roy. Le parc a 12 entrées.")
    assert analysis.statistics["speaker_name"].tolist() == ["Anne Roy", None]


def test_objects_show_themselves_escaped_and_as_text():
    analysis = analyse(Release.from_text("« Oui », raconte <script>x()</script> Odile Brochet.", "<i>name</i>"))
    for thing in (analysis.release, analysis, analysis.quotation(0)):
        bundle = thing._repr_mimebundle_()
        assert set(bundle) == {"text/html", "text/plain"}
        assert "<script" not in bundle["text/html"] and "<i>name" not in bundle["text/html"]
        assert bundle["text/plain"] == repr(thing)
    assert [q.text for q in analysis.quotations()] == analysis.quotes["text"].tolist()
    with pytest.raises(IndexError, match="no quotation 9"):
        analysis.quotation(9)


def test_the_card_counts_words_as_the_voices_have_them_and_narrated_points_apart(analysis):
    card = re.findall(r"<td[^>]*>\d+</td><td[^>]*>([^<]+)</td><td[^>]*>\d+</td><td[^>]*>(\d+)<", analysis.brief().html)
    words = language.voice_words(analysis.release, analysis.quotes)
    assert {name: int(count) for name, count in card if int(count)} == words.to_dict()
    counts = "5 quotations (4 direct, 1 indirect), 2 named voices, 3 narrated points, 2 telling numbers"
    assert analysis.told.startswith(counts)


HOSTILE = {
    "digits": "Le pont a coûté " + "7" * 5000 + " $ en tout, dit la ville.",
    "opening marks": "La ville dit : " + "« " * 400 + "oui.",
    "marks that never close": "« Le pont ouvre en mai, dit-elle. “Et il est long. \"Très long. ‹Oui.",
    "combining": "La v" + "\u0301" * 3000 + "ille dit que le pont ouvre.",
    "right to left": "« \u202eiuo\u202c », dit Anne \u2067Roy\u2069, mairesse.",
    "emoji": "« Le pont 👩‍👩‍👧‍👦 ouvre 🎉🎉 », dit Anne Roy 🏳️‍🌈, mairesse. 🇨🇦",
    "script": "« <script>alert(1)</script> & <img src=x onerror=alert(1)> », dit <b>Anne</b> \"Roy\" onclick='x'.",
    "one long line": "La ville dit que le pont ouvre en mai. " * 400,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_texts_are_read_and_every_span_is_a_slice(name):
    release = Release.from_text(HOSTILE[name], any_language=True)
    spans_hold(release)


def spans_hold(release: Release) -> None:
    analysis = analyse(release)
    text = release.text
    for table in (analysis.quotes, analysis.statistics, analysis.sentences, analysis.tokens):
        for row in table.itertuples():
            assert 0 <= row.start < row.end <= len(text) and text[row.start : row.end] == row.text
    quotes = analysis.quotes
    for row in quotes.itertuples():
        p = release.paragraphs[row.paragraph]
        assert p.start <= row.start < row.end <= p.end
        for part in ("cue", "speaker"):
            start, end = getattr(row, f"{part}_start"), getattr(row, f"{part}_end")
            if getattr(row, f"{part}_text") is not None:
                assert text[start:end] == getattr(row, f"{part}_text")
    for row in analysis.statistics.itertuples():
        p = release.paragraphs[row.paragraph]
        assert p.start <= row.start < row.end <= p.end
    spans = sorted((r.start, r.end) for r in quotes.itertuples() if r.kind != "narrated")
    for n, (_, end) in enumerate(spans):
        for other, stop in spans[n + 1 :]:
            assert other >= end or stop <= end, "quotations nest or stand apart"
    Tags().feed(markup.marked_text(release, quotes).html)
    markup.table(quotes)


class Tags(HTMLParser):
    """Only what the page itself writes: no script, no image, no handler."""

    def handle_starttag(self, tag, attrs):
        listed = {"details", "summary", "table", "thead", "tbody", "tr", "th", "td"}
        assert tag in {"div", "p", "span", "u", "sup", "em", "strong", "small", "br"} | listed, tag
        assert {name for name, _ in attrs} <= {"class", "style", "title", "scope"}


def test_marks_that_turn_a_line_round_are_shown_and_no_offset_moves():
    release = Release.from_text(HOSTILE["right to left"])
    html = markup.marked_text(release, analyse(release).quotes).html
    assert "\u202e" not in html and "[RLO]</small>" in html and "[RLI]</small>" in html
    assert "\u202e" in release.text
    assert "[RLO]" in markup.table(analyse(release).quotes).html


WORDS = st.sampled_from(
    [
        *"la ville Anne Roy a déclaré que « » “ ” \" ' , . : ; – - -30- SOURCE 18,4 millions 50 % $ selon elle".split(),
        *"dit qu' l' aujourd'hui d'« (GRC) ½ un sur cinq 418-555-0199 a@b.ca OTTAWA, 4 oct. 2019 /CNW/ <b>".split(),
        *["\n", "\n\n", "\r\n", "\t", "\xa0", "\u202e", "\u0301", "👩‍👩‍👧", "À propos de", "Renseignements :"],
    ]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_of_any_text_every_span_is_a_slice_and_only_release_errors_are_raised(text):
    try:
        release = Release.from_text(text, any_language=True)
    except ReleaseError as error:
        assert "\n" not in str(error)
        return
    spans_hold(release)


def test_nothing_is_fetched(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a network call")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    linked = PAGE.format(charset="utf-8").replace(
        "<main>", '<main><img src="https://img.example/a.png"><link rel="stylesheet" href="https://css.example/a.css">'
    )
    paths = [put(tmp_path, "a.html", linked), put(tmp_path, "a.txt", TEXT), word(tmp_path)]
    for path in [*paths, put(tmp_path, "a.pdf", pdf([(700, "Le pont ouvre en mai, dit la ville.")]))]:
        analysis = analyse(load_release(path))
        markup.marked_text(analysis.release, analysis.quotes)
