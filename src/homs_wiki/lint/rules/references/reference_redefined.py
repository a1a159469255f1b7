"""reference-redefined: a named reference whose text is written out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit, LineIndex
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ReferenceRedefined(Rule):
    """A named reference is written out again with the same text.

    ## What it does
    Finds each further `<ref>` of a name that has, letter by letter, the text of the first. With
    another text it is reported as defined twice.

    ## Why it matters
    Nothing shows yet. But as soon as somebody corrects one of the texts, MediaWiki shows an error.

    ## Example
    ```wikitext
    It burnt.<ref name="post">''The Post''</ref> It rose.<ref name="post">''The Post''</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref name="post">''The Post''</ref> It rose.<ref name="post" />
    ```

    ## Fix safety
    The fix leaves the first text and lets the others use its name. It is safe.
    """

    name = "reference-redefined"
    family = "references"
    severity = Severity.NOTE
    message = "the text of the reference “{name}” stands on line {line} already"
    touches = frozenset({"reference"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each definition that repeats the first."""
        lines: LineIndex | None = None
        for reference in page.references.all:
            definitions = reference.definitions
            if len(definitions) < 2 or reference.name is None:
                continue
            first = definitions[0]
            for other in definitions[1:]:
                tag = other.node
                if isinstance(tag, ExtensionTag) and tag.inner_span and other.text == first.text:
                    lines = lines or LineIndex(page.text)
                    line = lines.position(first.node.start).line
                    fix = None
                    if not other.list_defined:
                        edit = Edit(tag.inner_span.start - 1, tag.end, " />")
                        fix = Fix((edit,), safe=True, description="Let it use the first text")
                    yield self.finding(tag.span, fix, name=reference.name, line=line)
