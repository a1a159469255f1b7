"""reference-list-nested: a list of references inside another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.syntax import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.references import ReferenceList


class ReferenceListNested(Rule):
    """A list of references stands inside another list of references.

    ## What it does
    Finds lists in the content of a list: in the `refs` of a template that lists references, and in
    `{{#tag:references}}`.

    ## Why it matters
    MediaWiki shows an error instead of the references.

    ## Example
    ```wikitext
    The mill burnt down.<ref name="mill" />
    {{reflist|refs=
    <ref name="mill">''Hilltown Post'', 3 May.</ref>
    <references />
    }}
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref name="mill" />
    {{reflist|refs=
    <ref name="mill">''Hilltown Post'', 3 May.</ref>
    }}
    ```

    ## Fix safety
    There is no fix: the inner list may be of another group, and belong behind the outer one.
    """

    name = "reference-list-nested"
    family = "references"
    severity = Severity.ERROR
    message = "a list of references stands in another one"
    aliases = {"cite": "cite_error_included_references"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each list that stands in the content of another one."""
        lists = page.references.lists
        if len(lists) < 2:
            return
        around: ReferenceList | None = None
        for each in lists:
            if around and around.content and each.node.start < around.content.end:
                yield self.finding(each.node.span)
            elif isinstance(each.node, Template) and each.content:
                around = each
