"""heading-line-break: `== Old<br>mill ==`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_BREAK = compiled(r"\s*<br\s*/?>\s*", re.IGNORECASE)


class HeadingLineBreak(Rule):
    """A heading has a line break in it.

    ## What it does
    Finds `<br>` in headings.

    ## Why it matters
    The words before and behind it are one in the table of contents and in the anchor: “Oldmill”.

    ## Example
    ```wikitext
    == The mill<br>and its owners ==
    ```

    ## Use instead
    ```wikitext
    == The mill and its owners ==
    ```

    ## Fix safety
    The fix puts a blank in its place. It is not safe: links to the section have the old anchor.
    """

    name = "heading-line-break"
    family = "sections"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "a line break stands in the heading"
    triggers = ("<br",)
    touches = frozenset(("heading",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each line break in a heading."""
        for heading in page.document.headings:
            start, end = heading.title_span
            for match in _BREAK.finditer(page.text, start, end):
                if page.document.enclosing(match.start()) is not heading:
                    continue
                space = "" if match.start() == start or match.end() == end else " "
                edit = Edit(*match.span(), space)
                fix = Fix((edit,), safe=False, description="Put a blank there")
                yield self.finding(match.span(), fix)
