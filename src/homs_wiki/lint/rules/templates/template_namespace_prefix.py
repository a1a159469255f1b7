"""template-namespace-prefix: a template is called by its full title."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import literal
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile

_TEMPLATE = 10


@cache
def _pattern(profile: Profile) -> re.Pattern[str]:
    names = "|".join(map(re.escape, profile.namespace_names(_TEMPLATE)))
    return compiled(rf"\{{\{{(?=[^|}}]{{0,40}}?:)\s*((?i:{names})\s*:\s*)(?=[^\s|{{}}:#])")


def _means_more(profile: Profile, name: str) -> bool:
    """Tell whether a name would call something else without the prefix: ``PAGENAME``, ``!``."""
    plain = name.partition("}")[0].strip()
    return profile.is_parser_function(plain) or not plain[:1].isalnum()


class TemplateNamespacePrefix(Rule):
    """A template is called with the name of its namespace.

    ## What it does
    Finds braces whose name begins with the namespace of templates, in any of its names. Names with
    a second colon are left alone, and those that mean something else without it (`PAGENAME`).

    ## Why it matters
    MediaWiki looks in that namespace anyway. The prefix hides the template from tools that look
    for it by its name.

    ## Example
    ```wikitext
    {{Template:Reflist}}
    ```

    ## Use instead
    ```wikitext
    {{Reflist}}
    ```

    ## Fix safety
    The fix takes the prefix out. It is safe: the same template is called.
    """

    name = "template-namespace-prefix"
    family = "templates"
    severity = Severity.NOTE
    message = "the template is called with “{prefix}”, which is not needed"
    touches = frozenset({"template"})
    aliases = {"checkwiki": "1"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such prefix."""
        for found in _pattern(page.profile).finditer(page.text):
            span = found.span(1)
            node = page.document.enclosing(found.start())
            if node is None or node.start != found.start() or literal(page.document).hold(span[0]):
                continue
            name = page.text[found.end() : node.end].partition("|")[0]
            if ":" not in name and not _means_more(page.profile, name):
                fix = Fix((Edit(*span, ""),), safe=True, description="Remove the prefix")
                yield self.finding(span, fix, prefix=found[1].strip())
