"""reference-cite-tag: `<ref><cite>…</cite></ref>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_CITE = compiled(
    r"\s*(<cite\b[^<>]*>)(?:(?!</?cite\b).)*(</cite\s*>)\s*", re.IGNORECASE | re.DOTALL
)


class ReferenceCiteTag(Rule):
    """The text of a reference stands in an HTML tag `<cite>`.

    ## What it does
    Finds references whose whole text is in `<cite>`. Citation templates make such a tag by
    themselves.

    ## Why it matters
    Translation tools leave it behind when they turn a template into its result. The attributes in
    it mean nothing on this wiki.

    ## Example
    ```wikitext
    <ref><cite class="citation web">''Hilltown Post'', 3 May.</cite></ref>
    ```

    ## Use instead
    ```wikitext
    <ref>''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    The fix takes the tags out. It is not safe: what the source was a template could say better.
    """

    name = "reference-cite-tag"
    family = "references"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the text of the reference stands in “<cite>”"
    triggers = ("<cite",)
    aliases = {"checkwiki": "2"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the opening tag of each."""
        for tag in page.document.extension_tags:
            if tag.name != "ref" or tag.inner_span is None:
                continue
            match = _CITE.fullmatch(page.text, *tag.inner_span)
            if match:
                edits = (Edit(*match.span(1), ""), Edit(*match.span(2), ""))
                fix = Fix(edits, safe=False, description="Take the tags out")
                yield self.finding(match.span(1), fix)
