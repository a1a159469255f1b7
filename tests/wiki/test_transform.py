"""What a wiki changes in a text that it saves."""

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.wiki.transform import expected_changes, normalised

URDU = load_profile("ur.wikipedia")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "سادہ متن",
        "می\u200cخواهم \u200f(حمص)\u200f \u2068x\u2069",
        "[[حمص|شہر]] {{حوالہ|a}} ~~",
        "a\n\n b\tc",
        "\ufeffa\u00a0b",
    ],
)
def test_left_alone(text: str) -> None:
    assert expected_changes(text, URDU) == []
    assert normalised(text) == text


@pytest.mark.parametrize(
    ("text", "stored", "start"),
    [
        ("a \n\n", "a", 1),
        ("a\r\nb\rc", "a\nb\nc", 1),
        ("a\x07b", "a\ufffdb", 1),
        ("ab\u0627\u0653", "ab\u0622", 2),
    ],
    ids=["white space at the end", "line ends", "a control character", "decomposed"],
)
def test_certain_changes(text: str, stored: str, start: int) -> None:
    (change,) = expected_changes(text, URDU)
    assert change.is_certain
    assert change.start == start
    assert normalised(text) == stored


@pytest.mark.parametrize(
    "text",
    ["a ~~~~", "[[حمص (شہر)|]]", "[[|شہر]]", "{{نقل:X}}", "{{ subst :X}}", "{{محفوظ نقل:X}}"],
)
def test_what_only_the_wiki_can_do(text: str) -> None:
    (change,) = expected_changes(text, URDU)
    assert not change.is_certain
    assert normalised(text) == text
