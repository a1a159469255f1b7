"""Triples made to bring a merge down: each would take minutes if a step of it were quadratic."""

from collections.abc import Callable

import pytest

from homs_wiki.diff.merge import merge
from homs_wiki.profile import load_profile

_PROFILE = load_profile("en.wikipedia")

Triple = tuple[str, str, str]


def _each(count: int, *patterns: str) -> tuple[str, ...]:
    """Return each pattern ``count`` times, with a number for ``%``."""
    return tuple("".join(each.replace("%", str(i)) for i in range(count)) for each in patterns)


def _alternating(count: int, usual: str, mine: str, yours: str) -> Triple:
    return (
        usual * count,
        "".join(mine if i % 2 else usual for i in range(count)),
        "".join(yours if i % 3 else usual for i in range(count)),
    )


def _around(middle: str, count: int) -> Triple:
    """Both sides change the ends of a long stretch without a word, and one the stretch."""
    base = f"first {middle * count}last"
    return base, f"first {', ' * count}last", f"the {base} one"


_TRIPLES: dict[str, Callable[[], tuple[str, ...]]] = {
    "line ends taken out beside a word": lambda: (
        "\n" * 50_000,
        "\n" * 50_000,
        "\n" * 25_000 + "word" + "\n" * 25_000,
    ),
    "signs without words": lambda: _around(". ", 20_000),
    "numbers without letters": lambda: _alternating(20_000, "1 ", "2 ", "3 "),
    "stops that end no sentence": lambda: _alternating(15_000, ". ! ", ". ? ", ". … "),
    "lines without words": lambda: _alternating(20_000, "--\n", "+-\n", "-*\n"),
    "a name given to two references each time": lambda: _each(
        1_200,
        "Text % here.\n\nMore % there.\n\n",
        'Text % here.<ref name="n%">A</ref>\n\nMore % there.\n\n',
        'Text % here.\n\nMore % there.<ref name="n%">B</ref>\n\n',
    ),
    "references renamed and used": lambda: _each(
        1_200,
        'Text % here.<ref name="a%">Work %</ref>\n\nMore % there.\n\n',
        'Text % here.<ref name="b%">Work %</ref>\n\nMore % there.\n\n',
        'Text % here.<ref name="a%">Work %</ref>\n\nMore % there.<ref name="a%" />\n\n',
    ),
    "sentences taken elsewhere and changed": lambda: _each(
        1_000,
        "Alpha% beta% gamma% delta%. Here is % now.\n\nMore % there.\n\n",
        "Here is % now.\n\nMore % there. Alpha% beta% gamma% delta%.\n\n",
        "Alpha% beta% new% delta%. Here is % now.\n\nMore % there.\n\n",
    ),
    "pipes brought behind white space": lambda: _each(5_000, "{{a |x%}}", "{{a| x%}}", "{{b |x%}}"),
}


@pytest.mark.parametrize("name", _TRIPLES)
def test_a_hostile_triple_is_merged(name: str) -> None:
    base, ours, theirs = _TRIPLES[name]()
    there, back = merge(base, ours, theirs, _PROFILE), merge(base, theirs, ours, _PROFILE)
    assert len(there.conflicts) == len(back.conflicts)
    assert there.conflicts or there.text == back.text
