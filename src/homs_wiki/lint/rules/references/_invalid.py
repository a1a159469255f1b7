"""What the rules share that repeat an error which Cite shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class RefusedReference(Rule):
    """References that Cite refuses with one error.

    Attributes:
        error: Cite's message key without "cite_error_".
    """

    family = "references"
    severity = Severity.ERROR
    error: ClassVar[str]

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each reference that is refused with the error."""
        for invalid in page.references.invalid:
            if invalid.error == self.error:
                yield self.finding(invalid.node.span)
