"""reference-in-heading: a footnote in the title of a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._runs import read_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ReferenceInHeading(Rule):
    """A footnote stands in a heading.

    ## What it does
    Finds references in the title of a section.

    ## Why it matters
    The number of the footnote shows in the table of contents of some skins and apps, and becomes
    part of the section's anchor, so links to the section break when numbers change.

    ## Example
    ```wikitext
    === Bridge<ref>''Hilltown Post'', 9 May.</ref> ===
    The bridge was lost.
    ```

    ## Use instead
    ```wikitext
    === Bridge ===
    The bridge was lost.<ref>''Hilltown Post'', 9 May.</ref>
    ```

    ## Fix safety
    There is no fix: which statement of the section the source supports only a person can tell.
    """

    name = "reference-in-heading"
    family = "references"
    severity = Severity.WARNING
    message = "a reference stands in the heading"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the footnotes of each heading."""
        for run in read_runs(page.document):
            if run.footnotes[0].place == "heading":
                yield self.finding((run.start, run.end))
