"""tag-misnested: two HTML tags that overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import HTML_TAG
from homs_wiki.lint.rules.markup._tags import FORMATTING, loose_tags
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class TagMisnested(Rule):
    """Two HTML tags overlap: the one that was opened first is closed first.

    ## What it does
    Finds a tag that is opened within another pair of tags on the same line, and closed behind its
    end.

    ## Why it matters
    Browsers mend it each in its own way. What the tag does may end too early or go on.

    ## Example
    ```wikitext
    <b>The <i>Hilltown Post</b></i>
    ```

    ## Use instead
    ```wikitext
    <b>The <i>Hilltown Post</i></b>
    ```

    ## Fix safety
    If the two closing tags stand next to each other, the fix swaps them, which is safe if both
    only shape words.
    """

    name = "tag-misnested"
    family = "markup"
    severity = Severity.WARNING
    triggers = HTML_TAG
    message = "“</{tag}>” should stand before “</{other}>”: the tags overlap"
    aliases = {"linter": "misnested-tag"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the closing tag of each that overlaps."""
        text = page.text
        for _, closing, other in loose_tags(page.document).misnested:
            fix = None
            if not text[other.end : closing.start].strip():
                swapped = closing.text + text[other.end : closing.start] + other.text
                safe = closing.name in FORMATTING and other.name in FORMATTING
                edit = Edit(other.start, closing.end, swapped)
                fix = Fix((edit,), safe=safe, description="Swap the two closing tags")
            yield self.finding(closing.span, fix, tag=closing.name, other=other.name)
