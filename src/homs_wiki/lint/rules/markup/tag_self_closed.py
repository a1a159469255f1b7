"""tag-self-closed: a tag that needs an end, written as if it had none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import HTML_TAG
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax.html_tags import HtmlTag


class TagSelfClosed(Rule):
    """A tag that needs an end is written with a slash, as if it needed none.

    ## What it does
    Finds `<b/>`, `<div/>`, `<span/>` and their like. `<br/>`, `<hr/>` and the tags of extensions,
    such as `<ref/>`, may be written so.

    ## Why it matters
    MediaWiki reads it as an opening tag, so that it goes on to the end of the paragraph or page.
    It is a `</b>` with a typing mistake, or an anchor that needs an end.

    ## Example
    ```wikitext
    <small>1902<small/>
    ```

    ## Use instead
    ```wikitext
    <small>1902</small>
    ```

    ## Fix safety
    The fix closes a tag with attributes at once, which is safe: there it was meant to. If a tag of
    the same name is open, the fix makes it the closing tag, which is not safe. A tag that has
    neither is left for a person.
    """

    name = "tag-self-closed"
    family = "markup"
    severity = Severity.WARNING
    triggers = HTML_TAG
    message = "“<{tag}/>” does not close anything: MediaWiki reads it as “<{tag}>”"
    aliases = {"linter": "self-closed-tag"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such tag."""
        tags = page.document.html_tags
        for place, tag in enumerate(tags):
            if tag.kind == "self-closing":
                before = tags[place - 1] if place else None
                yield self.finding(tag.span, _fix(tag, before), tag=tag.name)


def _fix(tag: HtmlTag, before: HtmlTag | None) -> Fix | None:
    end = f"</{tag.name}>"
    if tag.attributes:
        inside = tag.text[:-2].rstrip()
        edit = Edit(*tag.span, f"{inside}>{end}")
        return Fix((edit,), safe=True, description=Phrase("Close the tag with “{text}”", text=end))
    if before and before.kind == "open" and before.name == tag.name and before.partner is None:
        edit = Edit(*tag.span, end)
        return Fix((edit,), safe=False, description=Phrase("Write it as “{text}”", text=end))
    return None
