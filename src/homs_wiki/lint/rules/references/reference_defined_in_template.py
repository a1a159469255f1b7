"""reference-defined-in-template: a name is defined where the page may not show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.syntax import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import Node


class ReferenceDefinedInTemplate(Rule):
    """A reference that the text uses is defined in a parameter of a template.

    ## What it does
    Finds named references whose only text stands in the parameter of a template that is neither
    a footnote nor known to be in the infobox, and that are used outside of that template too.

    ## Why it matters
    If the template does not show the parameter, because its name is mistyped, another one takes
    its place or an editor takes it out, all other places show an error. Whether it does, cannot be
    seen on the page, so the rule is off by default.

    ## Example
    ```wikitext
    {{Mill |owner=Khan<ref name="post">''Hilltown Post'', 3 May.</ref>}}
    It burnt.<ref name="post" />
    ```

    ## Use instead
    ```wikitext
    {{Mill |owner=Khan<ref name="post" />}}
    It burnt.<ref name="post">''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    There is no fix: both places may have to change.
    """

    name = "reference-defined-in-template"
    family = "references"
    severity = Severity.NOTE
    triggers = ("name",)
    message = "“{name}” is used elsewhere, but only this template defines it"
    rule_set = RuleSet.ALL

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each definition in a template that other places need."""
        for reference in page.references.all:
            definitions = reference.definitions
            if reference.name is None or len(definitions) != 1 or definitions[0].list_defined:
                continue
            if len(reference.uses) < _TWO or definitions[0].kind != "ref tag":
                continue
            node = definitions[0].node
            holder = _holder(page, node)
            if holder is None or all(
                holder.start < use.node.start < holder.end for use in reference.uses
            ):
                continue
            if not _is_shown(page, holder, node):
                yield self.finding(node.span, name=reference.name)


_TWO = 2


def _holder(page: Page, node: Node) -> Template | None:
    """Return the outermost template in whose parameter a tag stands."""
    outer = None
    while node.parent >= 0:
        node = page.document.nodes[node.parent]
        if isinstance(node, Template):
            outer = node
    return outer


def _is_shown(page: Page, holder: Template, node: Node) -> bool:
    """Tell whether a template is known to show the parameter in which a tag stands."""
    if page.profile.concept(holder.name) is not None:
        return True
    for infobox in page.infoboxes:
        if infobox.template is holder:
            return any(
                field.facts is not None
                for field in infobox.fields
                if field.span.start <= node.start < field.span.end
            )
    return False
