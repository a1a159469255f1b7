"""reference-attribute-unknown: a `<ref>` with something that Cite doesn't know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._openings import name_repair, odd_openings
from homs_wiki.page.references.names import KNOWN_ATTRIBUTES, tag_attributes
from homs_wiki.page.values import plain_value
from homs_wiki.syntax import ExtensionTag, Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import Node


class ReferenceAttributeUnknown(Rule):
    """A `<ref>` has an attribute that MediaWiki does not know.

    ## What it does
    Finds attributes other than `name`, `group`, `follow`, `dir`, and the `extends` and `details` of
    later versions of MediaWiki. A name of several words without quotes is reported as that, by
    another rule.

    ## Why it matters
    MediaWiki refuses the whole reference: an error stands in the place of the footnote, and its
    text is not shown.

    ## Example
    ```wikitext
    The mill burnt down.<ref id="mill">''Hilltown Post'', 3 May.</ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref name="mill">''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    There is no fix: which attribute was meant only a person can tell.
    """

    name = "reference-attribute-unknown"
    family = "references"
    severity = Severity.ERROR
    message = "a reference has no attribute “{attribute}”"
    aliases = {"cite": "cite_error_ref_too_many_keys"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first unknown attribute of each reference."""
        refused = [
            each.node for each in page.references.invalid if each.error == "ref_too_many_keys"
        ]
        if not refused:
            return
        repaired = {tag.start for tag in odd_openings(page.document) if name_repair(tag)}
        for node in refused:
            if node.start in repaired:
                continue
            unknown = next((each for each in _names(node) if each not in KNOWN_ATTRIBUTES), None)
            if unknown:
                span = node.opening_span if isinstance(node, ExtensionTag) else node.span
                yield self.finding(span, attribute=unknown)


def _names(node: Node) -> list[str]:
    if isinstance(node, ExtensionTag):
        return list(tag_attributes(node))
    if isinstance(node, Template) and plain_value(node.parameters[0]) is not None:
        return [each.name for each in node.parameters[1:] if each.equals is not None]
    return []
