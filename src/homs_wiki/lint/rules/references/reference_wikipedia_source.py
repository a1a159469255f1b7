"""reference-wikipedia-source: Wikipedia cited as a source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._ref_texts import ref_texts
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# The address of an article; with a colon in the title it may be a page of another kind. What
# stands behind another address is an archived copy or a tool.
_ARTICLE = lazily(
    r"(?:(?<![\w/])https?:|(?<![\w/:]))//[a-z-]+(?:\.m)?\.wikipedia\.org/wiki/(?![A-Z][a-z]+:)[^\s|\]}<]+"
)
_ABOUT = lazily(r"translat|attribut|licen[cs]", re.IGNORECASE)


class ReferenceWikipediaSource(Rule):
    """A reference cites an article of Wikipedia.

    ## What it does
    Finds references with the address of a Wikipedia article. Pages outside of the article space,
    and references that speak of a translation or a licence, are left alone.

    ## Why it matters
    Wikipedia is no reliable source, and a circular one for itself. The article that is cited may
    have sources that can be cited instead.

    ## Example
    ```wikitext
    It burnt.<ref>[https://de.wikipedia.org/wiki/Hilltown Hilltown]</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref>''Hilltown Post'', 3 May, p. 1.</ref>
    ```

    ## Fix safety
    There is no fix: a source must be found.
    """

    name = "reference-wikipedia-source"
    family = "references"
    severity = Severity.WARNING
    triggers = (".wikipedia.org/wiki/",)
    message = "the reference cites Wikipedia"
    aliases = {"checkwiki": "91"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the address of each article that is cited."""
        for tag, text in ref_texts(page.document):
            if ".wikipedia.org/wiki/" in text and not _ABOUT.search(text):
                match = _ARTICLE.search(page.text, *(tag.inner_span or tag.span))
                if match:
                    yield self.finding(match.span())
