"""infobox-twice: the same infobox again on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.syntax import without_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.infobox import Infobox


class InfoboxTwice(Rule):
    """An infobox stands on the page a second time.

    ## What it does
    Finds an infobox that has the same template as one further up, and says the same in its first
    field that is not empty: the name of what it is about. Infoboxes in other templates are left
    alone, and so are several of one kind about different things.

    ## Why it matters
    The two say the same to readers, and sooner or later one of them is changed and the other
    forgotten. Most come from merged pages or from pasting.

    ## Example
    ```wikitext
    {{Infobox mill|name=Old Mill|built=1620}}
    {{Infobox mill|name=Old Mill|built=1622}}
    ```

    ## Use instead
    ```wikitext
    {{Infobox mill|name=Old Mill|built=1620}}
    ```

    ## Fix safety
    There is no fix: a person must see which of the two is right.
    """

    name = "infobox-twice"
    family = "infobox"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "the infobox “{name}” about “{about}” stands further up already"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each infobox that was there before."""
        if len(page.infoboxes) < 2:
            return
        seen: set[tuple[str, str, str]] = set()
        end = 0
        for infobox in page.infoboxes:
            if infobox.template.start < end or infobox.template.parent >= 0:
                continue
            end = infobox.template.end
            field, about = _subject(infobox)
            key = (page.profile.template_key(infobox.name), field, about)
            if about and key in seen:
                yield self.finding(_name(infobox), name=infobox.name, about=about)
            seen.add(key)


def _name(infobox: Infobox) -> tuple[int, int]:
    """Return where the name of the template stands, without white space."""
    start, end = infobox.template.name_span
    written = infobox.document.text[start:end]
    return start + len(written) - len(written.lstrip()), start + len(written.rstrip())


def _subject(infobox: Infobox) -> tuple[str, str]:
    """Return name and value of the first field that has a value, if that is short."""
    for field in infobox.fields:
        value = without_comments(field.raw).strip()
        if value:
            return (field.name, value) if len(value) < 200 else (field.name, "")
    return "", ""
