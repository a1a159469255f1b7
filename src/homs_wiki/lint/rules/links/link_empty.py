"""link-empty: `[[]]`, `[[|text]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.links._brackets import stray_brackets
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class LinkEmpty(Rule):
    """A link has no target.

    ## What it does
    Finds `[[]]`, `[[ | ]]` and links that begin with the pipe, `[[|Hilltown]]`. What is shown as
    code is left alone.

    ## Why it matters
    Readers see the brackets. (`[[|Hilltown]]` is a shorthand that MediaWiki writes out when the
    page is saved, but not in references, and seldom what was meant.)

    ## Example
    ```wikitext
    The mill stands near [[|Hilltown]].
    ```

    ## Use instead
    ```wikitext
    The mill stands near [[Hilltown]].
    ```

    ## Fix safety
    The fix takes out brackets that hold nothing, or the pipe before the text. It is not safe: a
    person should look what the target was to be.
    """

    name = "link-empty"
    family = "links"
    severity = Severity.ERROR
    triggers = ("[[]", "[[|", "[[ ", "[[\t", "[[\u00a0", *CUT)
    message = "the link has no target"
    touches = frozenset({"link"})
    aliases = {"checkwiki": "74"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link without a target."""
        for stray in stray_brackets(page.document, "empty"):
            text = f"[[{stray.shown}]]" if stray.shown and "|" not in stray.shown else ""
            edit = Edit(*stray.span, text)
            what = Phrase("Link the text") if text else Phrase("Take out the brackets")
            yield self.finding(stray.span, Fix((edit,), safe=False, description=what))
