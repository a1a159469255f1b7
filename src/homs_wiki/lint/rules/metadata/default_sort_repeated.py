"""default-sort-repeated: two sort keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.metadata._templates import templates_of_the_page
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import without_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_COLON = lazily("[:：]")


class DefaultSortRepeated(Rule):
    """The page has two default sort keys that differ.

    ## What it does
    Finds each `{{DEFAULTSORT:…}}` (in any of its words on this wiki) whose key is not that of the
    one before it. Keys that a template makes, and sort keys with `noerror` or `noreplace`, are
    left alone.

    ## Why it matters
    MediaWiki takes the last and shows an error above the categories.

    ## Example
    ```wikitext
    {{DEFAULTSORT:Miller, Ann}}
    {{DEFAULTSORT:Miller, Anna}}
    ```

    ## Use instead
    ```wikitext
    {{DEFAULTSORT:Miller, Ann}}
    ```

    ## Fix safety
    There is no fix: a person must choose.
    """

    name = "default-sort-repeated"
    family = "metadata"
    severity = Severity.ERROR
    message = "the default sort key was “{first}” before"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each default sort key that replaces another."""
        before: str | None = None
        for template, meaning in templates_of_the_page(page.document):
            if meaning != "sort":
                continue
            written = page.text[template.start + 2 : template.end - 2]
            if page.profile.parser_function(without_comments(written)) != "defaultsort":
                continue  # a template of that name
            key = _COLON.split(without_comments(written), maxsplit=1)[1].strip()
            if "{{" in key or "|" in key or not key:
                return
            if before is not None and key != before:
                yield self.finding(template.span, first=before)
            before = key
