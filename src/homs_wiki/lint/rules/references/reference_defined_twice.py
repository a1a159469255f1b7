"""reference-defined-twice: one name, two texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit, LineIndex
from homs_wiki.syntax import ExtensionTag, without_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.references import Definition, Reference

# Templates that write the text of their reference themselves; alike parameters are alike texts.
_OWN_TEXT = frozenset({"sfn", "sfnm", "sfnp"})


class ReferenceDefinedTwice(Rule):
    """Two references of one name have different texts.

    ## What it does
    Finds each `<ref>` with a text whose name and group another one before it has with another text.
    The texts are compared as MediaWiki does it, letter by letter, so a space more makes them
    differ. The same text twice is left alone.

    ## Why it matters
    MediaWiki shows the first text only, with an error. Where the second source was meant to
    support the statement, readers are led to the wrong one.

    ## Example
    ```wikitext
    It rained.<ref name="rain">''Hilltown Post'', 3 May.</ref>
    It snowed.<ref name="rain">''Hilltown Post'', 9 May.</ref>
    ```

    ## Use instead
    ```wikitext
    It rained.<ref name="rain">''Hilltown Post'', 3 May.</ref>
    It snowed.<ref name="snow">''Hilltown Post'', 9 May.</ref>
    ```

    ## Fix safety
    If the texts differ in nothing but white space and comments, the fix leaves the first and lets
    the others use its name; that is safe. Of two different texts a person must choose.
    """

    name = "reference-defined-twice"
    family = "references"
    severity = Severity.ERROR
    message = "the reference “{name}” has another text on line {line}"
    touches = frozenset({"reference"})
    aliases = {"cite": "cite_error_references_duplicate_key"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each definition whose text is not that of the first."""
        twice = [
            (reference.name, first, other)
            for reference in page.references.all
            for first, other in _conflicts(reference)
        ]
        if not twice:
            return
        lines = LineIndex(page.text)
        for name, first, other in twice:
            line = lines.position(first.node.start).line
            yield self.finding(other.node.span, _fix(first, other), name=name, line=line)


def _conflicts(reference: Reference) -> Iterator[tuple[Definition, Definition]]:
    """Yield the first definition with each that has another text."""
    if len(reference.definitions) > 1:
        first, *others = reference.definitions
        for other in others:
            if other.kind not in _OWN_TEXT and other.text != first.text:
                yield first, other


def _fix(first: Definition, other: Definition) -> Fix | None:
    tag = other.node
    if _essence(first.text) != _essence(other.text) or not isinstance(tag, ExtensionTag):
        return None
    if other.list_defined or not tag.inner_span:
        return None
    edit = Edit(tag.inner_span.start - 1, tag.end, " />")
    return Fix((edit,), safe=True, description="Let it use the text that stands before")


def _essence(text: str) -> str:
    return " ".join(without_comments(text).split())
