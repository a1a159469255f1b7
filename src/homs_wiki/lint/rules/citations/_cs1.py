"""What Citation Style 1 looks at after it has moved parameters from place to place.

Some templates give their parameters another meaning: of ``{{cite episode}}`` the series is the
title, of ``{{cite map}}`` the map is a chapter. What is stated here are the module's rules on the
title and the address, as of its edition of 2022.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation

CS1_LANGUAGES = frozenset({"ar", "en", "es", "fa", "hi", "ja", "tr", "ur", "zh"})
"""Languages whose wikis cite with the templates of Citation Style 1."""

# Of these, those whose own names for parameters are in Latin letters.
_LATIN = frozenset({"es", "tr"})

# Templates that only wrap one of the module, with requirements of their own.
_WRAPPERS = frozenset({"tweet"})


# Parameters of which nothing is shown by themselves.
_SILENT = frozenset({"df", "language", "mode", "name-list-style", "postscript", "ref"})

PREPRINTS = frozenset({"arxiv", "biorxiv", "citeseerx", "medrxiv", "ssrn"})
"""Kinds that have few parameters, no address among them."""

_ARCHIVE_HOST = re.compile(r"//(?:live)?web\.archive\.org/")
_ARCHIVE_PATH = re.compile(r"//web\.archive\.org/(?:web/\d{14}(?:[A-Za-z]{2}_)?|\d{14})/")


def cs1_citations(page: Page) -> Iterator[Citation]:
    """Yield the citations of the module that show something.

    Of any other the module only says that it is empty.
    """
    for citation in page.citations:
        if citation.kind not in _WRAPPERS and citation.parameters.keys() - _SILENT:
            yield citation


def has_archive(citation: Citation) -> bool:
    """Tell whether there is an archive's address that the module uses.

    It does without one of archive.org that isn't formed as those are, or that is the address of
    the original again, and has other complaints about them.
    """
    archive = citation.value("archive-url")
    if not archive or archive in (citation.value("url"), citation.value("chapter-url")):
        return False
    return not _ARCHIVE_HOST.search(archive) or bool(_ARCHIVE_PATH.search(archive))


def misses_archive_date(citation: Citation) -> bool:
    """Tell whether the date of an archive's copy is what the module misses.

    Preprints have no archive. An article without an address of its own that can be read by its
    identifier has that address, of which the module wants no copy.
    """
    if citation.kind in PREPRINTS or not has_archive(citation):
        return False
    has_own = citation.kind != "journal" or "url" in citation.parameters
    is_free = bool(citation.parameters.keys() & {"pmc", "doi-access"})
    return (has_own or not is_free) and not citation.get("archive-date")


def has_title(citation: Citation) -> bool:
    """Tell whether there is a title in any form, where the module looks for it."""
    has = citation.parameters.keys()
    if citation.kind == "episode":
        return "series" in has
    if has & {"title", "script-title", "trans-title"}:
        return True
    if citation.kind == "conference":
        return "book-title" in has
    if citation.kind == "encyclopaedia" or (citation.kind == "citation" and "encyclopedia" in has):
        # The work is the title if all that is named is an entry in it.
        return bool(has & {"chapter", "script-chapter"} and has & {"encyclopedia", "work"})
    return False


def has_url(citation: Citation) -> bool:
    """Tell whether there is an address of the work or of a part of it."""
    has = citation.parameters.keys()
    if "url" in has:
        return True
    if citation.kind == "episode":
        return False
    return ("map-url" if citation.kind == "map" else "chapter-url") in has


def may_be_named_otherwise(page: Page, citation: Citation) -> bool:
    """Tell whether an unknown parameter may be the one that is missed, in the wiki's language.

    English names are known; not all local names are.
    """
    is_latin = page.profile.language in _LATIN
    return any(
        not parameter.name.isascii() or (is_latin and not parameter.name.isdecimal())
        for parameter in citation.unknown
    )
