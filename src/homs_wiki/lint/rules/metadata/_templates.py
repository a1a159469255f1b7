"""Templates that say something about the page itself, found in one go."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.page.by_name import ByName
from homs_wiki.page.once import once

if TYPE_CHECKING:
    from homs_wiki.profile import Profile
    from homs_wiki.syntax import Document, Template

CATEGORY = 14

# Requests to editors that carry the month they are of.
DATED = frozenset({
    "citation_needed", "cite_check", "clarify", "cleanup", "dead_end", "dead_link",
    "full_citation_needed", "more_citations_needed", "more_footnotes", "notability", "one_source",
    "original_research", "orphan", "pov", "primary_sources", "uncategorized", "underlinked",
    "unreferenced", "unreliable_source", "unreliable_sources", "when", "who",
})  # fmt: skip
# Templates that show a day that their parameters give.
DAYS = frozenset({
    "birth_date", "birth_date_age", "death_date", "death_date_age", "end_date", "end_date_age",
    "film_date", "start_date", "start_date_age",
})  # fmt: skip
_WANTED = DATED | DAYS | {"short_description"}


@cache
def _meanings(profile: Profile) -> ByName[str | None]:
    def ask(name: str) -> str | None:
        head, colon, _ = name.partition(":")
        if colon and profile.namespace(head) == CATEGORY:
            return "category"
        # Names of templates are compared with spaces; some words are written with underscores.
        if colon and profile.parser_function(f"{head.replace(' ', '_')}:") == "defaultsort":
            return "sort"
        concept = profile.concept(name)
        return concept if concept in _WANTED else None

    return ByName(ask, None)


@once
def templates_of_the_page(document: Document) -> list[tuple[Template, str]]:
    """Return the braces that a rule of this family (or on dates) wants, and what each is for.

    That is a concept of the profile, "category" where the name begins like that of a category, or
    "sort" for a default sort key.
    """
    templates = document.templates
    meanings = _meanings(document.profile).of_each(templates)
    return [
        (template, meaning)
        for template, meaning in zip(templates, meanings, strict=True)
        if meaning is not None
    ]


def whole_line(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch with the end of its line, if nothing else stands on it."""
    begins = start == 0 or text[start - 1] == "\n"
    if begins and text[end : end + 1] == "\n":
        return start, end + 1
    if begins and end == len(text) and start:
        return start - 1, end
    return start, end


def is_article(title: str, profile: Profile) -> bool:
    """Tell whether a title has no namespace before it."""
    head, colon, _ = title.partition(":")
    return not colon or not profile.namespace(head)
