"""Reading TOML strictly."""

from typing import Any

import pytest

from homs_wiki.source import HomsWikiError
from homs_wiki.source.table import Table


class WrongTableError(HomsWikiError):
    """What the tables here raise."""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({}, "missing"),
        ({"key": 1}, "a string"),
        ({"key": ["x"]}, "a string"),
    ],
    ids=["no such key", "a number", "a list"],
)
def test_a_wrong_text_is_an_error(content: dict[str, Any], message: str) -> None:
    with pytest.raises(WrongTableError, match=f"file.toml.*'key'.*{message}"):
        Table(content, "file.toml", WrongTableError).text("key")


@pytest.mark.parametrize("value", ["x", [1], {"a": "b"}], ids=["text", "numbers", "table"])
def test_a_wrong_list_is_an_error(value: object) -> None:
    with pytest.raises(WrongTableError, match="a list of strings"):
        Table({"key": value}, "file.toml", WrongTableError).texts("key")


@pytest.mark.parametrize("value", [["ab", "cd", "ef"], [["a"]], [["a", "b", "c"]]])
def test_wrong_pairs_are_an_error(value: object) -> None:
    with pytest.raises(WrongTableError, match="a list of"):
        Table({"key": value}, "file.toml", WrongTableError).pairs("key")


def test_wrong_flags_and_tables_are_errors() -> None:
    with pytest.raises(WrongTableError, match="true or false"):
        Table({"key": "true"}, "file.toml", WrongTableError).flag("key")
    with pytest.raises(WrongTableError, match="a table"):
        Table({"key": []}, "file.toml", WrongTableError).table("key")
    with pytest.raises(WrongTableError, match="an array of tables"):
        Table({"key": {}}, "file.toml", WrongTableError).tables("key")
    with pytest.raises(WrongTableError, match="a table of lists"):
        Table({"key": "x"}, "file.toml", WrongTableError).lists("key")


def test_a_key_that_nobody_asked_for_is_an_error() -> None:
    table = Table({"known": "x", "unknwon": "y"}, "file.toml", WrongTableError)
    table.text("known")
    with pytest.raises(WrongTableError, match=r"file\.toml: unknown keys unknwon"):
        table.close()


def test_an_unknown_key_is_said_with_what_may_be_meant() -> None:
    table = Table({"knwon": "y"}, "file.toml", WrongTableError)
    table.text("known", "")
    with pytest.raises(WrongTableError, match=r"knwon \(did you mean 'known'\?\)"):
        table.close()


def test_a_choice_is_one_of_the_known() -> None:
    table = Table({"kind": "prodution"}, "file.toml", WrongTableError)
    with pytest.raises(WrongTableError, match=r"did you mean 'production'"):
        table.choice("kind", ("test", "production"))


def test_tables_by_name() -> None:
    table = Table({"a": {"user": "X"}, "b": {}}, "file.toml", WrongTableError)
    tables = table.named()
    assert list(tables) == ["a", "b"]
    assert tables["a"].text("user") == "X"
    table.close()
    with pytest.raises(WrongTableError, match="'a' must be a table"):
        Table({"a": 1}, "file.toml", WrongTableError).named()
