"""link-in-heading: `== [[Mills]] ==`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.links._places import link_at
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class LinkInHeading(Rule):
    """A heading holds a link.

    ## What it does
    Finds internal links in headings of sections. Images and links that templates make are left
    alone.

    ## Why it matters
    Most wikis ask for headings without links: they are hard to hit on small screens, look uneven,
    and get in the way of those who open a section by its heading. The link belongs into the text
    below.

    ## Example
    ```wikitext
    == The [[water mill]]s ==
    They are old.
    ```

    ## Use instead
    ```wikitext
    == The water mills ==
    The [[water mill]]s are old.
    ```

    ## Fix safety
    The fix leaves the words of the link. It is not safe: the link may have to go into the text.
    """

    name = "link-in-heading"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the heading holds a link to “{target}”"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link in a heading."""
        document = page.document
        for heading in document.headings:
            title = heading.title_span
            place = page.text.find("[[", *title)
            while not heading.possible and 0 <= place < title.end:
                link = link_at(document, place)
                if link and link.kind == "link" and document.enclosing(place) is heading:
                    shown = link.label if link.label is not None else link.target
                    edit = Edit(link.start, link.end, shown.strip())
                    fix = Fix((edit,), safe=False, description="Leave the words without the link")
                    yield self.finding((link.start, link.end), fix, target=link.target.strip())
                place = page.text.find("[[", place + 2, title.end)
