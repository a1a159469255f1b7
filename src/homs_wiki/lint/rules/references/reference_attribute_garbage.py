"""reference-attribute-garbage: text in a `<ref>` tag that is no attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._openings import (
    attribute_text,
    ill_formed,
    name_repair,
    odd_openings,
)
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# A bare word is an attribute for MediaWiki, of which it may complain itself.
_WORDS = lazily(r"\s*(?:[\w:][\w:.\-]*+\s*+)*+")


class ReferenceAttributeGarbage(Rule):
    """Something in the opening tag of a reference is no attribute.

    ## What it does
    Finds signs and quotes in a `<ref …>` that belong to no attribute: a name without its `=`, a `=`
    twice, a full stop behind the quotes.

    ## Why it matters
    MediaWiki passes over it without a word. Where it is the `=` that is missing, the reference has
    no name, and its other uses find no text.

    ## Example
    ```wikitext
    The mill burnt down.<ref name "mill">''Hilltown Post'', 3 May.</ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref name="mill">''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    There is no fix: what was meant only a person can tell.
    """

    name = "reference-attribute-garbage"
    family = "references"
    severity = Severity.WARNING
    message = "“{garbage}” in the tag of the reference is no attribute"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each tag with something that is no attribute."""
        for tag in odd_openings(page.document):
            if name_repair(tag) is None:
                rest = ill_formed(attribute_text(tag)[1])
                if not _WORDS.fullmatch(rest):
                    yield self.finding(tag.opening_span, garbage=" ".join(rest.split()))
