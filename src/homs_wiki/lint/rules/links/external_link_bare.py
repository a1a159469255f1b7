"""external-link-bare: `* https://example.org`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile

_ROLE = "external_links"
_URL = r"(?:https?:)?//[^\s\[\]<>{}|\"]+"
_LINE = lazily(rf"^[*#:;]*[ \t]*({_URL}|\[{_URL}[ \t]*\])[ \t]*$", re.MULTILINE)
# The section is one of the last.
_LAST = 8


class ExternalLinkBare(Rule):
    """An entry under *External links* is a bare web address.

    ## What it does
    Finds addresses in the section for external links that stand alone in their line, without
    brackets or in brackets without a text. Which titles the section has is known for each wiki.
    Addresses in templates and lines with words are left alone.

    ## Why it matters
    Readers cannot tell what they would find behind the link.

    ## Example
    ```wikitext
    == External links ==
    * https://example.org/mills
    ```

    ## Use instead
    ```wikitext
    == External links ==
    * [https://example.org/mills Mills of the valley]
    ```

    ## Fix safety
    There is no fix: the title has to be looked up.
    """

    name = "external-link-bare"
    family = "links"
    severity = Severity.NOTE
    message = "the external link has no text"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each bare address under external links."""
        profile = page.profile
        for section in page.sections[-_LAST:]:
            if section.heading is None or not _lists_links(profile, section.title):
                continue
            for match in _LINE.finditer(page.text, section.content_start, section.content_end):
                if page.document.enclosing(match.start(1)) is None:
                    yield self.finding(match.span(1))


# Pages have the same few titles.
@lru_cache(maxsize=1024)
def _lists_links(profile: Profile, title: str) -> bool:
    return profile.section_role(title) == _ROLE
