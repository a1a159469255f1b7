"""All rules there are, and fixing with them, for tests."""

from functools import cache

from homs_wiki import syntax
from homs_wiki.lint.discovery import catalogue
from homs_wiki.lint.engine import check
from homs_wiki.lint.finding import Finding
from homs_wiki.lint.fixes import Fixer, Mended
from homs_wiki.lint.rule import Rule
from homs_wiki.page import Page, read
from homs_wiki.profile import load_profile


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by its name."""
    return {entry.name: entry.load()() for entry in catalogue()}


def page_of(text: str, wiki: str) -> Page:
    """Return a page of a wiki."""
    return read(syntax.parse(text, load_profile(wiki)))


def fixer(wiki: str, rules: dict[str, Rule]) -> Fixer:
    """Return what fixes pages of a wiki with some rules."""

    def find(page: Page) -> list[Finding]:
        report = check(page, list(rules.values()))
        assert not report.crashes, f"the rule {report.crashes[0]}"
        return report.findings

    return Fixer(lambda text: page_of(text, wiki), find, lambda name: rules[name].touches)


def fix(text: str, wiki: str, rules: dict[str, Rule], *, unsafe: bool) -> Mended:
    """Fix a text, and check that every fix was proved, and that fixing again changes nothing."""
    fixes = fixer(wiki, rules)
    mended = fixes.settle(page_of(text, wiki), unsafe=unsafe)
    assert not mended.defects, {defect.rule: str(defect) for defect in mended.defects}
    again = fixes.settle(page_of(mended.page.text, wiki), unsafe=unsafe)
    assert again.page.text == mended.page.text
    assert not again.made
    return mended
