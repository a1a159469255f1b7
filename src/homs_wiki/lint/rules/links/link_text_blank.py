"""link-text-blank: `[[mill| ]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import BLANK_LABEL
from homs_wiki.lint.rules.links._labels import odd_links
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class LinkTextBlank(Rule):
    """A link has a text that nobody can see.

    ## What it does
    Finds internal links whose text is nothing but spaces.

    ## Why it matters
    The link leads somewhere, but there is nothing to click on.

    ## Example
    ```wikitext
    It stands by the [[River Ash| ]].
    ```

    ## Use instead
    ```wikitext
    It stands by the [[River Ash]].
    ```

    ## Fix safety
    The fix takes out the pipe and the spaces, so the target is shown. It is not safe: the link may
    have been meant to go.
    """

    name = "link-text-blank"
    family = "links"
    severity = Severity.WARNING
    triggers = BLANK_LABEL
    message = "the link to “{target}” shows nothing"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link that shows nothing."""
        for link in odd_links(page.document):
            if link.what == "blank":
                edit = Edit(*link.span, f"[[{link.target}]]")
                fix = Fix((edit,), safe=False, description="Show the target")
                yield self.finding(link.span, fix, target=link.target)
