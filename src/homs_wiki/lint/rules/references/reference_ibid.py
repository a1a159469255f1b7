"""reference-ibid: a reference that leans on the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.references._ref_texts import ref_texts
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

IBID = lazily(
    r"\s*(?:'''?)?\(?(?P<word>[Ii]bid(?:em)?(?=\W|\Z)\.?)|"
    r"[^<>{}\n]{0,60}?(?P<cited>\b(?:[Oo]p|[Ll]oc)\. cit\.)"
)
"""The beginning of a text that says “ibid.”, or has “op. cit.” soon."""


class ReferenceIbid(Rule):
    """A reference says “ibid.”, “op. cit.” or “loc. cit.”.

    ## What it does
    Finds references whose text begins with “ibid.” or “ibidem”, or has “op. cit.” or “loc.
    cit.” near its beginning.

    ## Why it matters
    Such words lean on another reference. As soon as somebody puts a reference between the two, or
    moves the paragraph, they point to the wrong source, and nobody notices.

    ## Example
    ```wikitext
    It burnt.<ref>Khan, ''The Long Retreat'', p. 7.</ref> It rose.<ref>Ibid., p. 9.</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref>Khan, ''The Long Retreat'', p. 7.</ref> It rose.<ref>Khan, ''The Long Retreat'', p. 9.</ref>
    ```

    ## Fix safety
    There is no fix: which source was meant only a person can tell.
    """  # noqa: E501 - wikitext has long lines

    name = "reference-ibid"
    family = "references"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = (
        "ibid",
        " cit.",
    )
    message = "“{word}” points to another source when references are moved"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the word in each reference that leans on another."""
        for tag, text in ref_texts(page.document):
            if text[:4] not in _BEGINNINGS and " cit." not in text:
                continue
            found = IBID.match(page.text, *(tag.inner_span or tag.span))
            if found:
                group = found.lastgroup or "word"
                yield self.finding(found.span(group), word=found[group])


# Of a text that says so, without blanks and with the beginning of emphasis or a bracket.
_BEGINNINGS = frozenset({"Ibid", "ibid", "''Ib", "''ib", "'''I", "(Ibi", "(ibi"})
