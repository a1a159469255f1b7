"""An entry of a bibliography: what a citation says, in plain text and under the names of CS1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.page.bibliography.dates import CitedDate, dated, issued
from homs_wiki.page.bibliography.keys import Keys, host_slug, name_slug, slug
from homs_wiki.page.bibliography.kinds import Kind, kind_of
from homs_wiki.page.bibliography.people import Credits, read_credits
from homs_wiki.page.bibliography.text import LONGEST, Run, raw, runs
from homs_wiki.page.bibliography.titles import address, titles, without_script
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.syntax import Document

_VERBATIM: Final = frozenset(
    {
        "archive-url", "arxiv", "asin", "bibcode", "biorxiv", "chapter-url", "citeseerx",
        "conference-url", "doi", "eissn", "hdl", "isbn", "ismn", "issn", "jfm", "jstor", "lay-url",
        "lccn", "map-url", "medrxiv", "message-id", "mr", "oclc", "ol", "osti", "pmc", "pmid",
        "rfc", "s2cid", "sbn", "ssrn", "transcript-url", "url", "zbl",
    }
)  # fmt: skip
"""Parameters in whose values no markup is meant: addresses and identifiers."""


_YEAR: Final = compiled(r"(?<![0-9])[12][0-9]{3}(?![0-9])")


class Entry:
    """What a citation says of a work.

    Attributes:
        key: tells it from the others of the page: ASCII letters, digits and hyphens.
        citation: where it comes from.
        kind: what kind of work it is.
        credits: who made it.
        title: the parameter with the title of what is cited; empty if there is none.
        container: the parameter with the title of what that stands in; empty if there is none.
        address: the parameter with the address of what is cited; empty if there is none.
        issued: when it came out; None if nothing is said.
    """

    __slots__ = (
        "_document",
        "_runs",
        "address",
        "citation",
        "container",
        "credits",
        "issued",
        "key",
        "kind",
        "title",
    )

    def __init__(self, document: Document, citation: Citation) -> None:
        self._document = document
        self._runs: dict[str, list[Run]] = {}
        self.citation = citation
        self.key = ""
        self.kind: Kind = kind_of(citation)
        self.title, self.container = titles(self)
        self.address = address(self)
        self.credits: Credits = read_credits(document, self)
        self.issued: CitedDate | None = issued(document, citation)

    @property
    def language(self) -> str:
        """The code of the wiki's language."""
        return self._document.profile.language

    @property
    def names(self) -> list[str]:
        """The canonical names of the parameters that have a value, as they stand."""
        return list(self.citation.parameters)

    def text(self, name: str) -> str:
        """Return what a parameter shows, on one line; empty if it shows nothing.

        So it is if it has no value, only templates of which it is not known what they show, or a
        value that is longer than `homs_wiki.page.bibliography.text.LONGEST`.
        """
        return "".join(run.text for run in self.runs(name))

    def runs(self, name: str) -> list[Run]:
        """Return the same in runs of one style."""
        found = self._runs.get(name)
        if found is None:
            found = self._runs[name] = self._read(name)
        return found

    def _read(self, name: str) -> list[Run]:
        parameter = self.citation.get(name)
        if parameter is None:
            return []
        span = parameter.stripped_span
        if name in _VERBATIM and span.end - span.start <= LONGEST:
            value = self.citation.value(name)
            if "{{" not in value:
                return [Run(raw(value))]
        found = runs(self._document, span)
        if found and name.startswith("script-"):
            found[0] = found[0]._replace(text=without_script(found[0].text))
        return found

    def first(self, *names: str) -> tuple[str, str]:
        """Return the first of some parameters that shows anything, and what; else two empties."""
        return next(((name, text) for name in names if (text := self.text(name))), ("", ""))

    def date(self, name: str) -> CitedDate | None:
        """Return the date in a parameter; None if it has no value."""
        return dated(self._document, self.citation, name)

    def __repr__(self) -> str:
        return f"<Entry {self.key}>"


def read_bibliography(page: Page) -> list[Entry]:
    """Return an entry for every citation of a page, in order, those in no reference included."""
    entries = [Entry(page.document, citation) for citation in page.citations]
    keys = Keys()
    for entry in entries:
        entry.key = keys.give(_wanted_key(page, entry))
    return entries


def _wanted_key(page: Page, entry: Entry) -> str:
    """Return the name of the reference, else author and year, else site and year."""
    reference = page.references.at(entry.citation.template.start)
    if reference and reference.name and (key := name_slug(reference.name)):
        return key
    made = entry.credits
    names = made.authors or made.editors or made.translators or made.interviewers
    who = slug(names[0].family) if names else ""
    who = who or host_slug(entry.text(entry.address)) or entry.citation.kind
    return "-".join(filter(None, (who.lower(), _year(entry.issued))))


def _year(date: CitedDate | None) -> str:
    if date is None:
        return ""
    match = _YEAR.search(date.text)
    return str(date.start[0]) if date.start else match[0] if match else ""
