"""archive-url-as-url: the address of a copy stands where that of the original belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._cited import citation_at, read_cited
from homs_wiki.lint.rules.citations._cs1 import CS1_LANGUAGES
from homs_wiki.lint.rules.citations._mend import added, text_of
from homs_wiki.lint.rules.citations._parameters import written_span
from homs_wiki.page.citations.urls import read_archive
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.syntax import Parameter

_COPY = lazily(r"archive\.(?:org/web/\d|(?:today|is|ph)/\d)")
_OF_URL = lazily(r"(?<!archive-)(?<!archive)url *= *(?:https?:)?//(?:(?:www|web)\.)?\Z")
_REACH = 30


class ArchiveUrlAsUrl(Rule):
    """The address of an archived copy is given as that of the source itself.

    ## What it does
    Finds addresses of copies at the Internet Archive and archive.today in `url`, in citations that
    have no `archive-url`.

    ## Why it matters
    The reader is not told that it is a copy, nor of when; the address of the original, by which
    the source can be found elsewhere, is hidden in that of the copy.

    ## Example
    ```wikitext
    {{cite web |title=Mill |url=https://web.archive.org/web/20200503101112/https://example.org/mill}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Mill |url=https://example.org/mill |archive-url=https://web.archive.org/web/20200503101112/https://example.org/mill |archive-date=2020-05-03}}
    ```

    ## Fix safety
    The fix gives both addresses and the date that stands in that of the copy. It is not safe: the
    date has the form of ISO 8601, and the reference becomes longer.
    """  # noqa: E501 - addresses of archives are long

    name = "archive-url-as-url"
    family = "citations"
    severity = Severity.NOTE
    triggers = ("archive.",)
    languages = CS1_LANGUAGES
    rule_set = RuleSet.STRICT
    message = "the address is that of an archived copy"
    touches = frozenset({"parameter", "link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each address of a copy that stands alone."""
        cited = read_cited(page.document)
        for match in _COPY.finditer(cited.text):
            start = match.start()
            if not _OF_URL.search(cited.text[max(0, start - _REACH) : start]):
                continue
            offset = cited.offset(match.start())
            citation = citation_at(page.document, offset)
            parameter = citation.get("url") if citation else None
            if citation is None or parameter is None or citation.get("archive-url"):
                continue
            if parameter.start <= offset < parameter.end:
                yield self.finding(written_span(parameter), _fix(citation, parameter))


def _fix(citation: Citation, parameter: Parameter) -> Fix | None:
    copy = text_of(parameter)
    archive = read_archive(copy) if copy else None
    if not copy or archive is None or archive.date is None or "//" not in archive.url[:8]:
        return None
    if any(each.name.replace("-", "") in ("archiveurl", "archivedate") for each in citation.empty):
        return None
    written = "{:04}-{:02}-{:02}".format(*archive.date)
    edits = [Edit(*parameter.stripped_span, archive.url)]
    new = [("archive-url", copy)]
    if citation.get("archive-date") is None:
        new.append(("archive-date", written))
    inserted = "".join(added(parameter, name, value).text for name, value in new)
    edits.append(Edit(parameter.end, parameter.end, inserted))
    return Fix(tuple(edits), safe=False, description="Give the addresses of both")
