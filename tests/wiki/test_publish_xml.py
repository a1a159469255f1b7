"""A history as an import file."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.wiki.xml_export import Version, base36_sha1, export_xml

NAMESPACE = "{http://www.mediawiki.org/xml/export-0.11/}"


def read(*versions: Version, title: str = "حمص") -> ElementTree.Element:
    return ElementTree.fromstring("".join(export_xml(title, 0, "ur", versions)))  # noqa: S314


def values(root: ElementTree.Element, name: str) -> list[str | None]:
    return [each.text for each in root.iter(f"{NAMESPACE}{name}")]


def test_the_sha1_is_that_of_mediawiki() -> None:
    # As MediaWiki 1.39 writes it for an empty page.
    assert base36_sha1("") == "phoiac9h4m842xq45sp7s6u21eteeq1"


def test_times_follow_each_other() -> None:
    root = read(*(Version("a", time, "", str(number)) for number, time in enumerate((9, 3, 9, 20))))
    assert values(root, "timestamp") == [
        f"1970-01-01T00:00:{second:02}Z" for second in (9, 10, 11, 20)
    ]


def test_equal_texts_are_one_revision() -> None:
    root = read(*(Version("a", 1, "", text) for text in ("x", "x\n", "y", "x")))
    assert values(root, "text") == ["x", "y", "x"]


@pytest.mark.parametrize(
    ("name", "user"),
    [
        ("علی", "علی"),
        ("ada  lovelace", "Ada lovelace"),
        ("A <a@b.example>", "A a b.example"),
        ("#[]|{}", "Unknown"),
        ("", "Unknown"),
        ("ع" * 300, "ع" * 117),
    ],
)
def test_users(name: str, user: str) -> None:
    assert values(read(Version(name, 1, "", "x")), "username") == [user]


@given(st.text(), st.text(), st.text())
def test_any_text_is_well_formed(author: str, comment: str, text: str) -> None:
    root = read(Version(author, 1, comment, text), title=comment or "x")
    assert len(values(root, "revision")) == 1


def test_a_text_comes_back() -> None:
    text = "<ref>a & b</ref>]]>\n\tحمص\u200c"
    assert values(read(Version("a", 1, "c", text)), "text") == [text]
