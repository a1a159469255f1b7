"""archive-date-unlike-url: the date of a copy is not that in the address of the copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.citations._cited import citation_at, read_cited
from homs_wiki.lint.rules.citations._copy_days import copy_day, written_anew
from homs_wiki.lint.rules.citations._cs1 import CS1_LANGUAGES
from homs_wiki.lint.rules.citations._days import days_of
from homs_wiki.lint.rules.citations._parameters import written_span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation

# A glance at all addresses: an archive, and a time.
_GLANCE = lazily(r"/web/[0-9]{4}|//archive\.[a-z]{2,5}/(?:wip/)?[0-9]{4}")


class ArchiveDateUnlikeUrl(Rule):
    """A citation gives an archived copy another date than the address of the copy does.

    ## What it does
    Compares `archive-date` with the time in the address of a copy at archive.org or archive.today.
    A month or a year in which that time lies is left alone. Newer editions of the citation module
    complain of this too.

    ## Why it matters
    The address is written by the archive and cannot be wrong. Another date says that the page was
    still so on a day when nobody looked, or that the address was replaced and the date forgotten.

    ## Example
    ```wikitext
    {{cite web |url=http://example.org/a |title=Bridges |archive-url=https://web.archive.org/web/20200503101112/http://example.org/a |archive-date=5 March 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |url=http://example.org/a |title=Bridges |archive-url=https://web.archive.org/web/20200503101112/http://example.org/a |archive-date=3 May 2020}}
    ```

    ## Fix safety
    The fix writes the day of the address in the form of the date that stands there. It is not safe:
    the date may be that of a better copy, whose address is to be given.
    """  # noqa: E501 - addresses of archives are long

    name = "archive-date-unlike-url"
    family = "citations"
    severity = Severity.WARNING
    triggers = ("/web/", "//archive.")
    languages = CS1_LANGUAGES
    aliases = {"cs1": "err_archive_date_url_ts_mismatch"}  # noqa: RUF012 - as in all rules
    message = "{date} is not the day of the copy, {written}"
    touches = frozenset({"parameter"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date of a copy that is not that of its address."""
        cited = read_cited(page.document)
        if "/web/" not in cited.text and "//archive." not in cited.text:
            return
        last = -1
        for match in _GLANCE.finditer(cited.text):
            citation = citation_at(page.document, cited.offset(match.start()))
            if citation is not None and citation.index != last:
                last = citation.index
                yield from self._judged(page, citation)

    def _judged(self, page: Page, citation: Citation) -> Iterator[Finding]:
        parameter = citation.get("archive-date")
        day = copy_day(citation) if parameter else None
        days = days_of(page, citation, "archive-date") if day else None
        if not parameter or not day or not days or days.first <= day <= days.last:
            return
        fix: Fix | None = None
        if days.first == days.last:
            fix = written_anew(page, citation, parameter, days.first, day)
        yield self.finding(
            written_span(parameter), fix, date=citation.value("archive-date"), written=str(day)
        )
