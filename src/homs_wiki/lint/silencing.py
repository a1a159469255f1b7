"""What keeps findings on a page quiet: comments for the linter, and words an editor vouches for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from homs_wiki.lint.as_written import AsWritten
from homs_wiki.lint.directives import DirectiveRule, Review, read_directives
from homs_wiki.lint.engine import AS_WRITTEN
from homs_wiki.lint.suppression import Meanings, Suppressions, names_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rule import Rule
    from homs_wiki.page import Page


class Silencer:
    """Tells which findings on a page are silenced; false if the page has no comments for us.

    Args:
        page: the page.
        rules: the rules that have checked it.
    """

    __slots__ = ("_as_written", "_directives", "_page", "_rules", "_suppressions")

    def __init__(self, page: Page, rules: Iterable[Rule]) -> None:
        self._page = page
        self._rules = {rule.name: rule for rule in rules}
        self._directives = read_directives(page.document)
        self._suppressions = Suppressions(page.text, self._directives)
        self._as_written: AsWritten | None = None

    def __bool__(self) -> bool:
        return bool(self._directives)

    def part(self, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """Return the findings that are to be shown, and those that are silenced."""
        shown: list[Finding] = []
        silenced: list[Finding] = []
        for finding in findings:
            (silenced if self._silences(finding) else shown).append(finding)
        return shown, silenced

    def reviews(
        self, meanings: Meanings | None
    ) -> Iterator[tuple[Rule, Callable[[Page], Iterable[Finding]]]]:
        """Yield the rules about comments, each with what it is to be asked.

        Args:
            meanings: what names in comments mean; None for the rules that come with homs-wiki and
                those that have checked the page, which were all that were selected.
        """
        known = meanings or self._meanings()
        review = Review(self._directives, self._suppressions.idle(known), known.rules.keys())
        for rule in self._rules.values():
            if isinstance(rule, DirectiveRule):
                yield rule, partial(rule.review, review=review)

    def _silences(self, finding: Finding) -> bool:
        rule = self._rules[finding.rule]
        if rule.family in AS_WRITTEN:
            if self._as_written is None:
                self._as_written = AsWritten(self._page)
            if self._as_written.covers(finding):
                return True
        return bool(self._suppressions) and self._suppressions.silence(finding, names_of(rule))

    def _meanings(self) -> Meanings:
        from homs_wiki.lint.discovery import catalogue

        return Meanings.of((*catalogue(), *self._rules.values()), frozenset(self._rules))
