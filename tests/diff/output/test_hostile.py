"""Whatever two pages hold, every format shows it, and nothing in it acts on who looks at it."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homs_wiki.diff.output import FORMATS, ComparedFile

Compared = Callable[..., ComparedFile]
Shown = Callable[..., str]

_ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066\u2067\ufeff]")
_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
_TEXTS = st.one_of(
    st.text(_CHARACTERS, max_size=60),
    st.lists(
        st.sampled_from([
            "{{", "}}", "|", "=", "[[", "]]", "<ref>", "</ref>", "<ref name=a />", "\n", "\r", " ",
            "\t", "\n== a ==\n", "'''", "حمص", "7", "12 km", "5 دسمبر 2024ء", "\u202e", "\x1b[31m",
            "</bdi><script>", "“", "”", "{{cite web|title=a|url=https://a.example}}",
            "[[زمرہ:حمص]]", "{|\n|-\n| a\n|}\n", "* ",
        ]),
        max_size=30,
    ).map("".join),
)  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=_TEXTS, new=_TEXTS)
def test_any_two_pages(name: str, old: str, new: str, compared: Compared, shown: Shown) -> None:
    file = compared(old.encode(), new.encode(), old, new, "ur.wikipedia")
    written = shown(name, file, colour=name == "json")
    assert written or not file.differs or name == "unified"
    if name != "unified":  # a patch has the bytes of the page
        assert not _ACTS.search(unescape(written))
    if name == "html":
        assert written.count("<script>") == 1
        assert written.count("<bdi") == written.count("</bdi>")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a\n" * 10_000, "a\nb\n" * 5_000),
        ("".join(f"a{n}\n" for n in range(5_000)), "".join(f"b{n}\n" for n in range(5_000))),
        ("word " * 200_000, "word " * 100_000 + "change " + "word " * 100_000),
        ("", "{{" * 50_000),
        ("\n" * 100_000, "\n" * 99_000),
    ],
    ids=["equal lines", "all different", "one long line", "open braces", "blank lines"],
)
def test_large_pages(name: str, old: str, new: str, compared: Compared, shown: Shown) -> None:
    assert shown(name, compared(old.encode(), new.encode()))
