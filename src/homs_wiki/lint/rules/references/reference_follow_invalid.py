"""reference-follow-invalid: it continues nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.page.references.names import KNOWN_ATTRIBUTES, tag_attributes
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WITH_NAME = "a reference cannot have both “name” and “follow”"


class ReferenceFollowInvalid(Rule):
    """A reference that is to continue another one cannot.

    ## What it does
    Finds references with a `follow` that is the name of no reference before it in its group, and
    such as have a `name` besides.

    ## Why it matters
    With a name besides, MediaWiki refuses the reference and shows an error. If nothing has the
    name that it follows, its text stands at the head of the list, without a number and without a
    word of warning.

    ## Example
    ```wikitext
    The mill burnt down.<ref name="mill">''Hilltown Post'', 3 May,</ref>
    <ref follow="mil">p. 2.</ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref name="mill">''Hilltown Post'', 3 May,</ref>
    <ref follow="mill">p. 2.</ref>
    ```

    ## Fix safety
    There is no fix: which reference was meant only a person can tell.
    """

    name = "reference-follow-invalid"
    family = "references"
    severity = Severity.ERROR
    triggers = ("follow", *CUT)
    message = "there is no reference “{name}” before this one to follow"
    aliases = {"cite": "cite_error_ref_too_many_keys"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each reference that follows nothing, or has a name."""
        for invalid in page.references.invalid:
            node = invalid.node
            if invalid.error == "ref_too_many_keys" and isinstance(node, ExtensionTag):
                attributes = tag_attributes(node)
                if attributes.get("follow") and attributes.keys() <= KNOWN_ATTRIBUTES:
                    yield self.finding(node.opening_span)._replace(template=_WITH_NAME)
        if not any(reference.follow for reference in page.references.all):
            return
        before: set[tuple[str, str | None]] = set()
        for reference in page.references.all:
            if reference.follow and (reference.group, reference.follow) not in before:
                if reference.uses:
                    yield self.finding(reference.uses[0].span, name=reference.follow)
            else:
                before.add((reference.group, reference.name))
