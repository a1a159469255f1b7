"""The article itself: it is clean, and mistakes put into it are found where they are."""

import json
import tomllib
from pathlib import Path

import pytest

from homs_wiki.lint.discovery import load_rules
from homs_wiki.lint.engine import check
from homs_wiki.lint.finding import Finding
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile

ARTICLE = Path(__file__).parents[1] / "article"
KNOWN = tomllib.loads((ARTICLE / "article.toml").read_text("utf-8"))
TEXT = (ARTICLE / KNOWN["file"]).read_text("utf-8")

CLAIMED = {
    "سے سے لڑتے": ("repeated-word", "سے سے"),
    "7 - 8 دسمبر": ("date-range-spaced-hyphen", "7 - 8 دسمبر"),
    "6 دسمبر 2024 کو": ("date-mixed-year-suffix", "6 دسمبر 2024"),
}
"""The seed text's language and date errors that a rule claims to find: rule and marked text."""


def findings(text: str) -> list[Finding]:
    report = check(read_text(text, load_profile(KNOWN["wiki"]), KNOWN["title"]), load_rules())
    assert not report.crashes
    return report.findings


def with_sentence(sentence: str) -> tuple[str, int]:
    """The article with a sentence at the end of its lead's first paragraph, and its offset."""
    place = TEXT.index("\n\n", TEXT.index("'''"))
    return f"{TEXT[:place]} {sentence}۔{TEXT[place:]}", place + 1


def test_the_article_has_no_finding() -> None:
    assert findings(TEXT) == []


def test_the_article_has_what_an_article_has() -> None:
    page = read_text(TEXT, load_profile(KNOWN["wiki"]), KNOWN["title"])
    assert page.infobox
    assert page.infobox.get("conflict")
    assert all(reference.uses for reference in page.references.all)
    assert page.categories
    assert [section.title for section in page.sections if section.level == 2]


def test_the_seeds_mistakes_are_found_where_they_are_claimed(shared: Path) -> None:
    rows = json.loads((shared / "article" / "language_errors.json").read_text("utf-8"))
    strings = [row["string"] for row in rows]
    assert len(strings) >= 50
    assert set(strings) > CLAIMED.keys()
    for string in strings:
        text, start = with_sentence(string)
        found = findings(text)
        if string not in CLAIMED:
            assert found == [], string
            continue
        rule, marked = CLAIMED[string]
        place = text.index(marked, start)
        assert [(finding.rule, finding.start) for finding in found] == [(rule, place)], string


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ('"dw-entering-homs" />', '"dw-entering" />', "reference-without-definition"),
        ("5–8 دسمبر 2024ء", "5 - 8 دسمبر 2024ء", "date-range-spaced-hyphen"),
        ("27 نومبر 2024ء", "31 نومبر 2024ء", "date-impossible"),
        ("علاقے میں ہوئی", "علاقے ميں ہوئی", "arabic-letter-in-urdu"),
    ],
)
def test_a_mistake_put_into_the_article_is_found(right: str, wrong: str, rule: str) -> None:
    text = TEXT.replace(right, wrong, 1)
    assert text != TEXT
    place = text.index(wrong)
    found = findings(text)
    assert rule in {finding.rule for finding in found}
    assert all(finding.start < place + len(wrong) and finding.end > place for finding in found)
