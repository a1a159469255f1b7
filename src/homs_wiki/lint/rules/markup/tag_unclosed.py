"""tag-unclosed: an HTML tag without its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import HTML_TAG
from homs_wiki.lint.rules.markup._tags import loose_tags
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class TagUnclosed(Rule):
    """An HTML tag is opened and not closed.

    ## What it does
    Finds opening tags such as `<small>`, `<sub>`, `<div>` or `<ul>` with no closing tag of that
    name behind them in the same text: the page, a reference, a value of a template. Tags that HTML
    closes by itself (`<li>`, `<p>`, `<td>`) are left alone (MediaWiki's report lists `<p>`, to
    which nothing happens), and so are all of them if a template behind them may close them, since
    it has a name with *end* or *bottom* in it.

    ## Why it matters
    What the tag does goes on to the end of the paragraph, of the cell, or of the page: all of it
    is small, or raised, or in a box.

    ## Example
    ```wikitext
    H<sub>2O is water.
    ```

    ## Use instead
    ```wikitext
    H<sub>2</sub>O is water.
    ```

    ## Fix safety
    If the same tag is opened again on that line and closed nowhere, the fix makes the second the
    closing tag. It is not safe. In other cases only a person can tell where the end belongs.
    """

    name = "tag-unclosed"
    family = "markup"
    severity = Severity.WARNING
    triggers = HTML_TAG
    message = "“<{tag}>” is not closed"
    aliases = {  # noqa: RUF012 - as in all rules
        "linter": (
            "missing-end-tag missing-end-tag-in-heading multiple-unclosed-formatting-tags "
            "html5-misnesting"
        ),
        "checkwiki": "15 98 99 100",
    }

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each opening tag without a closing one."""
        loose = loose_tags(page.document)
        for tag in loose.unclosed:
            yield self.finding(tag.span, tag=tag.name)
        for first, second in loose.doubled:
            edit = Edit(*second.span, f"</{second.name}>")
            fix = Fix(
                (edit,),
                safe=False,
                description=Phrase("Close the tag with “</{text}>”", text=second.name),
            )
            yield self.finding(first.span, fix, tag=first.name)
