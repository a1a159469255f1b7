"""reference-list-missing: references, and no place that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._templates import may_list_references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.references import Reference


class ReferenceListMissing(Rule):
    """The page has references of a group, but no list that shows them.

    ## What it does
    Looks for each group of references whether the page has a list for it: `<references />`, a
    template such as `{{reflist}}`, for notes one such as `{{notelist}}`. The first reference of
    the group is marked. Nothing is said if a template that is not known may be the list, because
    it stands first under a heading.

    ## Why it matters
    References in a group are not shown at all without a list of that group, and MediaWiki reports
    an error. Those without a group are put at the very end of the page, below navigation boxes and
    without a heading.

    ## Example
    ```wikitext
    The mill burnt down.<ref group="note">On 3 May.</ref>

    == Notes ==
    <references />
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref group="note">On 3 May.</ref>

    == Notes ==
    <references group="note" />
    ```

    ## Fix safety
    There is no fix: where the list belongs, and under which heading, differs from page to page.
    """

    name = "reference-list-missing"
    family = "references"
    severity = Severity.WARNING
    message = "there is no list that shows {references}"
    aliases = {  # noqa: RUF012 - as in all rules
        "cite": "cite_error_group_refs_without_references",
        "checkwiki": "3",
    }

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first reference of each group that has no list."""
        shown = {each.group for each in page.references.lists}
        if None in shown:
            return
        missing: dict[str, Reference] = {}
        for reference in page.references.all:
            if reference.number is not None and reference.group not in shown:
                missing.setdefault(reference.group, reference)
        if not missing or may_list_references(page):
            return
        for group, reference in missing.items():
            yield self.finding(reference.uses[0].span, references=_called(group))


def _called(group: str) -> Phrase:
    if group:
        return Phrase("the references of the group “{group}”", group=group)
    return Phrase("the references")
