"""link-pipe-twice: `[[mill||old mill]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._labels import OddLink, odd_links, written
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class LinkPipeTwice(Rule):
    """A link has two pipes.

    ## What it does
    Finds internal links with a second pipe: `[[mill||old mill]]`, `[[mill|old|mill]]`. Images have
    many pipes and are left alone, and so are links with a prefix that is not known here: they may
    be images in the words of another wiki.

    ## Why it matters
    Readers see the second pipe.

    ## Example
    ```wikitext
    It is an old [[water mill||mill]].
    ```

    ## Use instead
    ```wikitext
    It is an old [[water mill|mill]].
    ```

    ## Fix safety
    Of two pipes side by side the fix takes out one, which is safe. Of two texts a person must
    choose.
    """

    name = "link-pipe-twice"
    family = "links"
    severity = Severity.ERROR
    message = "the link to “{target}” has two pipes"
    touches = frozenset({"link"})
    aliases = {"checkwiki": "32"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link with a second pipe."""
        for link in odd_links(page.document):
            if link.what != "pipe" or ":" in link.target:
                continue
            if "{{" not in link.label and "-{" not in link.label:
                yield self.finding(link.span, _fix(link), target=link.target)


def _fix(link: OddLink) -> Fix | None:
    label = link.label[1:].strip()
    if link.label[:1] != "|" or "|" in label or not label:
        return None
    edit = Edit(*link.span, written(link.target, label))
    return Fix((edit,), safe=True, description="Take out the second pipe")
