"""see-also-repeated: an entry of See also twice."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._lines import item_start
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_start = attrgetter("start")


class SeeAlsoRepeated(Rule):
    """An entry of the section *See also* stands there twice, or is the page itself.

    ## What it does
    Compares the links of the items under a heading such as *See also* with each other, and with the
    title of the page if it is known.

    ## Why it matters
    Readers find nothing new behind it.

    ## Example
    ```wikitext
    == See also ==
    * [[Bridge]]
    * [[bridge]]
    ```

    ## Use instead
    ```wikitext
    == See also ==
    * [[Bridge]]
    ```

    ## Fix safety
    The fix takes the item out where it is nothing but the link. It is not safe: another page may be
    meant.
    """

    name = "see-also-repeated"
    family = "sections"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "“{title}” stands in this list already"
    touches = frozenset(("link",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the link of each repeated entry."""
        text = page.text
        for section in page.sections:
            if not section.heading or page.profile.section_role(section.title) != "see_also":
                continue
            seen: set[tuple[object, ...]] = {(0, page.profile.capitalised(page.title or ""), None)}
            first = bisect_left(page.links, section.content_start, key=_start)
            behind = bisect_left(page.links, section.content_end, key=_start)
            for link in page.links[first:behind]:
                before = item_start(text, link.start)
                if before is None or before.strip(" ") != "*" or link.kind != "link":
                    continue
                entry = (link.namespace, link.title, link.fragment)
                if entry in seen and link.title:
                    fix = _fix(text, link.start - len(before), link.end)
                    yield self.finding(link.span, fix, title=link.title)
                seen.add(entry)


def _fix(text: str, line: int, end: int) -> Fix | None:
    line_end = text.find("\n", end)
    if text[end : line_end if line_end >= 0 else len(text)].strip():
        return None
    edit = Edit(line, line_end + 1, "") if line_end >= 0 else Edit(line - 1, len(text), "")
    return Fix((edit,), safe=False, description="Take the item out")
