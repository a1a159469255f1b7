"""template-url-cut-at-equals: a web address without a name, cut in two at its equals sign."""

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
    from homs_wiki.syntax import Parameter, Template

_MOST_PARAMETERS = 100
_MAYBE = lazily(r"\|[ \t\n]*(?:https?:)?//[^\s|{}\[\]<>=]*=")
_ADDRESS = lazily(r"(?:https?:)?//[^\s|{}\[\]<>]+")


class TemplateUrlCutAtEquals(Rule):
    """A web address without a name has an equals sign, so MediaWiki takes half of it for a name.

    ## What it does
    Finds parameters of templates whose name begins like a web address
    (`{{official website|https://example.org/?id=7}}`): the address was meant to be the value of a
    parameter without a name.

    ## Why it matters
    All up to the equals sign becomes the name of a parameter that no template has, so the template
    behaves as if it had been given nothing.

    ## Example
    ```wikitext
    {{official website|https://example.org/?id=7}}
    ```

    ## Use instead
    ```wikitext
    {{official website|1=https://example.org/?id=7}}
    ```

    ## Fix safety
    The fix puts the number of the parameter before the address. It is not safe: the address then
    shows, and a person should look at it. There is none if that number is taken.
    """

    name = "template-url-cut-at-equals"
    family = "templates"
    severity = Severity.WARNING
    triggers = (
        "|http",
        "|//",
        " http",
        " //",
        "\thttp",
        "\t//",
        "\nhttp",
        "\n//",
    )
    message = "the address is cut at its “=”: “{name}” is read as the name of a parameter"
    touches = frozenset({"link", "parameter"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each parameter whose name is the beginning of an address."""
        if not _MAYBE.search(page.text):
            return
        for template in page.document.templates:
            for parameter in template.parameters:
                if (
                    "//" in parameter.name
                    and parameter.equals is not None
                    and _ADDRESS.match(parameter.name)
                    and not page.profile.is_parser_function(template.name)
                ):
                    yield self._at(template, parameter)

    def _at(self, template: Template, parameter: Parameter) -> Finding:
        source = parameter.source
        start = parameter.start
        while source[start].isspace():
            start += 1
        span = Span(start, max(start, parameter.stripped_span.end))
        fix = None
        number = self._number(template, parameter)
        if number and _ADDRESS.fullmatch(source, *span):
            edit = Edit(parameter.start, parameter.start, f"{number}=")
            fix = Fix(
                (edit,),
                safe=False,
                description=Phrase("Write “{text}=” before the address", text=number),
            )
        return self.finding(span, fix, name=parameter.name)

    def _number(self, template: Template, parameter: Parameter) -> str:
        """Return the number the address would have without its "="; empty if that is taken.

        Nor is there one among very many parameters, which nobody would count.
        """
        if len(template.parameters) > _MOST_PARAMETERS:
            return ""
        before = [
            each
            for each in template.parameters
            if each.start < parameter.start and each.equals is None
        ]
        number = str(len(before) + 1)
        return "" if template.get(number) else number
