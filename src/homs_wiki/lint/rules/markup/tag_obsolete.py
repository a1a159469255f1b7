"""tag-obsolete: a tag that HTML has given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_OBSOLETE = frozenset({"big", "center", "font", "strike", "tt"})
_OPENING = ("open", "self-closing")


class TagObsolete(Rule):
    """A tag is used that HTML no longer has: `<big>`, `<center>`, `<font>`, `<strike>`, `<tt>`.

    ## What it does
    Finds the opening tags of these five wherever they stand.

    ## Why it matters
    MediaWiki still lets them through, and lists the pages, those with `<big>` apart, in its report
    of things to mend, since browsers may stop to show them.

    ## Example
    ```wikitext
    <strike>1901</strike> 1902
    ```

    ## Use instead
    ```wikitext
    <s>1901</s> 1902
    ```

    ## Fix safety
    `<strike>` is written as `<s>`, which looks and means the same, so it is safe. For the others a
    person must choose: a template of the wiki, a style, or nothing.
    """

    name = "tag-obsolete"
    family = "markup"
    severity = Severity.NOTE
    triggers = ("<big", "<center", "<font", "<strike", "<tt", *CUT)
    message = "HTML no longer has the tag “<{tag}>”"
    aliases = {"linter": "obsolete-tag", "checkwiki": "40 41 42"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each opening tag of those."""
        tags = page.document.html_tags
        for tag in tags:
            if tag.name in _OBSOLETE and tag.kind in _OPENING:
                closing = tags[tag.partner] if tag.partner is not None else None
                fix = None
                if tag.name == "strike" and closing:
                    start = tag.start + 1
                    end = closing.start + 2
                    edits = (Edit(start, start + 6, "s"), Edit(end, end + 6, "s"))
                    fix = Fix(edits, safe=True, description="Write “<s>”")
                yield self.finding(tag.span, fix, tag=tag.name)
