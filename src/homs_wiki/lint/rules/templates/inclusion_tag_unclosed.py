"""inclusion-tag-unclosed: `<noinclude>` without `</noinclude>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.typography._characters import places
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_TAG = compiled(r"<(/?)(noinclude|includeonly|onlyinclude)\s*>", re.IGNORECASE)


class InclusionTagUnclosed(Rule):
    """A tag for inclusion has no partner.

    ## What it does
    Compares the opening and closing tags of `<noinclude>`, `<includeonly>` and `<onlyinclude>`.

    ## Why it matters
    An opening tag without its end reaches to the end of the page: all behind it is included
    nowhere, or everywhere. A closing tag alone does nothing.

    ## Example
    ```wikitext
    The mill
    <noinclude>How to use it
    ```

    ## Use instead
    ```wikitext
    The mill
    <noinclude>How to use it</noinclude>
    ```

    ## Fix safety
    There is no fix: where the partner belongs only a person can tell.
    """

    name = "inclusion-tag-unclosed"
    family = "templates"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "“{tag}” has no partner"
    triggers = ("noinclude", "includeonly", "onlyinclude")
    aliases = {"checkwiki": "109"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each tag without a partner."""
        waiting: dict[str, re.Match[str]] = {}
        for match in places(page, _TAG):
            name = match[2].lower()
            if not match[1]:
                waiting.setdefault(name, match)
            elif waiting.pop(name, None) is None:
                yield self.finding(match.span(), tag=match[0])
        for match in waiting.values():
            yield self.finding(match.span(), tag=match[0])
