"""namespace-in-english: `[[Category:پل]]` on the Urdu wiki."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules._writing import write
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_ENGLISH = compiled(r"\[\[:?[ ]?(category|file|image)(?=:)", re.IGNORECASE)


class NamespaceInEnglish(Rule):
    """A category or file is named with the English word on a wiki that has its own.

    ## What it does
    Finds links to categories and files that begin with `Category:`, `File:` or `Image:` on wikis in
    other languages. Links with a template before the colon are left alone.

    ## Why it matters
    MediaWiki knows the English word everywhere, but editors of the wiki look for their own. It
    comes from copied and translated pages.

    ## Example
    ```wikitext
    [[Category:پل]]
    ```

    ## Use instead
    ```wikitext
    [[زمرہ:پل]]
    ```

    ## Fix safety
    The fix writes the word of the wiki. It is safe: it means the same.
    """

    name = "namespace-in-english"
    family = "metadata"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the word of this wiki is “{own}”"
    languages = frozenset(("ar", "de", "es", "fa", "fr", "hi", "ja", "ru", "tr", "ur", "zh"))
    triggers = ("category:", "file:", "image:", *CUT)
    touches = frozenset(("link",))
    aliases = {"checkwiki": "21"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the word of each such link."""
        profile = page.profile
        if profile.language == "en":
            return
        for match in _ENGLISH.finditer(page.document.flat.text):
            own = profile.namespace_name(14 if match[1][0] in "Cc" else 6)
            span = page.document.flat.span(*match.span(1))
            if own.lower() == match[1].lower() or span[1] - span[0] != len(match[1]):
                continue
            fix = write(span, own, safe=True)
            yield self.finding(span, fix, own=own)
