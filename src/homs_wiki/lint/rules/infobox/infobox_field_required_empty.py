"""infobox-field-required-empty: a field that the infobox cannot do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.infobox.infobox_field_unknown import name_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class InfoboxFieldRequiredEmpty(Rule):
    """A field that the infobox cannot do without is empty or missing.

    ## What it does
    Looks at the fields that the documentation of a template does not call optional, or in whose
    place the template shows a hole. Only templates are looked at of which this is known. The
    finding is at the field, or at the name of the template if the field is missing.

    ## Why it matters
    The reader sees braces, or a box without the one fact that it is about.

    ## Example
    ```wikitext
    {{Infobox military conflict
    | conflict =
    | place = Old Fort
    }}
    ```

    ## Use instead
    ```wikitext
    {{Infobox military conflict
    | conflict = Siege of the Old Fort
    | place = Old Fort
    }}
    ```

    ## Fix safety
    There is no fix: a person has to know what belongs there.
    """

    name = "infobox-field-required-empty"
    family = "infobox"
    severity = Severity.WARNING
    message = "the infobox needs the field “{name}”, which is empty or missing"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each required field without a value."""
        for infobox in page.infoboxes:
            schema = infobox.schema
            for canonical in schema.required if schema else ():
                field = infobox.get(canonical)
                if field is None:
                    name = (schema.local_name(canonical) if schema else None) or canonical
                    yield self.finding(_template_name(page, infobox.template.name_span), name=name)
                elif field.is_blank:
                    yield self.finding(name_span(field), name=field.name)


def _template_name(page: Page, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    written = page.text[start:end]
    return start + len(written) - len(written.lstrip()), start + len(written.rstrip())
