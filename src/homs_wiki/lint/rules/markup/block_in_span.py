"""block-in-span: `<span style=…><div>…</div></span>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source import Edit
from homs_wiki.syntax import without_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax.html_tags import HtmlTag

_STYLED = frozenset(("class", "style"))


class BlockInSpan(Rule):
    """A `<div>` is the first thing in a `<span>`.

    ## What it does
    Finds a `<span>` that has a `<div>` as its first thing, where one of the two has a style or a
    class.

    ## Why it matters
    A `<span>` is for words in a line and cannot hold a block. Browsers show the style of the two
    differently than it was meant.

    ## Example
    ```wikitext
    <span style="color:red"><div>The mill</div></span>
    ```

    ## Use instead
    ```wikitext
    <div style="color:red">The mill</div>
    ```

    ## Fix safety
    The fix makes a `<div>` of the `<span>`. It is not safe: a block may be the wrong thing there.
    """

    name = "block-in-span"
    family = "markup"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "a block stands in this “<span>”"
    triggers = ("<span", *CUT)
    aliases = {"linter": "misc-tidy-replacement-issues"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such span."""
        document = page.document
        tags = document.html_tags
        for place, tag in enumerate(tags[:-1]):
            inner = tags[place + 1]
            if (tag.name, inner.name) != ("span", "div") or (tag.kind, inner.kind) != (
                "open",
                "open",
            ):
                continue
            styled = any(_STYLED.intersection(each.attributes) for each in (tag, inner))
            if styled and not without_comments(page.text[tag.end : inner.start]).strip(" "):
                yield self.finding(tag.span, _fix(tag, tags))


def _fix(tag: HtmlTag, tags: list[HtmlTag]) -> Fix | None:
    if tag.partner is None:
        return None
    closing = tags[tag.partner]
    names = (tag.start + 1, closing.start + 2)
    edits = tuple(Edit(start, start + len("span"), "div") for start in names)
    return Fix(edits, safe=False, description="Write “<div>”")
