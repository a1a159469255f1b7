"""reference-citation-braces: a citation template without its braces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._ref_texts import ref_texts
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_NAKED = lazily(r"(\[\[?|\{(?!\{)|)[ \t]*([^\W\d_][^\[\]{}|<>=\n]{2,40}?)[ \t\n]*\|([^|=]{1,30})=")
# Of the name of a template, with brackets and blanks.
_LONGEST = 50


class ReferenceCitationBraces(Rule):
    """A citation template stands in a reference without its double braces.

    ## What it does
    Finds references whose text begins with the name of a citation template and a parameter, in
    square brackets, in single braces, or bare.

    ## Why it matters
    Readers see the names of parameters and pipes instead of a citation.

    ## Example
    ```wikitext
    It burnt.<ref>[[cite web |url=https://example.org/mill |title=Mill]]</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref>{{cite web |url=https://example.org/mill |title=Mill}}</ref>
    ```

    ## Fix safety
    The fix writes the braces. It is not safe: a person should see that nothing else stands in the
    reference.
    """

    name = "reference-citation-braces"
    family = "references"
    severity = Severity.ERROR
    message = "“{template}” needs double braces around it"
    touches = frozenset({"link", "parameter", "template"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each citation without braces."""
        for tag, text in ref_texts(page.document):
            if text[:2] == "{{" or text.find("|", 0, _LONGEST) < 0:
                continue
            match = _NAKED.match(text)
            if match and tag.inner_span and _is_citation(page, match[2], match[3]):
                start = tag.inner_span.start + tag.inner.index(text)
                span = (start, start + match.end(2))
                yield self.finding(span, _fix(start, text, match), template=match[2])


def _is_citation(page: Page, name: str, parameter: str) -> bool:
    profile = page.profile
    kind = profile.citation_kind(name)
    return kind is not None and profile.citation_parameter(kind, parameter.strip()) is not None


def _fix(start: int, text: str, match: re.Match[str]) -> Fix | None:
    if "\n\n" in text:
        return None
    closing = next((each for each in _CLOSINGS if text.endswith(each)), "")
    end = start + len(text)
    edits = (Edit(start, start + match.end(1), "{{"), Edit(end - len(closing), end, "}}"))
    return Fix(edits, safe=False, description="Write the braces")


_CLOSINGS = ("]]", "}}", "]", "}")
