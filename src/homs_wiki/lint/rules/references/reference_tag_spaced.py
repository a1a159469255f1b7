"""reference-tag-spaced: blanks or a backslash that keep a tag from being one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._shown import is_code
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# Faster than “in” for this one.
_CLUE = lazily("< ref")
_TAG = lazily(
    r"<[ \t]+ref(?P<opening>[ \t]*/?>|[ \t]+(?:name|group)[ \t]*=[^<>\n]*>)"
    r"|<(?:[ \t]+/[ \t]*|/[ \t]+|\\)ref[ \t]*>",
    re.IGNORECASE,
)


class ReferenceTagSpaced(Rule):
    r"""A tag of a reference has blanks behind its bracket or slash, or a backslash.

    ## What it does
    Finds `< ref>`, `< /ref>`, `</ ref>`, `<\ref>` and their like. Tags in comments, `<nowiki>` and
    `<code>` are left alone.

    ## Why it matters
    MediaWiki does not take it for a tag. Readers see it as text, and the reference is not opened or
    not closed.

    ## Example
    ```wikitext
    The mill burnt down.< ref>''Hilltown Post'', 3 May.</ ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref>''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    The fix writes the tag as it must be. It is safe: nothing else can have been meant.
    """

    name = "reference-tag-spaced"
    family = "references"
    severity = Severity.ERROR
    triggers = (
        "< ",
        "<\t",
        "</ ",
        "</\t",
        "<\\",
    )
    message = "“{tag}” is no tag: it must be “{right}”"
    touches = frozenset({"heading", "link", "parameter", "reference", "template"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each thing that is nearly a tag."""
        text = page.text
        # A closing tag that is none leaves its reference unclosed.
        if not _CLUE.search(text) and not page.references.unclosed:
            return
        for match in _TAG.finditer(text):
            if not is_code(page.document, match.start()):
                right = "</ref>" if match["opening"] is None else f"<ref{match['opening']}"
                fix = Fix(
                    (Edit(*match.span(), right),),
                    safe=True,
                    description=Phrase("Write {text}", text=right),
                )
                yield self.finding(match.span(), fix, tag=match[0], right=right)
