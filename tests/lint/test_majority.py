"""Which way of writing the others should follow."""

from collections import Counter

import pytest

from homs_wiki.lint.rules._majority import habit


@pytest.mark.parametrize(
    ("ways", "total", "house", "wanted"),
    [
        pytest.param({}, 0, None, None, id="nothing"),
        pytest.param({}, 0, "a", None, id="nothing, with a habit"),
        pytest.param({"a": 1, "b": 1}, 2, "a", "a", id="half follow the habit"),
        pytest.param({"a": 1, "b": 2}, 3, "a", None, id="most do not"),
        pytest.param({"a": 3, "b": 1}, 4, None, "a", id="three of four"),
        pytest.param({"a": 2, "b": 1}, 3, None, None, id="two are few"),
        pytest.param({"a": 3, "b": 2}, 5, None, None, id="no clear majority"),
    ],
)
def test_habit(ways: dict[str, int], total: int, house: str | None, wanted: str | None) -> None:
    assert habit(Counter(ways), total, house) == wanted
