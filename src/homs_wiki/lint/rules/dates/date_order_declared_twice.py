"""date-order-declared-twice: a second template that says how dates are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.metadata._templates import whole_line
from homs_wiki.page.dates.declared import read_declarations
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import Template

_REPEATS = Phrase("declares again what has been declared by")
_CONTRADICTS = Phrase("contradicts")


class DateOrderDeclaredTwice(Rule):
    """An article declares the form of its dates twice.

    ## What it does
    Finds a second template such as `{{Use dmy dates}}`, be it of the same order or of the other.

    ## Why it matters
    Citations are shown in the order that is declared. Of two that contradict each other one counts
    that nobody can tell; of two alike the second only adds a hidden category.

    ## Example
    ```wikitext
    {{Use dmy dates|date=May 2020}}
    {{Use dmy dates|date=June 2021}}
    The mill was built on 4 May 1902.
    ```

    ## Use instead
    ```wikitext
    {{Use dmy dates|date=May 2020}}
    The mill was built on 4 May 1902.
    ```

    ## Fix safety
    The fix takes out the second of two that say the same, the month of the last check apart. It is
    safe: the dates are shown as before. There is none where they contradict each other.
    """

    name = "date-order-declared-twice"
    family = "dates"
    severity = Severity.WARNING
    triggers = ("{{",)
    message = "“{template}” {what} “{first}”"
    touches = frozenset({"template", "parameter"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each declaration but the first."""
        declarations = read_declarations(page.document)
        for each in declarations[1:]:
            first = declarations[0]
            is_same = each.order == first.order
            fix = None
            if is_same and _settings(first.template) == _settings(each.template):
                edit = Edit(*whole_line(page.text, *each.template.span), "")
                fix = Fix((edit,), safe=True, description="Take out the template")
            yield self.finding(
                each.template.span,
                fix,
                template=each.template.name,
                what=_REPEATS if is_same else _CONTRADICTS,
                first=first.template.name,
            )


def _settings(template: Template) -> dict[str, str]:
    """Give the parameters that change how dates are shown: all but the month of the last check."""
    return {each.name: each.value.strip() for each in template.parameters if each.name != "date"}
