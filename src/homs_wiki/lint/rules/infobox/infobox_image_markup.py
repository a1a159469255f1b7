"""infobox-image-markup: a link to a file where the infobox wants the file's bare name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit, Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_FILE = 6
_LINK = lazily(r"\[\[([^\[\]{}|:]+):([^\[\]{}|]+)((?:\|[^\[\]{}|]*)*)\]\]")


class InfoboxImageMarkup(Rule):
    """The image of an infobox is written as a link with brackets, not as the name of the file.

    ## What it does
    Looks in the fields that hold an image, in infoboxes whose fields are known, for
    `[[File:…]]` in the place of the file's bare name.

    ## Why it matters
    The template sets size, border and alternative text by itself. With brackets these settings do
    nothing, the image has the size it is given on every screen, and tools that look for
    the image of an article do not find it.

    ## Example
    ```wikitext
    {{Infobox person
    | name = A. Miller
    | image = [[File:Miller.jpg|200px]]
    }}
    ```

    ## Use instead
    ```wikitext
    {{Infobox person
    | name = A. Miller
    | image = Miller.jpg
    }}
    ```

    ## Fix safety
    The fix keeps the name of the file. It is not safe, as size, alternative text and caption of the
    link are lost: they have fields of their own.
    """

    name = "infobox-image-markup"
    family = "infobox"
    severity = Severity.WARNING
    message = "the field “{field}” holds a link to a file; the infobox wants the bare name"
    languages = frozenset(("en",))
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such value."""
        if "[[" not in page.text:
            return
        for infobox in page.infoboxes:
            if infobox.schema is None:
                continue
            for field in infobox.fields:
                if field.type == "image" and "[[" in field.raw:
                    yield from self._at(page, field.name, field.value_span)

    def _at(self, page: Page, name: str, span: Span) -> Iterator[Finding]:
        link = _LINK.fullmatch(page.text, *span)
        if link and page.profile.namespace(link[1]) == _FILE:
            file = link[2].strip()
            fix = Fix(
                (Edit(*span, file),),
                safe=False,
                description=Phrase("Keep “{text}” alone", text=file),
            )
            yield self.finding(span, fix, field=name)
