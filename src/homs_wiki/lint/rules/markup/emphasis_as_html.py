"""emphasis-as-html: bold or italic written with tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source import Edit
from homs_wiki.syntax import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_MARKS = {"b": "'''", "i": "''"}
_LONGEST = 300


class EmphasisAsHtml(Rule):
    """Bold or italic is written with `<b>` or `<i>`, not with apostrophes.

    ## What it does
    Finds pairs of these tags without attributes on one line.

    ## Why it matters
    Most editors know the apostrophes, and tools look for them. Next to other apostrophes the tags
    may be needed, so this rule is off by default.

    ## Example
    ```wikitext
    The <i>Hilltown Post</i>
    ```

    ## Use instead
    ```wikitext
    The ''Hilltown Post''
    ```

    ## Fix safety
    The fix writes apostrophes, if none stand on either side of the tags and they stand in no
    template. It is not safe: other emphasis on the line may change.
    """

    name = "emphasis-as-html"
    family = "markup"
    severity = Severity.NOTE
    triggers = (
        "<b>",
        "<i>",
    )
    message = "“<{tag}>” can be written as {marks}"
    rule_set = RuleSet.STRICT
    aliases = {"checkwiki": "26 38"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the opening tag of each pair."""
        text, tags = page.text, page.document.html_tags
        for tag in tags:
            marks = _MARKS.get(tag.name)
            if not marks or tag.kind != "open" or tag.partner is None or len(tag.text) != 3:
                continue
            closing = tags[tag.partner]
            if text.find("\n", tag.end, closing.start) >= 0:
                continue
            fix = None
            around = text[max(0, tag.start - 1) : closing.end + 1]
            free = not isinstance(page.document.enclosing(tag.start), Template)
            if free and "'" not in around and len(around) < _LONGEST and closing.start > tag.end:
                edits = (Edit(*tag.span, marks), Edit(*closing.span, marks))
                fix = Fix(edits, safe=False, description="Write it with apostrophes")
            yield self.finding(tag.span, fix, tag=tag.name, marks=marks)
