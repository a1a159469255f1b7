"""link-unopened: `]]` without `[[`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._brackets import stray_brackets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class LinkUnopened(Rule):
    """There is `]]` and no link that it could close.

    ## What it does
    Finds `]]` in front of which no bracket is open in its paragraph, cell or value of a template.
    The end of brackets in brackets, as in `[a [b]]`, and what is shown as code are left alone.

    ## Why it matters
    Readers see the brackets. Mostly a link has lost its beginning, or what was left of one was not
    taken out with it.

    ## Example
    ```wikitext
    The mill stands on the River Ash]], near [[Hilltown]].
    ```

    ## Use instead
    ```wikitext
    The mill stands on the [[River Ash]], near [[Hilltown]].
    ```

    ## Fix safety
    There is no fix: where the link was to begin only a person can tell.
    """

    name = "link-unopened"
    family = "links"
    severity = Severity.ERROR
    message = "“]]” closes no link: there is no “[[” for it"
    aliases = {"checkwiki": "46"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each end without a link."""
        for stray in stray_brackets(page.document, "unopened"):
            yield self.finding(stray.span)
