"""dead-link-contradicted: a link is called dead beside a citation that says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._dead import called_dead
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class DeadLinkContradicted(Rule):
    """The link of a citation is called dead, but an archived copy of it is given.

    ## What it does
    Finds `{{dead link}}` and its like directly behind a citation template with `archive-url`, or
    with `url-status=live`.

    ## Why it matters
    The title leads to the copy, or the link is alive: the remark warns of something that is not
    so, and sends people to look for a copy that is there.

    ## Example
    ```wikitext
    {{cite web |title=Mill |url=https://example.org/mill |archive-url=https://web.archive.org/web/20190503101112/https://example.org/mill |archive-date=2019-05-03}}{{dead link|date=May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Mill |url=https://example.org/mill |archive-url=https://web.archive.org/web/20190503101112/https://example.org/mill |archive-date=2019-05-03}}
    ```

    ## Fix safety
    The fix takes the remark out. It is not safe: the copy may be dead itself.
    """  # noqa: E501 - addresses of archives are long

    name = "dead-link-contradicted"
    family = "citations"
    severity = Severity.NOTE
    triggers = ("|",)
    message = "the link is called dead, but {reason}"
    rule_set = RuleSet.STRICT
    touches = frozenset({"template", "parameter", "link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each remark behind a citation that says otherwise."""
        for template, citation in called_dead(page):
            if citation.get("archive-url"):
                reason = Phrase("an archived copy is given")
            elif citation.value("url-status") == "live":
                reason = Phrase("“url-status” says that it is alive")
            else:
                continue
            end = citation.template.end
            start = template.start if page.text[end : template.start].strip() else end
            edits = (Edit(start, template.end, ""),)
            fix = Fix(edits, safe=False, description="Take out the remark")
            yield self.finding(template.span, fix, reason=reason)
