"""bidi-control-unbalanced: a direction that is turned on and never off, or the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import has_any, literal, replaced
from homs_wiki.lint.rules.typography._direction import CLOSERS, CONTROLS, named
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# A control, or what ends a paragraph: an empty line, a line that begins an item, cell or heading.
_STEP = lazily("[\u202a-\u202e\u2066-\u2069]|\n(?=[ \t]*(?:[\n*#:;|!=]|\\Z))|(?<=[^\n])\n(?=\\{)")


class BidiControlUnbalanced(Rule):
    """A control of direction has no partner in its paragraph.

    ## What it does
    Pairs the embeddings and overrides of each paragraph, list item or table cell with U+202C, the
    isolates with U+2069, and finds those that are left over. Comments, formulas, code and
    `<nowiki>` are left alone.

    ## Why it matters
    What is opened and not closed reaches to the end of the paragraph: punctuation, brackets and
    numbers far behind it are shown in the wrong place. Links and names of files break on it.

    ## Example
    ```wikitext
    The town of &#x202B;حمص (Homs) in 1620.
    ```
    (with the character itself in the place of `&#x202B;`)

    ## Use instead
    ```wikitext
    The town of {{lang|ar|حمص}} (Homs) in 1620.
    ```

    ## Fix safety
    The fix takes the control out. For one that only closes it is safe, as that does nothing; for
    one that opens it is not, as it changes what is shown.
    """

    name = "bidi-control-unbalanced"
    family = "typography"
    severity = Severity.WARNING
    triggers = tuple(sorted(CONTROLS))
    message = "the {control} has no partner in its paragraph"
    touches = frozenset({"heading", "link", "parameter", "reference", "template"})
    aliases = {"checkwiki": "16"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each control that is left over."""
        if not has_any(page, CONTROLS):
            return
        text = page.text
        for offset in _unpaired(text):
            if literal(page.document).hold(offset):
                continue
            closes = text[offset] in CLOSERS
            edits = replaced((offset, offset + 1), "")
            fix = Fix(edits, safe=closes, description="Remove the control")
            yield self.finding((offset, offset + 1), fix, control=named(text[offset]))


def _unpaired(text: str) -> Iterator[int]:
    """Yield where controls without a partner stand."""
    opened: list[int] = []
    isolates = 0
    for step in _STEP.finditer(text):
        character = step[0]
        if character == "\n":
            yield from opened
            opened, isolates = [], 0
        elif character not in CLOSERS:
            opened.append(step.start())
            isolates += character >= "\u2066"
        elif character == "\u202c":
            # It closes no embedding outside of the isolate it stands in.
            if opened and text[opened[-1]] < "\u2066":
                opened.pop()
            else:
                yield step.start()
        elif not isolates:
            yield step.start()
        else:
            # It closes what was opened in the isolate, too.
            while text[opened[-1]] < "\u2066":
                yield opened.pop()
            opened.pop()
            isolates -= 1
    yield from opened
