"""template-parameter-repeated: the same parameter twice in one template."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import Parameter, Template


class TemplateParameterRepeated(Rule):
    """A template is given the same parameter more than once.

    ## What it does
    Finds each parameter of a template that stands again further down in it, with a name or
    without (`{{flag|Malta|1=Gozo}}`). Infoboxes have a rule of their own,
    `infobox-field-repeated`; parser functions are left alone.

    ## Why it matters
    MediaWiki takes the last one and says nothing of the others: a value may be lost, and an empty
    parameter at the end hides the value above it. Pages with such calls are put into a category
    for repair.

    ## Example
    ```wikitext
    {{cite web|title=Fire|url=https://example.org|title=Fire}}
    ```

    ## Use instead
    ```wikitext
    {{cite web|url=https://example.org|title=Fire}}
    ```

    ## Fix safety
    The fix takes out a parameter that does not count, if it is empty or says the same as the one
    that counts; that is safe. Of two different values a person must choose, and also where the
    parameter has no name, as those behind it would be counted anew.
    """

    name = "template-parameter-repeated"
    family = "templates"
    severity = Severity.WARNING
    message = "the parameter “{name}” stands again further down, and only the last one counts"
    touches = frozenset({"parameter"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each parameter that another one of the same name overrides."""
        for template in page.document.templates:
            count = template.parameter_count
            if count > 1 and len({each.name for each in template.parameters}) != count:
                yield from self._in_template(page, template)

    def _in_template(self, page: Page, template: Template) -> Iterator[Finding]:
        name = template.name
        if name.startswith("#") or page.profile.is_parser_function(name):
            return
        if _is_infobox(page, template):
            return
        counting: dict[str, Parameter] = {}
        for parameter in reversed(template.parameters):
            last = counting.setdefault(parameter.name, parameter)
            if last is not parameter and "{" not in parameter.name:
                yield self.finding(_shown(parameter), _fix(parameter, last), name=parameter.name)


def _is_infobox(page: Page, template: Template) -> bool:
    infoboxes = page.infoboxes
    index = bisect_left(infoboxes, template.start, key=lambda infobox: infobox.template.start)
    return index < len(infoboxes) and infoboxes[index].template is template


def _shown(parameter: Parameter) -> Span:
    """Return the name without white space around it, or all of a parameter without name."""
    if parameter.equals is None or not parameter.name:
        return parameter.span
    start, end = parameter.name_span
    written = parameter.source[start:end]
    return Span(
        start + len(written) - len(written.lstrip()), end - len(written) + len(written.rstrip())
    )


def _fix(parameter: Parameter, last: Parameter) -> Fix | None:
    value = parameter.value.strip()
    if parameter.equals is None or last.equals is None:
        return None
    if (value and value != last.value.strip()) or "<!--" in parameter.source[
        slice(*parameter.span)
    ]:
        return None
    edit = Edit(parameter.start - 1, parameter.end, "")
    return Fix((edit,), safe=True, description="Remove the parameter that does not count")
