"""reference-end-stray: a `</ref>` that ends nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._ref_texts import ref_texts
from homs_wiki.lint.rules.references._shown import is_code
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_CLOSING = lazily(r"</ref\s*>", re.IGNORECASE)


class ReferenceEndStray(Rule):
    """A `</ref>` has no `<ref>` that it ends.

    ## What it does
    Finds each closing tag of a reference that MediaWiki does not take as the end of one. Tags in
    comments, `<nowiki>` and `<code>` are left alone. Those behind a reference in a reference are
    reported as that.

    ## Why it matters
    MediaWiki says nothing, but readers see the tag as text in the middle of the article, and
    mostly a part of the reference besides.

    ## Example
    ```wikitext
    The mill burnt down.<ref>''Hilltown Post'', 3 May.</ref></ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref>''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    A tag right behind the end of a reference is taken out, which is safe. Of any other a person
    must say where the reference was to begin.
    """

    name = "reference-end-stray"
    family = "references"
    severity = Severity.ERROR
    message = "this “</ref>” ends no reference"
    aliases = {"checkwiki": "94"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each closing tag that ends no reference."""
        text = page.text
        tags = [tag for tag, _ in ref_texts(page.document)]
        ends = {tag.end for tag in tags}
        if text.count("</ref") == len(ends):
            return
        including = {
            each.node.end for each in page.references.invalid if each.error == "included_ref"
        }
        last = [tag.end for tag in tags]
        for match in _CLOSING.finditer(text):
            if match.end() in ends or is_code(page.document, match.start()):
                continue
            # Behind a reference that holds another one, it ends the outer of the two.
            before = bisect_right(last, match.start()) - 1
            if before < 0 or last[before] not in including:
                yield self.finding(match.span(), _fix(match, ends))


def _fix(match: re.Match[str], ends: set[int]) -> Fix | None:
    if match.start() not in ends:
        return None
    return Fix((Edit(*match.span(), ""),), safe=True, description="Take out the tag")
