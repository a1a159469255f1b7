"""tag-unopened: an HTML tag that is closed and was not opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._removal import may_go
from homs_wiki.lint.rules._triggers import HTML_TAG
from homs_wiki.lint.rules.markup._tags import loose_tags
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class TagUnopened(Rule):
    """An HTML tag is closed that was not opened.

    ## What it does
    Finds closing tags with no opening tag of that name before them in the same text: the page, a
    reference, a value of a template. They are left alone if a template before them may open them,
    since it has a name with *begin*, *start* or *top* in it.

    ## Why it matters
    MediaWiki drops the tag. Mostly the opening one was deleted with a part of the text, or has a
    typing mistake and is shown to readers.

    ## Example
    ```wikitext
    H2</sub>O is water.
    ```

    ## Use instead
    ```wikitext
    H<sub>2</sub>O is water.
    ```

    ## Fix safety
    The fix takes the tag out, which changes nothing for readers. It is not safe, since an opening
    tag may be missing.
    """

    name = "tag-unopened"
    family = "markup"
    severity = Severity.WARNING
    triggers = HTML_TAG
    message = "“</{tag}>” closes nothing"
    aliases = {"linter": "stripped-tag"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each closing tag without an opening one."""
        for tag in loose_tags(page.document).unopened:
            fix = Fix((Edit(*tag.span, ""),), safe=False, description="Take the closing tag out")
            yield self.finding(
                tag.span, fix if may_go(page.text, *tag.span) else None, tag=tag.name
            )
