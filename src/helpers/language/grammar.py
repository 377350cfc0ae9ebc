"""Tokens and words → the grammar of officialese: nouns for verbs, chains of *de*, passives, modality, persons.

Tags, morphology and word order are read before the parse, which errs more. What is counted is said in each docstring;
word lists stand in the lexicon.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd

from helpers import lexicon
from helpers.language.running import Read, listed, prose_tokens, word_table
from helpers.release.release import Release
from helpers.text.typography import word_form

# --- nouns for verbs -----------------------------------------------------------------------------


def nominalisations(words: pd.DataFrame) -> pd.DataFrame:
    """Nouns made of a verb, an adjective or another noun: *protéger* → *protection*.

    First ``nominal_bases.csv`` is asked, which knows the base (*hausse* → *hausser*, *importance* → *important*,
    *présidence* → *président*); then the ending (``nominal_suffixes.csv``, with the nouns that only look like it).
    The endings *-ance* and *-ence* make nouns of verbs and of adjectives alike, so there the kind is left open.

    Args:
        words: what ``word_table`` gives.

    Returns:
        One row a use: ``start``, ``end``, ``text``, ``lemma``, ``suffix`` (*–* where there is none to see), ``base``
        (verb, adjective, noun, *verb or adjective*), ``of`` (the base word, empty where only the ending tells),
        ``paragraph``, ``sentence``.
    """
    suffixes = sorted(lexicon.rows("nominal_suffixes"), key=lambda row: -len(row["suffix"]))
    bases = {row["noun"]: row for row in lexicon.rows("nominal_bases")}
    rows = []
    for row in words[words["pos"] == "NOUN"].itertuples():
        suffix = next(
            (s for s in suffixes if row.lemma.endswith(s["suffix"]) and len(row.lemma) >= len(s["suffix"]) + 3), None
        )
        known = bases.get(row.lemma)
        if known is None and (suffix is None or row.lemma in suffix["exceptions"].split()):
            continue
        rows.append(
            {
                "start": row.start,
                "end": row.end,
                "text": row.text,
                "lemma": row.lemma,
                "suffix": "-" + suffix["suffix"] if suffix else "–",
                "base": known["kind"] if known else suffix["base"],
                "of": known["base"] if known else "",
                "paragraph": row.paragraph,
                "sentence": row.sentence,
            }
        )
    columns = ["start", "end", "text", "lemma", "suffix", "base", "of", "paragraph", "sentence"]
    return pd.DataFrame(rows, columns=columns)


_DE = frozenset(("de", "du", "des", "d'"))


def de_chains(analysis: Read, least: int = 2) -> pd.DataFrame:
    """Nouns hung one on the other by *de*: *l'analyse de la gravité des effets du bruit* has three links.

    A chain goes on over articles, figures, adjectives, participles and names, and ends at a comma, a verb, *et*, any
    other preposition, or a participle whose complement the noun is (*un groupe composé de …*).

    Args:
        analysis: a reading of a release.
        least: how many *de* a chain has at least.

    Returns:
        One row a chain, longest first: ``start``, ``end``, ``text``, ``links`` (*de*, *du*, *des*, *d'*),
        ``paragraph``, ``sentence``.
    """
    rows = []
    for sentence in _sentences(analysis):
        first: int | None = None
        last, links = 0, 0
        for i, token in enumerate([*sentence, None]):
            is_noun = token is not None and token.pos in ("NOUN", "PROPN")
            if token is not None and first is not None and i > first:
                if token.form in _DE:
                    if sentence[i - 1].form not in _DE:
                        continue
                elif is_noun:
                    between = sentence[last + 1 : i]
                    has_link = sum(t.form in _DE for t in between)
                    of_participle = token.is_oblique and any(t.is_participle for t in between)
                    if (has_link or token.pos == "PROPN") and not of_participle:
                        last, links = i, links + has_link
                        continue
                elif token.pos in ("DET", "NUM") and any(t.form in _DE for t in sentence[last + 1 : i]):
                    continue
                elif token.pos == "ADJ" or token.is_participle or token.form in ("non", "plus", "très"):
                    continue
            if first is not None and links >= least:
                rows.append(_row(analysis.release, sentence[first], sentence[last], links=links))
            first, last, links = (i, i, 0) if is_noun else (None, 0, 0)
    table = pd.DataFrame(rows, columns=["start", "end", "text", "paragraph", "sentence", "links"])
    return table.sort_values(["links", "start"], ascending=[False, True]).reset_index(drop=True)


# --- verbs ---------------------------------------------------------------------------------------

_SIMPLE = {
    ("Ind", "Pres"): "present",
    ("Ind", "Imp"): "imperfect",
    ("Ind", "Past"): "passé simple",
    ("Ind", "Fut"): "future",
    ("Cnd", "Pres"): "conditional",
    ("Sub", "Pres"): "subjunctive",
    ("Sub", "Imp"): "imperfect subjunctive",
    ("Sub", "Past"): "imperfect subjunctive",
    ("Imp", "Pres"): "imperative",
}
_COMPOUND = {
    "present": "passé composé",
    "imperfect": "pluperfect",
    "passé simple": "passé antérieur",
    "future": "future perfect",
    "conditional": "past conditional",
    "subjunctive": "past subjunctive",
    "imperfect subjunctive": "pluperfect subjunctive",
    "infinitive": "past infinitive",
    "present participle": "past gerund or participle",
    "gerund": "past gerund or participle",
}
FINITE = (*_SIMPLE.values(), *(_COMPOUND[form] for form in dict.fromkeys(_SIMPLE.values()) if form in _COMPOUND))
"""Forms of ``verb_forms`` that make a clause of their own."""

_BETWEEN = frozenset(("ADV", "PART"))
_NOT_AGENT = frozenset("ailleurs conséquent contre exemple rapport suite ici là hasard".split())


def verb_forms(analysis: Read) -> pd.DataFrame:
    """Every verb form of the running text, auxiliaries with their participle: tense, mood, voice.

    *Être* with the participle of a verb that doesn't take it for its past (``etre_verbs.csv``) and isn't reflexive is
    a passive; so is a participle behind a noun with its agent (*organisée par …*). A state (*la porte est fermée*)
    can't be told from a passive by its form and counts as one. A bare participle (*les efforts déployés*) is a form of
    its own, without a voice.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a form in the order of the text: ``start``, ``end``, ``text`` (from the first auxiliary to the
        participle, with what stands between), ``lemma``, ``form`` (present, passé composé, infinitive, gerund, …),
        ``is_finite``, ``voice`` (active, passive; of bare participles None), ``has_agent`` (a passive says by whom),
        ``agent_start``, ``agent_end`` (*par* and the noun behind it; <NA> without one), ``person`` (1 to 3, 0 where
        there is none), ``paragraph``, ``sentence``.
    """
    rows = []
    fixed = _spans(connectors(word_table(analysis)))
    for sentence in _sentences(analysis):
        # The verb of a set phrase (à compter de, en ce qui concerne) makes no clause.
        used = {i for i, t in enumerate(sentence) if any(s <= t.start < e for s, e in fixed)}
        for i, token in enumerate(sentence):
            if i in used or token.pos not in ("VERB", "AUX") or not token.form_name:
                continue
            form, last, lemma, voice = _group(sentence, i, used)
            agent = None
            if voice == "passive" or form == "past participle":
                agent = _agent(sentence, last)
                if agent and form == "past participle":
                    voice = "passive"
            rows.append(
                _row(analysis.release, token, sentence[last])
                | {
                    "lemma": lemma,
                    "form": form,
                    "is_finite": form in FINITE,
                    "voice": None if form == "past participle" and not agent else voice,
                    "has_agent": agent is not None,
                    "agent_start": sentence[agent[0]].start if agent else None,
                    "agent_end": sentence[agent[1]].end if agent else None,
                    "person": token.person,
                }
            )
    columns = [
        "start", "end", "text", "lemma", "form", "is_finite", "voice", "has_agent", "agent_start", "agent_end",
        "person", "paragraph", "sentence",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    kinds = {"is_finite": bool, "has_agent": bool, "agent_start": "Int64", "agent_end": "Int64"}
    return table.astype(kinds).sort_values("start", kind="stable").reset_index(drop=True)


def _group(sentence: Sequence["_Token"], i: int, used: set[int]) -> tuple[str, int, str, str]:
    """Form, last token, lemma and voice of the verb group that begins here; its participles are used up."""
    token = sentence[i]
    form, last, lemma, voice = token.form_name, i, token.lemma, "active"
    if form == "present participle" and i and sentence[i - 1].form == "en":
        form = "gerund"
    auxiliary = token.lemma
    while auxiliary in ("avoir", "être"):
        j = _participle_after(sentence, last)
        if j is None:
            break
        participle = sentence[j]
        used.add(j)
        if auxiliary == "avoir":
            form = _COMPOUND.get(form, form)
        elif participle.lemma in _etre_verbs() or _is_reflexive(sentence, i):
            form = _COMPOUND.get(form, form)
        else:
            voice = "passive"
        # The participle of être may be followed by that of the verb: a été signalé.
        auxiliary = participle.lemma if auxiliary == "avoir" else ""
        last, lemma = j, participle.lemma
    return form, last, lemma, voice


def _participle_after(sentence: Sequence["_Token"], i: int) -> int | None:
    for j in range(i + 1, min(i + 6, len(sentence))):
        token = sentence[j]
        if token.is_participle:
            return j
        is_inverted = token.pos == "PRON" and token.form.startswith("-")
        if token.pos not in _BETWEEN and not is_inverted and token.form not in ("pas", "plus", "tous", "toutes"):
            return None
    return None


def _is_reflexive(sentence: Sequence["_Token"], i: int) -> bool:
    return any(t.form in ("se", "s'") for t in sentence[max(0, i - 2) : i])


def _agent(sentence: Sequence["_Token"], i: int) -> tuple[int, int] | None:
    """*par* and the noun behind it, if they follow before the next verb or mark that ends the clause."""
    for j in range(i + 1, min(i + 26, len(sentence))):
        token = sentence[j]
        if token.form == "par":
            noun = next(
                (
                    k
                    for k in range(j + 1, min(j + 7, len(sentence)))
                    if sentence[k].pos in ("NOUN", "PROPN", "PRON") or sentence[k].form in _NOT_AGENT
                ),
                None,
            )
            if noun is None or any(t.form in _NOT_AGENT for t in sentence[j + 1 : noun + 1]):
                return None
            while noun + 1 < len(sentence) and sentence[noun + 1].pos == "PROPN" == sentence[noun].pos:
                noun += 1
            return None if sentence[j + 1].pos in ("VERB", "NUM") else (j, noun)
        if (
            token.pos in ("VERB", "AUX", "SCONJ")
            or token.text in (";", ":", ",", "«", "»")
            or token.form in ("qui", "et")
        ):
            return None
    return None


@cache
def _etre_verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicon.rows("etre_verbs"))


def impersonals(analysis: Read) -> pd.DataFrame:
    """Clauses whose *il* is nobody: *il faut*, *il s'agit de*, *il est essentiel de*.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a clause: ``start``, ``end``, ``text`` (from *il* to the verb or adjective), ``lemma`` (of these),
        ``kind`` (obligation, presentation, inference, appearance, event, sufficiency, of ``impersonals.csv``;
        judgement: *être* and an adjective before *de* or *que*), ``paragraph``, ``sentence``.
    """
    verbs = {row["lemma"]: row["kind"] for row in lexicon.rows("impersonals")}
    rows = []
    for sentence in _sentences(analysis):
        for i, token in enumerate(sentence):
            if token.form not in ("il", "-il", "-t-il", "y"):
                continue
            found = _impersonal(sentence, i, verbs)
            if found:
                last, lemma, kind = found
                rows.append(_row(analysis.release, token, sentence[last]) | {"lemma": lemma, "kind": kind})
    return pd.DataFrame(rows, columns=["start", "end", "text", "lemma", "kind", "paragraph", "sentence"])


def _impersonal(sentence: Sequence["_Token"], i: int, verbs: dict[str, str]) -> tuple[int, str, str] | None:
    if sentence[i].form != "il":
        return None
    clitics = []
    for j in range(i + 1, min(i + 8, len(sentence))):
        token = sentence[j]
        if token.form in (
            "s'",
            "se",
            "y",
            "en",
            "ne",
            "n'",
            "me",
            "m'",
            "te",
            "nous",
            "vous",
            "lui",
            "leur",
            "importe",
        ):
            clitics.append(token.form)
            if token.form != "importe":
                continue
        if token.pos not in ("VERB", "AUX"):
            return None
        k = j
        if token.lemma in ("avoir", "être"):
            participle = _participle_after(sentence, j)
            # il a fallu; but il a rencontré a person
            if participle is not None and sentence[participle].lemma in verbs and token.lemma == "avoir":
                k = participle
        lemma = sentence[k].lemma
        rest = sentence[k + 1 : k + 8]
        follows = next((t for t in rest if t.pos not in _BETWEEN and t.form not in ("pas", "plus")), None)
        if lemma == "avoir":
            return (k, "y avoir", verbs["avoir"]) if "y" in clitics else None
        if lemma == "agir":
            return (k, "s'agir", verbs["agir"]) if {"s'", "se"} & set(clitics) else None
        if lemma == "être":
            at = next((n for n, t in enumerate(rest) if t.pos in ("ADJ", "NOUN") or t.is_participle), None)
            if at is None or any(t.pos not in _BETWEEN for t in rest[:at]) or at + 1 >= len(rest):
                return None
            is_clause = rest[at + 1].form in ("de", "d'", "que", "qu'")
            return (k + 1 + at, rest[at].lemma, "judgement") if is_clause and rest[at].pos != "NOUN" else None
        if lemma == "falloir":
            return k, lemma, verbs[lemma]
        # Other verbs have persons for subjects too: il reste; without one comes a clause or an indefinite noun.
        if lemma in verbs and follows is not None:
            is_clause = follows.form in ("de", "d'", "que", "qu'", "à") and lemma not in (
                "arriver",
                "revenir",
                "appartenir",
            )
            is_new = follows.pos == "DET" and follows.form in ("un", "une", "des") and lemma in ("rester", "exister")
            if is_clause or is_new:
                return k, lemma, verbs[lemma]
        return None
    return None


def negations(analysis: Read) -> pd.DataFrame:
    """*Ne … pas* and its kin, *ne … que* apart, since it denies nothing.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a negation: ``start``, ``end``, ``text`` (from *ne* to the second word), ``kind``: negation (*ne …
        pas, plus, jamais, rien, aucun, personne, guère, ni, nul*), restriction (*ne … que*), bare (*ne* alone: the
        expletive, or literary), word (*non* before an adjective or noun, *sans* before an infinitive);
        ``paragraph``, ``sentence``.
    """
    second = frozenset(
        "pas plus jamais rien aucun aucune personne guère point nul nulle ni nullement aucunement".split()
    )
    rows = []
    for sentence in _sentences(analysis):
        for i, token in enumerate(sentence):
            after = sentence[i + 1] if i + 1 < len(sentence) else None
            last, kind = i, None
            if token.form in ("ne", "n'"):
                # A second ne has its own.
                stop = next((j for j in range(i + 1, len(sentence)) if sentence[j].form in ("ne", "n'")), len(sentence))
                ahead = range(i + 1, min(i + 10, stop))
                found = next((j for j in ahead if sentence[j].form in second), None)
                only = next((j for j in ahead if sentence[j].form in ("que", "qu'")), None)
                before = sentence[max(0, i - 4) : i]
                earlier = next(
                    (t for t in before if t.form in ("aucun", "aucune", "personne", "rien", "nul", "nulle", "ni")), None
                )
                if found is not None and (only is None or found < only):
                    last, kind = found, "negation"
                elif earlier is not None:
                    kind = "negation"
                elif only is not None:
                    last, kind = only, "restriction"
                else:
                    kind = "bare"
            elif token.form == "non" and after is not None and after.pos in ("ADJ", "NOUN", "VERB"):
                last, kind = i + 1, "word"
            elif token.form == "sans" and after is not None and after.form_name == "infinitive":
                last, kind = i + 1, "word"
            if kind:
                rows.append(_row(analysis.release, token, sentence[last]) | {"kind": kind})
    return pd.DataFrame(rows, columns=["start", "end", "text", "kind", "paragraph", "sentence"])


# --- stance --------------------------------------------------------------------------------------


def modality(words: pd.DataFrame) -> pd.DataFrame:
    """Words that say what must, may, can or is meant to be (``modals.csv``), by part of speech.

    Args:
        words: what ``word_table`` gives.

    Returns:
        One row a word: ``start``, ``end``, ``text``, ``lemma``, ``pos``, ``modality`` (obligation,
        advice, possibility, probability, certainty, will; adjectives only as predicates), ``force`` (strong, weak),
        ``paragraph``, ``sentence``.
    """
    known = {(row["lemma"], row["pos"]): row for row in lexicon.rows("modals")}
    rows = list(words.itertuples())
    found = []
    for i, row in enumerate(rows):
        tag = "VERB" if row.pos == "AUX" else row.pos
        entry = known.get((row.lemma, tag))
        if entry is None or (tag == "ADJ" and not _is_predicate(rows, i)):
            continue
        after = [other.form for other in rows[i + 1 : i + 4] if other.sentence == row.sentence]
        if any(form in after for form in entry["not_before"].split()):
            continue
        found.append(
            {"start": row.start, "end": row.end, "text": row.text, "lemma": row.lemma, "pos": tag,
             "modality": entry["class"], "force": entry["force"], "paragraph": row.paragraph,
             "sentence": row.sentence}
        )  # fmt: skip
    columns = ["start", "end", "text", "lemma", "pos", "modality", "force", "paragraph", "sentence"]
    return pd.DataFrame(found, columns=columns)


def _is_predicate(rows: Sequence, i: int) -> bool:
    """*Il est essentiel*, *jugé nécessaire*; not *une importance primordiale*, which judges without obliging."""
    for before in reversed(rows[max(0, i - 4) : i]):
        if before.sentence != rows[i].sentence or before.pos in ("NOUN", "PROPN", "DET"):
            return False
        if before.pos in ("VERB", "AUX"):
            return before.lemma in ("être", "devenir", "sembler", "paraître", "juger", "rendre", "demeurer", "rester")
    return False


def persons(words: pd.DataFrame, impersonal: pd.DataFrame | None = None) -> pd.DataFrame:
    """Pronouns and possessives by grammatical person; *on* apart, since nobody is named by it.

    Args:
        words: what ``word_table`` gives, better with the columns of ``voiced``.
        impersonal: what ``impersonals`` gives; the *il* of these is nobody.

    Returns:
        The rows of such words with ``person`` (first singular, first plural, second, indefinite: *on*, third,
        impersonal).
    """
    known = {row["form"].rstrip("'"): row["person"] for row in lexicon.rows("person_words")}
    elided = {row["form"].rstrip("'") for row in lexicon.rows("person_words") if row["form"].endswith("'")}
    nobody = set(impersonal["start"]) if impersonal is not None else set()
    kept, person = [], []
    for row in words.itertuples():
        is_word = row.form in known and (row.form not in elided or len(row.form) == 1)
        if is_word and row.pos in ("PRON", "DET", "AUX", "ADV", "PART"):
            kept.append(row.Index)
            person.append("impersonal" if row.start in nobody else known[row.form])
    return words.loc[kept].assign(person=pd.Series(person, index=kept, dtype=object)).reset_index(drop=True)


def connectors(words: pd.DataFrame) -> pd.DataFrame:
    """Words that say how one thing said goes with another (``connectors.csv``), *et* and *ou* left out.

    Args:
        words: what ``word_table`` gives.

    Returns:
        One row a use: ``start``, ``end``, ``words`` (as they stand), ``form``, ``relation`` (addition, opposition,
        cause, …), ``paragraph``, ``sentence``.
    """
    return listed(words, "connectors", ("relation",))


# --- shape of the sentence -----------------------------------------------------------------------


def syntax(analysis: Read) -> pd.DataFrame:
    """How the sentences are built, by the parse: a guess, best read over the whole text.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a sentence: ``sentence``, ``paragraph``, ``start``, ``end``, ``text``, ``words`` (tokens with a letter
        or figure), ``distance`` (mean number of words from a word to its governor), ``depth`` (words on the longest way
        from a word up to the root, the root is 0), ``nouns``, ``verbs`` (full verbs), ``adjectives``.

    Source:
        Mean dependency distance: Liu (2008), Journal of Cognitive Science 9(2).
    """
    tokens = prose_tokens(analysis)
    tokens = tokens[tokens["is_word"]]
    rows = []
    for sentence, table in tokens.groupby("sentence", sort=True):
        number = {index: n for n, index in enumerate(table.index)}
        heads = {index: int(head) for index, head in zip(table.index, table["head"], strict=True)}
        apart = [abs(number[index] - number[head]) for index, head in heads.items() if head != index and head in number]
        first, last = table.iloc[0], table.iloc[-1]
        tags = table["pos"].value_counts()
        rows.append(
            {
                "sentence": sentence,
                "paragraph": first["paragraph"],
                "start": first["start"],
                "end": last["end"],
                "text": analysis.release.text[first["start"] : last["end"]],
                "words": len(table),
                "distance": sum(apart) / len(apart) if apart else math.nan,
                "depth": _depth(heads),
                "nouns": int(tags.get("NOUN", 0)),
                "verbs": int(tags.get("VERB", 0)),
                "adjectives": int(tags.get("ADJ", 0)),
            }
        )
    columns = [
        "sentence", "paragraph", "start", "end", "text", "words", "distance", "depth", "nouns", "verbs", "adjectives",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _depth(heads: dict[int, int]) -> int:
    """The longest way up; heads outside the sentence, and rings, end it."""
    depths: dict[int, int] = {}
    for start in heads:
        way: list[int] = []
        at = start
        while at not in depths and at not in way:
            way.append(at)
            if heads[at] == at or heads[at] not in heads:
                depths[at] = 0
                way.pop()
                break
            at = heads[at]
        base = depths.get(at, 0)
        for n, index in enumerate(reversed(way), 1):
            depths[index] = base + n
    return max(depths.values(), default=0)


# --- tokens --------------------------------------------------------------------------------------


def _spans(table: pd.DataFrame) -> list[tuple[int, int]]:
    return list(zip(table["start"].tolist(), table["end"].tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    form: str
    lemma: str
    pos: str
    form_name: str
    is_participle: bool
    is_oblique: bool
    person: int
    paragraph: int
    sentence: int


def _sentences(analysis: Read) -> Iterator[list[_Token]]:
    """The sentences of the running text as tokens."""
    tokens = prose_tokens(analysis)
    made = (_token(row) for row in tokens.itertuples())
    for _, group in itertools.groupby(made, key=lambda token: token.sentence):
        yield list(group)


def _token(row: object) -> _Token:
    features = dict(part.split("=", 1) for part in row.morph.split("|") if "=" in part)
    kind, mood, tense = features.get("VerbForm", ""), features.get("Mood", ""), features.get("Tense", "")
    is_verb = row.pos in ("VERB", "AUX")
    name = ""
    if is_verb and kind == "Fin":
        name = _SIMPLE.get((mood, tense), "") or ("conditional" if mood == "Cnd" else "present")
    elif is_verb and kind == "Inf":
        name = "infinitive"
    elif is_verb and kind == "Part":
        name = "past participle" if tense == "Past" else "present participle"
    return _Token(
        start=row.start,
        end=row.end,
        text=row.text,
        form=word_form(row.text),
        lemma=row.lemma.lower(),
        pos=row.pos,
        form_name=name,
        is_participle=name == "past participle",
        is_oblique=row.dep.startswith("obl"),
        person=int(features["Person"]) if features.get("Person", "") in ("1", "2", "3") else 0,
        paragraph=row.paragraph,
        sentence=row.sentence,
    )


def _row(release: Release, first: _Token, last: _Token, **more: object) -> dict[str, object]:
    return {
        "start": first.start,
        "end": last.end,
        "text": release.text[first.start : last.end],
        "paragraph": first.paragraph,
        "sentence": first.sentence,
        **more,
    }
