"""reference-names-alike: two names that differ by less than an editor sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ReferenceNamesAlike(Rule):
    """The names of two references differ only by case, spaces, hyphens or underscores.

    ## What it does
    Finds named references with a text, if another one of their group has nearly the same name and
    another text.

    ## Why it matters
    For MediaWiki they are two names. An editor who cites one of them from memory easily gets the
    other source. Nothing is wrong as long as nobody does, so the rule is off by default.

    ## Example
    ```wikitext
    It burnt.<ref name="Khan 2001">Khan, ''Fires''</ref> It rose.<ref name="khan-2001">Khan, ''Towns''</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref name="Khan Fires">Khan, ''Fires''</ref> It rose.<ref name="Khan Towns">Khan, ''Towns''</ref>
    ```

    ## Fix safety
    There is no fix: one may be the other misspelt, or both may be meant.
    """  # noqa: E501 - wikitext has long lines

    name = "reference-names-alike"
    family = "references"
    severity = Severity.NOTE
    message = "another reference is named “{other}”"
    rule_set = RuleSet.STRICT

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each definition whose name is nearly that of an earlier one."""
        first: dict[tuple[str, str], str] = {}
        for reference in page.references.all:
            name = reference.name
            if not name or name.startswith("FOOTNOTE") or reference.definition is None:
                continue
            folded = name.casefold().translate(_IGNORED)
            other = first.setdefault((reference.group, folded), name)
            if other != name:
                yield self.finding(reference.definition.node.span, other=other)


_IGNORED = dict.fromkeys(map(ord, " -_\u200c\u200d\u200e\u200f"))
