"""hatnote-below-infobox: a hatnote that stands below the infobox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_HATNOTES = frozenset({"about", "distinguish", "for", "other_uses", "redirect"})


class HatnoteBelowInfobox(Rule):
    """A hatnote stands below the infobox or below the text.

    ## What it does
    Finds templates such as `{{about}}` or `{{distinguish}}` in the lead behind an infobox, on
    wikis whose manual of style wants them before it.

    ## Why it matters
    A hatnote is for readers who are on the wrong page. Those with a screen reader or a small
    screen hear and see the whole infobox before it.

    ## Example
    ```wikitext
    {{Infobox mill}}
    {{About|the mill|the town|Hilltown}}
    ```

    ## Use instead
    ```wikitext
    {{About|the mill|the town|Hilltown}}
    {{Infobox mill}}
    ```

    ## Fix safety
    There is no fix: templates for maintenance may have to move too.
    """

    name = "hatnote-below-infobox"
    family = "sections"
    severity = Severity.NOTE
    message = "“{name}” should stand above the infobox"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each hatnote behind the infobox."""
        profile = page.profile
        if not profile.house.hatnotes_before_infobox:
            return
        lead_end = page.sections[0].content_end
        infobox_end = -1
        for template in page.document.templates:
            if template.start >= lead_end:
                return
            name = template.written_name
            if template.parent >= 0 or not name:
                continue
            if infobox_end < 0 and profile.is_infobox_name(name):
                infobox_end = template.end
            elif infobox_end >= 0 and profile.concept(name) in _HATNOTES:
                yield self.finding(template.span, name=template.name)
