"""link-pipe-escaped: `[[mill{{!}}old mill]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.sections._tables import in_table
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_ESCAPED = compiled(r"\[\[[^][{}|<>\n]+(\{\{!\}\})(?=[^][{}|\n]*\]\])")


class LinkPipeEscaped(Rule):
    """A link outside of templates and tables has `{{!}}` for its pipe.

    ## What it does
    Finds internal links with `{{!}}` behind the target, on lines that stand in no template and no
    table.

    ## Why it matters
    The template is for places where a pipe would part values. Here it is only in the way of editors
    and tools.

    ## Example
    ```wikitext
    An [[mill{{!}}old mill]].
    ```

    ## Use instead
    ```wikitext
    An [[mill|old mill]].
    ```

    ## Fix safety
    The fix writes a pipe, which is safe.
    """

    name = "link-pipe-escaped"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "a pipe needs no “{{{{!}}}}” here"
    triggers = ("{{!}}",)
    touches = frozenset(("template", "link"))
    aliases = {"checkwiki": "103"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each escaped pipe."""
        document = page.document
        for match in _ESCAPED.finditer(page.text):
            start = match.start()
            if document.enclosing(start) is None and not in_table(document, start):
                fix = Fix((Edit(*match.span(1), "|"),), safe=True, description="Write a pipe")
                yield self.finding(match.span(1), fix)
