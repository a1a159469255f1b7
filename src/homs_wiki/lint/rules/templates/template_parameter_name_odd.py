"""template-parameter-name-odd: `|[[Mill]] = old`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax.nodes import Parameter

_NAME = compiled(r"[][*][^][*=|{}\n<>]*=")
_OTHER = compiled(r"//|[{}]")


class TemplateParameterNameOdd(Rule):
    """The name of a parameter holds a bracket or an asterisk.

    ## What it does
    Finds parameters of templates, functions left out, whose name has `[`, `]` or `*` in it, but no
    address and no template.

    ## Why it matters
    No template has such a parameter. Mostly it is a text with an equals sign in it, which is then
    not shown: everything before the sign is taken for a name.

    ## Example
    ```wikitext
    {{bulleted list|[[Mill]] = old|Bridge}}
    ```

    ## Use instead
    ```wikitext
    {{bulleted list|1=[[Mill]] = old|2=Bridge}}
    ```

    ## Fix safety
    There is no fix: the number of the parameter and `=` before the text would do, if nothing else
    is amiss.
    """

    name = "template-parameter-name-odd"
    family = "templates"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "“{name}” is taken for the name of a parameter"
    aliases = {"checkwiki": "60"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such name."""
        document = page.document
        known: dict[int, dict[int, Parameter]] = {}
        for match in _NAME.finditer(page.text):
            node = document.enclosing(match.start())
            if not isinstance(node, Template) or page.profile.is_parser_function(node.written_name):
                continue
            if node.index not in known:
                known[node.index] = {each.start: each for each in node.parameters}
            start = page.text.rfind("|", node.start, match.start()) + 1
            parameter = known[node.index].get(start)
            if (
                parameter
                and parameter.equals == match.end() - 1
                and not _OTHER.search(parameter.name)
            ):
                yield self.finding(
                    _stripped(page.text, start, match.end() - 1), name=parameter.name
                )


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    name = text[start:end]
    return start + len(name) - len(name.lstrip()), start + len(name.rstrip())
