"""link-repeated: one target twice in a section."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._lines import LineStarts
from homs_wiki.lint.rules.links._places import link_at, link_in_file
from homs_wiki.page.outline import section_at
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax.wikilinks import Wikilink

_NO_PARAGRAPH = "*#:;|!={"
_LINK = lazily(r"\[\[([^][{}<>|\n\0-\4#:]++)(?=\||\]\])")


class LinkRepeated(Rule):
    """A page is linked twice in the running text of one section.

    ## What it does
    Finds links to a page that the same section links before, both in paragraphs. The first is left
    alone, and so are links in lists, tables, captions, templates and references, and to sections
    of a page.

    ## Why it matters
    Readers need a link once. Many links hide those that matter.

    ## Example
    ```wikitext
    The [[water mill]] is old. It is the last [[water mill]] of the valley.
    ```

    ## Use instead
    ```wikitext
    The [[water mill]] is old. It is the last water mill of the valley.
    ```

    ## Fix safety
    The fix leaves the words without the link. It is not safe: in a long section a second link may
    help.
    """

    name = "link-repeated"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the section has a link to “{title}” already"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link that its section has already."""
        document, flat = page.document, page.document.flat
        by_target: dict[str, list[int]] = {}
        for match in _LINK.finditer(flat.text):
            by_target.setdefault(match[1], []).append(match.start())
        by_title: dict[str, list[int]] = {}
        for target, places in by_target.items():
            by_title.setdefault(page.profile.capitalised(target), []).extend(places)
        repeated = {
            title: sorted(flat.page_starts(places))
            for title, places in by_title.items()
            if len(places) > 1
        }
        in_text = _in_paragraphs(page.text, sorted(chain.from_iterable(repeated.values())))
        for title, starts in repeated.items():
            for start in _again(page, in_text.intersection(starts)):
                link = link_at(document, start)
                if link is not None:
                    yield self._at(link, title)

    def _at(self, link: Wikilink, title: str) -> Finding:
        shown = (link.label if link.label is not None else link.target).strip()
        fix = Fix((Edit(link.start, link.end, shown),), False, "Leave the words without it")
        return self.finding((link.start, link.end), fix, title=title)


def _in_paragraphs(text: str, starts: list[int]) -> set[int]:
    """Return those of the sorted places whose line begins as a paragraph."""
    lines = LineStarts(text)
    return {start for start in starts if text[lines.of(start)] not in _NO_PARAGRAPH}


def _again(page: Page, starts: set[int]) -> Iterator[int]:
    """Yield the places of links in paragraphs that are not the first in their section."""
    document = page.document
    sections = set()
    for start in sorted(starts):
        if document.enclosing(start) is not None or link_in_file(document, start):
            continue
        section = section_at(document, start).index
        if section in sections:
            yield start
        sections.add(section)
