"""Running rules over a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.suppression import Suppressions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rule import Rule
    from homs_wiki.page import Page


class RuleCrash(NamedTuple):
    """A rule that raised: a bug of ours, never the page's fault."""

    rule: str
    exception: Exception


class Report(NamedTuple):
    """What came of checking one page.

    Attributes:
        findings: in the order of the text, those that a comment silences left out.
        crashes: the rules that raised; what they found before counts, the other rules ran.
        suppressed: the findings that a comment silenced, in the order of the text.
    """

    findings: list[Finding]
    crashes: list[RuleCrash]
    suppressed: list[Finding]


def check(page: Page, rules: Sequence[Rule]) -> Report:
    """Return what ``rules`` find on ``page``; rules made for other languages are passed over."""
    language = page.profile.language
    found: list[Finding] = []
    crashes: list[RuleCrash] = []
    for rule in rules:
        if rule.languages is None or language in rule.languages:
            try:
                _run(rule, page, found)
            except Exception as error:
                crashes.append(RuleCrash(rule.name, error))
    found.sort(key=lambda finding: finding[:3])
    suppressions = Suppressions.read(page.document)
    if not suppressions:
        return Report(found, crashes, [])
    kept: list[Finding] = []
    suppressed: list[Finding] = []
    families = {rule.name: rule.family for rule in rules}
    for finding in found:
        silenced = suppressions.silence(finding, families[finding.rule])
        (suppressed if silenced else kept).append(finding)
    return Report(kept, crashes, suppressed)


def _run(rule: Rule, page: Page, found: list[Finding]) -> None:
    length = len(page.text)
    for finding in rule.check(page):
        if not 0 <= finding.start <= finding.end <= length:
            raise ValueError(f"a finding at {finding.start}–{finding.end} lies outside the page")
        found.append(finding)
