"""archive-url-insecure: the Internet Archive is asked without encryption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source import Edit, Span
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_INSECURE = compiled(r"http(?=://(?:web\.|www\.)?archive\.org/)", re.IGNORECASE)


class ArchiveUrlInsecure(Rule):
    """The address of a copy at the Internet Archive begins with `http://`.

    ## What it does
    Finds `archive-url` with `http://web.archive.org/` and the like. Addresses of other archives
    are left alone, and so is the address of the original inside that of the copy.

    ## Why it matters
    The archive answers to `https://` alone by now, and readers are sent there by a detour that
    anybody on the way can read.

    ## Example
    ```wikitext
    {{cite web |title=A |url=http://a.org |archive-url=http://web.archive.org/web/20200503101112/http://a.org |archive-date=3 May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=A |url=http://a.org |archive-url=https://web.archive.org/web/20200503101112/http://a.org |archive-date=3 May 2020}}
    ```

    ## Fix safety
    The fix writes `https`. It is safe: the archive has the same copies there.
    """  # noqa: E501 - addresses of archives are long

    name = "archive-url-insecure"
    family = "citations"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = ("http://web.archive.org/", "http://www.archive.org/", "http://archive.org/")
    message = "the address of the copy lacks the “s” of “https”"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each address of a copy without encryption."""
        for citation in page.citations:
            parameter = citation.get("archive-url")
            if parameter is None:
                continue
            start, end = parameter.stripped_span
            if match := _INSECURE.match(page.text, start, end):
                edit = Edit(match.end(), match.end(), "s")
                fix = Fix((edit,), safe=True, description=Phrase("Write “{text}”", text="https"))
                yield self.finding(Span(start, end), fix)
