"""A release read → names of persons, bodies and places, and dates; variants joined."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import cache

import pandas as pd
from spacy.tokens import Doc, Span, Token

from helpers import lexicon
from helpers.analysis import Analysis
from helpers.entities.bodies import with_joined_complements
from helpers.french.noun_phrases import core_end, phrase_from
from helpers.french.persons import is_title, titles
from helpers.language.running import running_text
from helpers.lexicon.words import AND, AT, DEFINITE, OF, alternation, column, whole_and_elided, words
from helpers.numbers.periods import named_periods
from helpers.release.acronyms import acronyms
from helpers.release.dateline import date_span
from helpers.release.letterhead import body_nouns
from helpers.release.release import Release
from helpers.text import schema
from helpers.text.frames import in_place, typed
from helpers.text.normal_form import NormalForm
from helpers.text.typography import WORD, fold, trim

_LABELS = {"PER": "person", "ORG": "body", "LOC": "place", "MISC": "other"}
_SURENESS = ("dateline", "calendar", "acronym", "person", "form", "model")  # which reading of the same words is kept


def entity_mentions(analysis: Analysis) -> pd.DataFrame:
    """Every mention of a person, body, place or other name in the running text.

    The model's names are merged with what the release itself tells: acronyms and what they stand
    for are one body, persons are those with a first name or a title (as for the speakers), a name
    that holds a word for a body (``body_words.csv``) is one. Of the model's own, those are dropped
    that are a single word at the head of a sentence, stand nowhere without a capital, or are
    single words of no class (*Internet*).

    Args:
        analysis: the release read.

    Returns:
        One row a mention: ``start``, ``end``, ``text``, ``label`` (person, body, place, other),
        ``name`` (the same for all mentions of one), ``evidence`` (acronym, person, form, model), ``paragraph``.
    """
    if analysis.normal is not analysis:
        return in_place(entity_mentions(analysis.normal), analysis.release.form)
    release = analysis.release
    spans = [(p.start, p.end) for _, p in running_text(release)]
    told = list(_model_names(analysis.doc, release))
    formed = [row for row in _formed(analysis) if not any(_holds(model, row) for model in told)]
    found = [*_bodies(release), *_persons(analysis), *formed, *told]
    found = [row for row in found if any(s <= row[0] and row[1] <= e for s, e in spans)]
    found.sort(key=lambda row: (_SURENESS.index(row[4]), row[0] - row[1]))
    kept: list[tuple[int, int, str, str, str]] = []
    for row in found:
        if not any(row[0] < other[1] and other[0] < row[1] for other in kept):
            kept.append(row)
    kept.sort()
    names = _one_name(kept)
    rows = [
        {
            "start": start,
            "end": end,
            "text": release.text[start:end],
            "label": names[fold(name)][1],
            "name": names[fold(name)][0],
            "evidence": evidence,
            "paragraph": release.paragraph_at(start),
        }
        for start, end, _, name, evidence in kept
    ]
    return pd.DataFrame(rows, columns=["start", "end", "text", "label", "name", "evidence", "paragraph"])


def entities(mentions: pd.DataFrame) -> pd.DataFrame:
    """The names, one row each, most mentioned first.

    Args:
        mentions: what ``entity_mentions`` gives.

    Returns:
        ``start``, ``end``, ``text`` (first mention), ``label``, ``name`` (in full), ``count``,
        ``variants`` (the different ways in which it is written).
    """
    rows = []
    for name, uses in mentions.groupby("name", sort=False):
        first = uses.iloc[0]
        rows.append(
            {
                "start": first["start"],
                "end": first["end"],
                "text": first["text"],
                "label": first["label"],
                "name": name,
                "count": len(uses),
                "variants": tuple(dict.fromkeys(uses["text"])),
            }
        )
    table = pd.DataFrame(rows, columns=["start", "end", "text", "label", "name", "count", "variants"])
    return table.sort_values(["count", "start"], ascending=[False, True]).reset_index(drop=True)


NAMED = ("person", "body", "place", "date", "other")
"""What a name can be of, in the order of the table of names."""


@schema.tells("names")
def name_table(analysis: Analysis) -> pd.DataFrame:
    """Who, what, where and when: every person, body, place and date that a release names, one row each.

    Read are the running text (see ``entity_mentions``) and the dateline.

    Args:
        analysis: the release read.

    Returns:
        By label (in the order of ``NAMED``), most mentioned first.
    """
    if analysis.normal is not analysis:
        return _in_place(name_table(analysis.normal), analysis.release.form)
    people = {person.name: person for person in analysis.directory.persons if person.is_personal}
    short = {row.expansion: row.text for row in acronyms(analysis.release).itertuples()}
    rows = []
    for name, uses in _all_mentions(analysis).groupby("name", sort=False):
        first = uses.iloc[0]
        person = people.get(name) if first["label"] == "person" else None
        rows.append(
            {
                "label": first["label"],
                "name": name,
                "count": len(uses),
                "variants": tuple(dict.fromkeys(uses["text"])),
                "start": first["start"],
                "end": first["end"],
                "text": first["text"],
                "mentions": tuple(zip(uses["start"].tolist(), uses["end"].tolist(), strict=True)),
                "title": person.title if person else None,
                "function": person.role if person else None,
                "affiliation": person.affiliation if person else None,
                "gender": person.gender if person else None,
                "acronym": short.get(name),
                "evidence": min(uses["evidence"], key=_SURENESS.index),
            }
        )
    rows.sort(key=lambda row: (NAMED.index(row["label"]), -row["count"], row["start"]))
    return typed(rows, schema.types("names"))


def _in_place(table: pd.DataFrame, form: NormalForm) -> pd.DataFrame:
    """The table of names of a normal form, with every mention where it stands in the original."""
    mentions = [tuple(form.span(*place) for place in places) for places in table["mentions"]]
    printed = [tuple(dict.fromkeys(form.original[start:end] for start, end in places)) for places in mentions]
    columns = {"mentions": mentions, "variants": printed}
    objects = {name: pd.Series(values, index=table.index, dtype=object) for name, values in columns.items()}
    return in_place(table, form).assign(**objects)


def _all_mentions(analysis: Analysis) -> pd.DataFrame:
    """The mentions in the running text, with those of dates and what the dateline names, in order."""
    columns = ["start", "end", "text", "label", "name", "evidence"]
    found = entity_mentions(analysis)[columns]
    dates = list(_dates(analysis))
    in_date = [
        evidence == "model" and any(date[0] < end and start < date[1] for date in dates)
        for start, end, evidence in zip(found["start"], found["end"], found["evidence"], strict=True)
    ]
    found = found[~pd.Series(in_date, found.index, dtype=bool)]
    rows = [*_place_of_issue(analysis.release, found), *found.itertuples(index=False, name=None), *dates]
    return pd.DataFrame(sorted(rows), columns=columns)


def _dates(analysis: Analysis) -> Iterator[tuple[int, int, str, str, str, str]]:
    release = analysis.release
    line = release.dateline
    span = date_span(release.text, line) if line and line.date else None
    if span:
        yield *span, release.text[slice(*span)], "date", line.date.isoformat(), "dateline"
    inside = [(p.start, p.end) for _, p in running_text(release)]
    for start, end, name in named_periods(analysis.amounts):
        if any(s <= start and end <= e for s, e in inside):
            yield start, end, release.text[start:end], "date", name, "calendar"


def _place_of_issue(release: Release, found: pd.DataFrame) -> Iterator[tuple[int, int, str, str, str, str]]:
    """The place of the dateline, under the name that it has in the text, if it stands there too."""
    line = release.dateline
    if line and line.place:
        start = line.start + line.text.index(line.place)
        places = found[found["label"] == "place"]["name"]
        name = next((name for name in places if fold(name) == fold(line.place)), line.place)
        yield start, start + len(line.place), line.place, "place", name, "dateline"


# In lower case no part of the name: la Défense, but La Rochelle.
_WHOLE, _ELIDED = whole_and_elided(words("name leader"))
_LED = re.compile(rf"(?:(?:{_WHOLE})\s+|(?:{_ELIDED}))*(?=\w)|")
_TRAILED = re.compile(rf"(?:\s+(?:{alternation(AND | AT | DEFINITE | OF)}))+\s*\Z")
# Addresses and markup left in the text.
_NO_NAME = re.compile(r"[@<>;]|://|&\w")
_BEFORE_PLACES = words("place preposition") | DEFINITE | OF | words("place or time preposition")
_MARKS_OF_EDITORS = words("editorial mark")
_DISEASES = words("name of a disease")
_BEARERS, _BEFORE_DISEASES = words("noun before its own name"), words("noun before the name of a disease")
_SHORT, _INFLECTED = 2, 3
_Found = tuple[int, int, str, str, str]  # start, end, label, name, evidence


def _bodies(release: Release) -> Iterator[_Found]:
    """Acronyms and the names that they stand for, everywhere."""
    table = acronyms(release)
    for row in table.itertuples():
        label = "body" if any(c.isupper() for c in row.expansion) else "other"
        for form in (row.text, row.expansion):
            for match in re.finditer(rf"(?<![\w.@-]){re.escape(form)}(?![\w@-])", release.text):
                yield match.start(), match.end(), label, row.expansion, "acronym"


def _persons(analysis: Analysis) -> Iterator[_Found]:
    doc = analysis.doc
    for person in (p for p in analysis.directory.persons if p.is_personal):
        for first, last in person.mentions:
            yield doc[first].idx, doc[last].idx + len(doc[last]), "person", person.name, "person"


def _holds(model: _Found, formed: _Found) -> bool:
    """Whether the model sees more of a body's name: *ministère polonais des | Affaires maritimes*.

    Not with a word before it that is none of a name: *jurisprudence de la | Cour des eaux*.
    """
    (start, end, label, text, _), (inner, last, *_) = model, formed
    if label != "body" or not (start <= inner and last <= end) or (start, end) == (inner, last):
        return False
    return text[0].isupper() or fold(text.split()[0]) in body_nouns()


def _formed(analysis: Analysis) -> Iterator[_Found]:
    """*la **Ligue des sources***: a body's noun with a capital, behind an article or *de*, and what it is told by."""
    document, doc = analysis.document, analysis.document.doc
    for token in doc[1:]:
        if not _opens_name(token):
            continue
        phrase = core_end(doc, token.i, phrase_from(document, token.i, at_least=token.i))
        last = _name_end(doc, token.i, with_joined_complements(document, token.i, phrase))
        if last > token.i:
            end = doc[last].idx + len(doc[last])
            yield token.idx, end, "body", analysis.release.text[token.idx : end], "form"


def _opens_name(token: Token) -> bool:
    """*la **Ligue***, *au **Conseil***; not in *le ministère des Eaux*, whose name begins before."""
    doc, before = token.doc, token.i - 1
    while before > 0 and doc[before].lower_ in DEFINITE | OF | AT:
        before -= 1
    is_led = before < token.i - 1 and _is_named_body(token) and not token.is_upper
    return is_led and not is_title(token) and not _is_body_noun(doc[before])


def _is_named_body(token: Token) -> bool:
    return token.text[0].isupper() and _is_body_noun(token)


def _is_body_noun(token: Token) -> bool:
    return fold(token.text) in body_nouns()


def _name_end(doc: Doc, first: int, last: int) -> int:
    """Where a body's name ends in its phrase: *Conseil des eaux | et le Sénat*, *Conseil des eaux | note*."""
    found, is_open = first, False
    for token in doc[first + 1 : last + 1]:
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if token.lower_ in OF or token.pos_ == "ADP":
            is_open = True
        elif token.lower_ in AND:
            if following is None or following.pos_ == "DET" or any(map(_is_named_body, doc[token.i + 1 : token.i + 3])):
                break
            is_open = True
        elif token.pos_ == "PROPN" or (token.pos_ == "NOUN" and is_open) or _is_epithet(token, following):
            found, is_open = token.i, False
        elif not (token.lower_ in DEFINITE and is_open):
            break
    return found


def _is_epithet(token: Token, following: Token | None) -> bool:
    """*Conseil **fédéral***; not *le Conseil **note** le retard*, a verb that is read as one."""
    return token.pos_ == "ADJ" and (following is None or following.pos_ not in ("DET", "PRON", "SCONJ"))


def _model_names(doc: Doc, release: Release) -> Iterator[_Found]:
    body_words = {fold(row["form"]) for row in lexicon.rows("body_words")}
    heads = {_first_letter(sentence.start_char, release.text) for sentence in doc.sents}
    in_lower_case = {token.text for token in doc if token.is_lower}
    for ent in doc.ents:
        start, end = trim(release.text, ent.start_char, ent.end_char)
        start += len(_LED.match(release.text[start:end]).group())
        end = start + len(_TRAILED.sub("", release.text[start:end]))
        text = release.text[start:end]
        parts = WORD.findall(text)
        if _NO_NAME.search(text) or not any(part[0].isupper() for part in parts):
            continue
        label = "other" if _is_thing(doc, ent, parts) else _LABELS.get(ent.label_, "other")
        if len(parts) == 1 and (start in heads or text.lower() in in_lower_case or not _names_one(doc, ent, label)):
            continue
        if label != "person" and _is_common(parts):
            continue
        if label != "person" and len(parts) > 1 and body_words & {fold(part) for part in parts}:
            label = "body"
        yield start, end, label, text, "model"


def _is_thing(doc: Doc, ent: Span, parts: Sequence[str]) -> bool:
    """*le Covid-19*, *l'opération **Barkhane***, *la maladie de **Lyme***: neither who nor where."""
    if fold(parts[0]).partition("-")[0] in _DISEASES:
        return True
    before = ent.start - 1
    if before >= 1 and doc[before].lower_ in OF:
        return doc[before - 1].lower_ in _BEFORE_DISEASES
    return before >= 0 and doc[before].lower_ in _BEARERS


def _names_one(doc: Doc, ent: Span, label: str) -> bool:
    """Whether a single word that the model takes for a name is one.

    A person is known by more than one word, or by a title, and then not from the model; a place stands behind a
    preposition, an article or in a list (*à Lyon*, *la Corse*, *Lyon, Paris*) and is no people (*les Suisses*); an
    *other* is nothing certain.
    """
    form = fold(ent.text)
    if label in ("person", "other") or form in _MARKS_OF_EDITORS:
        return False
    if label != "place":
        return True
    before = doc[ent.start - 1].lower_ if ent.start else ""
    in_list = ent.start > 0 and (doc[ent.start - 1].is_punct or before in AND)
    # Italienne, Suisses; not Suisse, which is a country as well.
    is_people = any(form.startswith(base) and 0 < len(form) - len(base) <= _INFLECTED for base in _peoples())
    return (in_list or before in _BEFORE_PLACES) and not is_people and len(form) > _SHORT


@cache
def _peoples() -> frozenset[str]:
    return frozenset(fold(form) for form in column("demonyms", "form"))


def _is_common(parts: Sequence[str]) -> bool:
    """*ministre des Finances*, *Secrétaire*: a function, not who or what has it."""
    return fold(parts[0]) in titles()


def _first_letter(start: int, text: str) -> int:
    """Where the first word of a sentence begins, behind its opening mark."""
    match = WORD.search(text, start)
    return match.start() if match else start


def _one_name(found: Sequence[_Found]) -> dict[str, tuple[str, str]]:
    """For each name, folded, how it is written first and the label that most of its mentions have."""
    labels: dict[str, Counter[str]] = {}
    written: dict[str, str] = {}
    for _, _, label, name, _ in found:
        labels.setdefault(fold(name), Counter())[label] += 1
        written.setdefault(fold(name), name)
    plain = {key: _without_article(key, written) for key in written}
    for key, name in plain.items():
        if name != key:
            labels[name] += labels[key]
    return {key: (written[name], labels[name].most_common(1)[0][0]) for key, name in plain.items()}


def _without_article(key: str, known: Container[str]) -> str:
    """*La Tunisie* at the head of a sentence is *Tunisie*, if that stands elsewhere: both folded."""
    article, _, rest = key.partition(" ")
    return rest if article in DEFINITE and rest in known else key
