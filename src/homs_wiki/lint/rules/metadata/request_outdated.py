"""request-outdated: “unreferenced” with references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.metadata._templates import templates_of_the_page, whole_line
from homs_wiki.page.outline import section_at
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class RequestOutdated(Rule):
    """A template asks for something that the page has.

    ## What it does
    Finds requests for references on a page that has references, for categories on a page that has
    categories, for internal links on a page that has at least five in its text. Requests with a
    parameter that limits them to a part of the page, and those in a section other than the first,
    are left alone.

    ## Why it matters
    Readers are warned of what is not so, and editors look for work that is done.

    ## Example
    ```wikitext
    {{Unreferenced|date=May 2020}}
    The mill was built in 1902.<ref>''Hilltown Post'', 3 May 1902, p. 1.</ref>
    ```

    ## Use instead
    ```wikitext
    The mill was built in 1902.<ref>''Hilltown Post'', 3 May 1902, p. 1.</ref>
    ```

    ## Fix safety
    The fix takes out the request. It is not safe: another request may be in place, as for more
    references.
    """

    name = "request-outdated"
    family = "metadata"
    severity = Severity.WARNING
    message = "“{template}” asks for {what}, which the page has"
    touches = frozenset({"template"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each request that is met."""
        for template, concept in templates_of_the_page(page.document):
            has = _HAS.get(concept)
            if has is None or any(each.equals is None for each in template.parameters):
                continue
            if section_at(page.document, template.start).heading is None and has[1](page):
                edit = Edit(*whole_line(page.text, template.start, template.end), "")
                fix = Fix((edit,), safe=False, description="Take out the request")
                yield self.finding(template.span, fix, template=template.name, what=has[0])


_ENOUGH_LINKS = 5


def _has_references(page: Page) -> bool:
    return any(not each.group and each.definition for each in page.references.all)


def _has_categories(page: Page) -> bool:
    return any(page.document.enclosing(link.start) is None for link in page.categories)


def _has_links(page: Page) -> bool:
    document = page.document
    links = [link for link in page.links if link.kind == "link"]
    return sum(document.enclosing(link.start) is None for link in links) >= _ENOUGH_LINKS


_HAS = {
    "unreferenced": (Phrase("references"), _has_references),
    "uncategorized": (Phrase("categories"), _has_categories),
    "dead_end": (Phrase("internal links"), _has_links),
}
