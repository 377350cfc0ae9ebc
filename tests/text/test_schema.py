"""The columns of every table stand once: tables, help and the data dictionary say the same."""

import pytest

import helpers
from helpers import analyse, language, load_release, paths
from helpers.numbers import claims, not_statistics
from helpers.text import schema


@pytest.fixture(scope="module")
def tables():
    analysis = analyse(load_release(paths.RELEASE))
    compared = claims.comparisons(analysis.statistics, analysis.document)
    return {
        "quotes": analysis.quotes,
        "statistics": analysis.statistics,
        "sentences": analysis.sentences,
        "tokens": analysis.tokens,
        "names": language.name_table(analysis),
        "not_statistics": not_statistics(analysis.amounts),
        "comparisons": compared,
        "stated_changes": claims.stated_changes(analysis.statistics, compared, analysis.document),
        "share_totals": claims.share_totals(analysis.statistics, analysis.release),
    }


STORED = {"text": {"object", "str"}, "object": {"object"}, "bool": {"bool"}}


@pytest.mark.parametrize(
    "name", [name for name in schema.TABLES if not name.startswith(("archive", "releases", "errors"))]
)
def test_a_table_has_the_columns_and_types_that_the_schema_says(tables, name):
    table = tables[name]
    assert list(table.columns) == list(schema.types(name))
    for column, kind in schema.types(name).items():
        assert str(table[column].dtype) in STORED.get(kind, {kind}), column


@pytest.mark.parametrize("name", schema.TABLES)
def test_every_column_says_what_it_means(name):
    columns = schema.columns(name)
    assert len({c.name for c in columns}) == len(columns) > 0
    assert all(c.meaning and c.type in ("int64", "Int64", "float64", "bool", "text", "date", "object") for c in columns)
    assert all(c.missing for c in columns if c.type == "Int64")


@pytest.mark.parametrize("name", ["quotes", "statistics", "sentences", "tokens", "names"])
def test_what_may_be_missing_is_what_the_schema_lets_be_missing(tables, name):
    never = [c.name for c in schema.columns(name) if not c.missing]
    assert not tables[name][never].isna().to_numpy().any()


def test_help_tells_the_columns():
    told = helpers.analyse.__doc__
    assert all(
        c.meaning in told for table in ("quotes", "statistics", "sentences", "tokens") for c in schema.columns(table)
    )


def test_the_data_dictionary_is_what_the_schema_says():
    stored = (paths.ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    assert stored == schema.as_markdown(), "run make tables"
