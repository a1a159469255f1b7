"""infobox-field-repeated: the same field twice in one infobox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.infobox.infobox_field_unknown import name_span
from homs_wiki.source import Edit, HomsWikiError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.infobox import Field

# A fix may read the whole infobox again, so hostile ones get few: linear time goes first.
_MOST_FIXES = 20
_MOST_FIELDS = 1000


class InfoboxFieldRepeated(Rule):
    """An infobox is given the same field more than once.

    ## What it does
    Finds each field of an infobox that stands again further down under the same name, whether
    either has a value or not. Fields without a name are left alone.

    ## Why it matters
    MediaWiki takes the last one and says nothing of the others: a value may be lost, and an empty
    field at the end hides the value above it. Pages with such fields are put into a category for
    repair.

    ## Example
    ```wikitext
    {{Infobox settlement
    | name = Riverton
    | area_total_km2 =
    | area_total_km2 = 12.5
    }}
    ```

    ## Use instead
    ```wikitext
    {{Infobox settlement
    | name = Riverton
    | area_total_km2 = 12.5
    }}
    ```

    ## Fix safety
    The fix takes out the field that does not count, if it is empty or says the same as the one that
    counts; that is safe. If the one that counts is empty it takes out that one, which is not safe,
    because it changes what is shown. Of two different values a person must choose. At most
    20 fixes are offered for a page.
    """

    name = "infobox-field-repeated"
    family = "infobox"
    severity = Severity.WARNING
    message = "the field “{name}” stands again further down, and only the last one counts"
    touches = frozenset({"parameter"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each field that another one of the same name overrides."""
        fixes_left = _MOST_FIXES
        for infobox in page.infoboxes:
            counting: dict[str, Field] = {}
            for field in reversed(infobox.fields):
                if field.positional or "{" in field.name:
                    continue
                last = counting.setdefault(field.name, field)
                if last is field:
                    continue
                fix = None
                if fixes_left and len(infobox.fields) <= _MOST_FIELDS:
                    fix = _fix(field, last)
                    fixes_left -= 1
                yield self.finding(name_span(field), fix, name=field.name)


def _fix(field: Field, last: Field) -> Fix | None:
    """Return how to have one field of the two; None if a person must choose."""
    if field.is_blank or field.raw == last.raw:
        return _removal(field, Phrase("Remove the field that does not count"), safe=True)
    if last.is_blank:
        return _removal(last, Phrase("Remove the empty field that counts"), safe=False)
    return None


def _removal(field: Field, description: Phrase, *, safe: bool) -> Fix | None:
    start, end = field.span
    if "<!--" not in field.parameter.source[start:end]:
        return Fix((Edit(start - 1, end, ""),), safe, description)  # with the pipe before it
    # What somebody noted beside the value stays.
    from homs_wiki.page.infobox.editing import remove_fields  # with its parser, only if found

    try:
        return Fix(tuple(remove_fields(field.infobox, [field])), safe, description)
    except HomsWikiError:
        return None
