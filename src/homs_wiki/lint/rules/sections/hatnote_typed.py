"""hatnote-typed: a pointer to another article that is typed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_TYPED = lazily(
    r"\n(:*''\(?Main articles?:? ?(?:'')? ?\[\[([^\[\]\n]+)\]\]\.?\)?(?:'')?)[ \t]*(?=[\n\0])"
)


class HatnoteTyped(Rule):
    """A line such as “Main article: …” is typed instead of the template for it.

    ## What it does
    Finds lines in italics, indented or not, that hold nothing but *Main article* and a link. It
    knows the English words only.

    ## Why it matters
    A template looks alike everywhere, is hidden in print, and is found by tools.

    ## Example
    ```wikitext
    :''Main article: [[Hilltown Mill]]''
    ```

    ## Use instead
    ```wikitext
    {{Main|Hilltown Mill}}
    ```

    ## Fix safety
    The fix writes the template. It is not safe, because a person should see that the line is one.
    """

    name = "hatnote-typed"
    family = "sections"
    severity = Severity.NOTE
    triggers = ("main article",)
    message = "there is a template for this line"
    languages = frozenset(("en",))
    touches = frozenset({"link", "template"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such line."""
        if "Main article" not in page.text:
            return
        flat = page.document.flat
        names = page.profile.concept_names("main")
        for match in _TYPED.finditer(flat.text):
            span = flat.span(*match.span(1))
            fix = None
            if names and "|" not in match[2] and page.text[slice(*span)] == match[1]:
                edit = Edit(*span, f"{{{{{names[0]}|{match[2]}}}}}")
                fix = Fix(
                    (edit,), safe=False, description=Phrase("Write {{{{{text}}}}}", text=names[0])
                )
            yield self.finding(span, fix)
