"""link-space-inside: `[[mill| old mill]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._labels import OddLink, odd_links, written
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# What would touch the link if there were no space.
_BEFORE = lazily(r"[\w,;.:!?)،؛۔؟]")
_AFTER = lazily(r"[\w(]")


class LinkSpaceInside(Rule):
    """A link begins or ends with a space, inside of its brackets.

    ## What it does
    Finds internal links with a space behind `[[` or the pipe, or before `]]`. Images, categories
    and links that show nothing but the space are left alone.

    ## Why it matters
    The space is shown as a part of the link. Often it is the one that should stand before or
    behind the link, which now touches the next word.

    ## Example
    ```wikitext
    It is an old[[water mill| mill ]]by the river.
    ```

    ## Use instead
    ```wikitext
    It is an old [[water mill|mill]] by the river.
    ```

    ## Fix safety
    The fix takes out the space, or puts it outside where the link would touch a word without it.
    It is safe: the words stay as they are.
    """

    name = "link-space-inside"
    family = "links"
    severity = Severity.NOTE
    message = "there is a space inside the brackets of the link"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link with a space at its ends."""
        for link in odd_links(page.document):
            if link.what == "edge" and link.target and link.label:
                edit = Edit(*link.span, _mended(page.text, link))
                fix = Fix((edit,), safe=True, description="Take the space out of the brackets")
                yield self.finding(link.span, fix)


def _mended(text: str, link: OddLink) -> str:
    """Return the link with its spaces outside, where they keep words apart."""
    start, end = link.span
    inside = text[start + 2 : end - 2]
    shown = inside.partition("|")[2] or inside
    before = " " if shown[0] == " " and _BEFORE.match(text[start - 1 : start]) else ""
    after = " " if shown[-1] == " " and _AFTER.match(text[end : end + 1]) else ""
    return f"{before}{written(link.target, link.label)}{after}"
