"""Whether a citation shows anything at all."""

from typing import Final

from homs_wiki.page.citations.judging.numbers import WITH_ISSUE, WITH_VOLUME
from homs_wiki.page.citations.judging.people import People
from homs_wiki.page.citations.judging.reading import MADE, Reading

# Parameters of which nothing is shown by themselves.
_SILENT: Final = frozenset(
    {
        "access-date", "archive-date", "archive-format", "asin-tld", "chapter-format",
        "chapter-url-access", "class", "conference-format", "df", "doi-broken-date", "encyclopedia",
        "format", "language", "lay-date", "lay-format", "lay-source", "map-format",
        "map-url-access", "mode", "name-list-style", "no-pp", "no-tracking", "people",
        "pmc-embargo-date", "postscript", "publication-date", "quote-page", "quote-pages", "ref",
        "series-link", "time-caption", "title-link", "transcript-format", "url-access",
        "url-status", "vauthors", "veditors", "year",
    }
)  # fmt: skip
# Kinds that name themselves: "Thesis", "Map".
_WITH_TYPE: Final = frozenset(
    {
        "AV-media-notes", "document", "interview", "mailinglist", "map", "podcast", "pressrelease",
        "report", "techreport", "thesis",
    }
)  # fmt: skip
_PEOPLE: Final = (
    "author-", "contributor-", "display-", "editor-", "first", "interviewer-", "last",
    "translator-",
)  # fmt: skip
_CHAPTERS: Final = frozenset({"chapter", "trans-chapter", "chapter-url", "script-chapter"})
# One character of these is no more than the mark that follows it.
_PLAIN: Final = frozenset(
    {"agency", "at", "location", "others", "page", "pages", "publisher", "series"}
)
_FEW_BYTES: Final = 1


def is_empty(reading: Reading, people: People, *, has_chapters: bool) -> bool:
    """Tell whether next to nothing is shown of a citation.

    Args:
        reading: the citation, judged but for this.
        people: its names.
        has_chapters: whether a chapter is shown.
    """
    values = reading.values
    if reading.kind in _WITH_TYPE and values.get("type") != "none":
        return False
    if _shows_people(reading, people):
        return False
    hidden = _hidden(reading, has_chapters=has_chapters)
    for name, value in values.items():
        if name in _SILENT or name in hidden or name.startswith(_PEOPLE):
            continue
        if value is MADE or name not in _PLAIN or len(value.encode()) > _FEW_BYTES:
            return False
    return values.get("language", "en").lower() in ("en", "english")


def _hidden(reading: Reading, *, has_chapters: bool) -> set[str]:
    """Return the parameters that templates of this kind do not show."""
    kind = reading.kind
    hidden: set[str] = set()
    if not has_chapters:
        hidden |= _CHAPTERS
    if kind == "episode":
        hidden |= {"work", "others"}
    if kind not in WITH_VOLUME and kind != "citation":
        hidden.add("volume")
    if kind not in WITH_ISSUE and kind not in ("citation", "conference", "map"):
        hidden.add("issue")
    if reading.values.get("type") == "none":
        hidden.add("type")
    return hidden


def _shows_people(reading: Reading, people: People) -> bool:
    values = reading.values
    if "people" in values and not people.authors:
        return True
    for role, names in (("author", people.authors), ("editor", people.editors)):
        if values.get(f"display-{role}s") == "0":
            continue
        shown = "".join(name.last + name.first for name in names if name.mask != "0")
        if MADE in shown or len(shown.encode()) > _FEW_BYTES:
            return True
    return bool(people.contributors) or people.others > 0
