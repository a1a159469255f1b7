"""citation-outside-reference: a full citation in the middle of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.citations._cited import read_cited
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# Markup that begins a line of something else than prose.
_MARKUP = frozenset("*#:;|!{}=<' ")
_WORD = lazily(r"\w{2,}")
_GONE = lazily(r"<ref\b[^<>]*/>|<ref\b[^<>]*>[^<>]*</ref>|\{\{[^{}]*\}\}|\[https?:[^\]]*\]")
_ENDED = lazily(r"[.!?۔؟](?:\s|'{2,5}|[\"”»)])*\Z")
_FEWEST = 5
# What a citation follows in a list, a table, a template, or at the beginning of a line.
_STARTS = frozenset("\n*#:;|=,")
_REACH = 3000


class CitationOutsideReference(Rule):
    """A citation template stands in the running text, outside of any reference.

    ## What it does
    Finds templates of citations that stand on a line of prose, directly behind a sentence that is
    ended. Lists, tables, quotations and citations that begin a line are left alone.

    ## Why it matters
    The whole reference is shown in the middle of the text. The tags around it were forgotten.

    ## Example
    ```wikitext
    The mill burnt down in the night. {{cite news |title=Mill burns |newspaper=Hill Post}}
    ```

    ## Use instead
    ```wikitext
    The mill burnt down in the night.<ref>{{cite news |title=Mill burns |newspaper=Hill Post}}</ref>
    ```

    ## Fix safety
    On pages with a list of references, the fix puts the citation into one. It is not safe: what
    stands behind it may belong to it.
    """

    name = "citation-outside-reference"
    family = "citations"
    severity = Severity.WARNING
    triggers = ("|",)
    message = "the citation stands in the text, not in a reference"
    touches = frozenset({"reference", "template", "parameter", "link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each citation behind a sentence."""
        text = page.text
        for citation in read_cited(page.document).outside:
            template = citation.template
            before = text[max(0, template.start - 3) : template.start].rstrip(" \t")
            if not before or before[-1] in _STARTS or template.parent >= 0:
                continue
            farthest = max(0, template.start - _REACH)
            line = text[farthest : template.start].rpartition("\n")[2]
            if not line or line[0] in _MARKUP:
                continue
            plain = _GONE.sub("", line).rstrip()
            if not _ENDED.search(plain) or len(_WORD.findall(plain)) < _FEWEST:
                continue
            start = template.start - (len(line) - len(line.rstrip(" \t")))
            edits = (
                Edit(start, template.start, "<ref>"),
                Edit(template.end, template.end, "</ref>"),
            )
            fix = Fix(edits, safe=False, description="Put the citation into a reference")
            yield self.finding(template.span, fix if page.references.lists else None)
