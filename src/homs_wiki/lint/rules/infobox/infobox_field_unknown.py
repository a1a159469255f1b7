"""infobox-field-unknown: a field that the template does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.infobox import Field, Infobox
    from homs_wiki.profile.infoboxes import InfoboxSchema


class InfoboxFieldUnknown(Rule):
    """An infobox is given a field that its template does not have.

    ## What it does
    Compares the fields of infoboxes whose templates are known with the names that the template
    reads. Where all of its names are known, each other name is found, and text that stands without
    a name behind a pipe. Where there may be more names, only those are found that are one slip of
    the keyboard away from a known one, or have its number in digits of another script. Fields
    without a value are left alone, and infoboxes whose fields are not known.

    ## Why it matters
    MediaWiki passes the value to the template, which does nothing with it: the reader never sees
    it, and no one is told.

    ## Example
    ```wikitext
    {{Infobox military conflict
    | conflict = Siege of the Old Fort
    | place = Old Fort
    | comander1 = The castellan
    }}
    ```

    ## Use instead
    ```wikitext
    {{Infobox military conflict
    | conflict = Siege of the Old Fort
    | place = Old Fort
    | commander1 = The castellan
    }}
    ```

    ## Fix safety
    Where the name is a slip of a known one that the infobox does not use yet, the fix corrects it.
    It is not safe: the value then shows, and a person should look at it. Elsewhere there is none.
    """

    name = "infobox-field-unknown"
    family = "infobox"
    severity = Severity.WARNING
    message = "the infobox has no field “{name}”, so its value is not shown"
    touches = frozenset({"parameter"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each field with a value that the template cannot know."""
        for infobox in page.infoboxes:
            schema = infobox.schema
            if schema is None:
                continue
            for field in infobox.fields:
                if field.facts is None and not field.is_blank and "{" not in field.name:
                    near = None if field.positional else schema.near(field.name)
                    if near is not None or _is_all_known(schema, field.name):
                        yield self._at(infobox, field, near)

    def _at(self, infobox: Infobox, field: Field, near: str | None) -> Finding:
        if field.positional:
            return self.finding(field.value_span, name=field.name)
        span = name_span(field)
        fix = None
        is_plain = infobox.document.text[slice(*span)] == field.name
        if near is not None and is_plain and infobox.get(near) is None:
            fix = Fix(
                (Edit(*span, near),),
                safe=False,
                description=Phrase("Call the field “{text}”", text=near),
            )
        return self.finding(span, fix, name=field.name)


def _is_all_known(schema: InfoboxSchema, name: str) -> bool:
    """Return whether a template has no field ``name``, because all it has are known."""
    return schema.complete == "all" or (schema.complete == "latin" and name.isascii())


def name_span(field: Field) -> Span:
    """Return where the name of a field stands, without the white space around it."""
    start, end = field.parameter.name_span
    written = field.parameter.source[start:end]
    start += len(written) - len(written.lstrip())
    return Span(start, start + len(written.strip()))
