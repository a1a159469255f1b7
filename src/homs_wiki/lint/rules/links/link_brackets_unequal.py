"""link-brackets-unequal: one or three brackets on one side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._brackets import stray_brackets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class LinkBracketsUnequal(Rule):
    """A link has one or three square brackets on one side, so it is no link.

    ## What it does
    Finds `[[Hilltown]`, `[Hilltown]]`, `[[[Hilltown]]` and `[[[Hilltown]]]`, none of which makes a
    link. Numbers and remarks in brackets (`[12]]`, `[sic]]`), brackets in brackets and what is
    shown as code are left alone.

    ## Why it matters
    Readers see the brackets and no link.

    ## Example
    ```wikitext
    The mill stands near [[Hilltown].
    ```

    ## Use instead
    ```wikitext
    The mill stands near [[Hilltown]].
    ```

    ## Fix safety
    The fix adds the missing bracket or takes out the third. It is not safe, because a link may not
    be what was meant. For three brackets on both sides there is none: write
    `&#91;[[Hilltown]]&#93;` if the reader is to see brackets.
    """

    name = "link-brackets-unequal"
    family = "links"
    severity = Severity.ERROR
    message = "the brackets around “{shown}” are not two on each side, so it is no link"
    touches = frozenset({"heading", "link", "parameter", "template"})
    aliases = {"checkwiki": "10 46"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link with a bracket too few or too many."""
        for stray in stray_brackets(page.document, "unequal"):
            fix = None
            if stray.edit:
                fix = Fix((stray.edit,), safe=False, description="Make it two on each side")
            yield self.finding(stray.span, fix, shown=stray.shown)
