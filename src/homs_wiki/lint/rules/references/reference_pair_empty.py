"""reference-pair-empty: a named reference used with two tags where one will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.references._ref_texts import ref_texts
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ReferencePairEmpty(Rule):
    """A named reference is used with an empty pair of tags.

    ## What it does
    Finds `<ref name="…"></ref>`, if the name has its text elsewhere on the page.

    ## Why it matters
    It looks as if the text were forgotten, and a later editor may write another one there. With
    one tag it is clear that the name is enough.

    ## Example
    ```wikitext
    It burnt.<ref name="post">''Hilltown Post''</ref> It rose.<ref name="post"></ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref name="post">''Hilltown Post''</ref> It rose.<ref name="post" />
    ```

    ## Fix safety
    The fix writes one tag. It is safe.
    """

    name = "reference-pair-empty"
    family = "references"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "an empty pair of tags where one tag will do"
    touches = frozenset({"reference"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each empty pair of tags with a name that is defined."""
        found = {tag.start for tag, text in ref_texts(page.document) if not text}
        if not found:
            return
        defined = (each for each in page.references.all if each.definitions)
        for use in (use for reference in defined for use in reference.uses):
            tag = use.node
            if tag.start in found:
                end = page.text.index(">", tag.start)
                space = "" if page.text[end - 1] in " \t\n" else " "
                edit = Edit(end, tag.end, f"{space}/>")
                fix = Fix((edit,), safe=True, description="Write one tag")
                yield self.finding(tag.span, fix)
