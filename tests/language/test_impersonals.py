"""Il that is nobody."""

from helpers import language
from tests.reading import read, shown


def test_impersonal_il_and_il_that_is_somebody():
    text = (
        "Il faut partir. Il s'agit d'un pont. Il n'y a aucun doute. Il serait souhaitable que la loi change. "
        "Il a rencontré le maire. Il est grand. Il agit vite."
    )
    reading = read(text)
    table = language.impersonals(reading)
    assert shown(table, "text", "kind") == [
        ("Il faut", "obligation"),
        ("Il s'agit", "presentation"),
        ("Il n'y a", "presentation"),
        ("Il serait souhaitable", "judgement"),
    ]
    persons = language.persons(language.word_table(reading), table)
    assert (persons["person"] == "impersonal").sum() == 4
    assert persons[persons["form"] == "il"]["person"].tolist().count("third") == 3


def test_time_gone_by_is_no_clause_and_who_says_so_of_himself_is_somebody():
    text = "Le pont a ouvert il y a dix ans. Il s'est dit d'accord avec elle. Il y a des ponts."
    assert shown(language.impersonals(read(text)), "text") == ["Il y a"]
