"""tag-empty: a pair of tags around nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._removal import may_go
from homs_wiki.lint.rules._triggers import HTML_TAG
from homs_wiki.source import Edit
from homs_wiki.syntax.html_tags import OPTIONAL_END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_KEPT = OPTIONAL_END | {"caption", "code", "dl", "ol", "table", "ul"}


class TagEmpty(Rule):
    """A pair of tags has nothing between them.

    ## What it does
    Finds pairs such as `<small></small>`, `<center></center>` or `<gallery></gallery>` with
    nothing but blanks between them. Tags with attributes are left alone, since they may be anchors
    or boxes, and so are cells and items.

    ## Why it matters
    It shows nothing and is in the way of those who edit the page.

    ## Example
    ```wikitext
    The mill<small></small> burnt down.
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.
    ```

    ## Fix safety
    The fix takes the pair out and leaves the blanks; that is safe.
    """

    name = "tag-empty"
    family = "markup"
    severity = Severity.WARNING
    triggers = ("<gallery", *HTML_TAG)
    message = "there is nothing in “<{tag}>”"
    aliases = {"checkwiki": "85"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each empty pair."""
        text, tags = page.text, page.document.html_tags
        for place, tag in enumerate(tags):
            if tag.partner == place + 1 and tag.end - tag.start == len(tag.name) + 2:
                closing = tags[place + 1]
                if tag.name not in _KEPT and not text[tag.end : closing.start].strip():
                    yield self._at(text, tag.start, tag.end, closing.start, closing.end, tag.name)
        if "<gallery" in text:
            for extension in page.document.extension_tags:
                inner = extension.inner_span
                if extension.name == "gallery" and inner and not extension.inner.strip():
                    yield self._at(text, extension.start, *inner, extension.end, "gallery")

    def _at(self, text: str, start: int, inside: int, close: int, end: int, name: str) -> Finding:
        edits = (Edit(start, inside, ""), Edit(close, end, ""))
        fix = Fix(edits, safe=True, description="Take the empty pair out")
        return self.finding((start, end), fix if may_go(text, start, end) else None, tag=name)
