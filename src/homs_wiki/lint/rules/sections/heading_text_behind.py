"""heading-text-behind: a line that would be a heading but for the text behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# Signs, a title without any, the same signs, and something that is not one more.
_LINE = lazily(
    r"\n(={2,6})(?!=)[^=\n\0-\4]*[^=\n\s\0-\4][ \t]*(\1(?!=))[ \t]*"
    r"([^\s=\0\3\4][^=\n\0]*)(?=[\n\0])"
)


class HeadingTextBehind(Rule):
    """A line looks like a heading, but has text behind the closing equals signs.

    ## What it does
    Finds lines that begin with two equals signs or more, have as many again behind some words, and
    go on. A comment may stand there; a reference or a word may not.

    ## Why it matters
    MediaWiki shows the line as it is typed, with its equals signs, and the section is none.

    ## Example
    ```wikitext
    == History == The mill was built in 1902.
    ```

    ## Use instead
    ```wikitext
    == History ==
    The mill was built in 1902.
    ```

    ## Fix safety
    The fix puts the text on a line of its own. It is not safe, since a heading may not be what was
    meant.
    """

    name = "heading-text-behind"
    family = "sections"
    severity = Severity.ERROR
    message = "text behind the equals signs keeps this line from being a heading"
    touches = frozenset({"heading"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such line."""
        flat = page.document.flat
        for match in _LINE.finditer(flat.text):
            start, end = flat.span(match.start(1), match.end(3))
            node = page.document.enclosing(start)
            if node is None:
                behind = flat.start(match.start(3))
                fix = Fix(
                    (Edit(flat.end(match.end(2)), behind, "\n"),),
                    safe=False,
                    description="Put the text on a line of its own",
                )
                yield self.finding((start, end), fix)
