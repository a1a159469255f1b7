"""reference-dead-link-outside: the remark on a dead link stands behind the reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._runs import read_runs
from homs_wiki.source import Edit
from homs_wiki.syntax import ExtensionTag, Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ReferenceDeadLinkOutside(Rule):
    """The template that says a link is dead stands behind the reference, not in it.

    ## What it does
    Finds `{{dead link}}` and its like directly behind a reference with a text.

    ## Why it matters
    The remark is shown in the middle of the article instead of beside the link, and bots that look
    for archived copies do not see which link is meant.

    ## Example
    ```wikitext
    It burnt.<ref>[https://example.org/mill Mill]</ref>{{dead link|date=May 2020}}
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref>[https://example.org/mill Mill]{{dead link|date=May 2020}}</ref>
    ```

    ## Fix safety
    The fix puts the template into the reference. It is safe, if the reference has one address;
    otherwise there is none.
    """

    name = "reference-dead-link-outside"
    family = "references"
    severity = Severity.NOTE
    message = "{{{{{template}}}}} belongs into the reference"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each remark on a dead link that stands behind a reference."""
        text = page.text
        for run in read_runs(page.document):
            start = run.end + (text[run.end : run.end + 1] == " ")
            if not text.startswith("{{", start):
                continue
            remark = page.document.enclosing(start)
            tag = run.footnotes[-1].node
            if not isinstance(remark, Template) or remark.start != start:
                continue
            if page.profile.concept(remark.name) != "dead_link":
                continue
            if isinstance(tag, ExtensionTag) and tag.inner_span and "//" in tag.inner:
                yield self.finding(remark.span, _fix(tag, remark), template=remark.name)


def _fix(tag: ExtensionTag, remark: Template) -> Fix | None:
    if tag.inner_span is None or tag.inner.count("//") > 1:
        return None
    end = tag.inner_span.end
    edits = (Edit(end, end, remark.text), Edit(tag.end, remark.end, ""))
    return Fix(edits, safe=True, description="Put the template into the reference")
