"""How a page is sorted in its categories, and which of them say that it is on a person."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.rules.metadata._templates import templates_of_the_page
from homs_wiki.profile.tables import read_table
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import without_comments

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.page import Page
    from homs_wiki.syntax import Template

_COLON = compiled("[:：]")


def default_sorts(page: Page) -> Iterator[Template]:
    """Yield the braces that set the default sort key of a page."""
    for template, meaning in templates_of_the_page(page.document):
        if meaning == "sort":
            yield template


def default_sort_keys(page: Page) -> Iterator[str]:
    """Yield the default sort keys of a page; what a template makes stays in braces."""
    for template in default_sorts(page):
        written = without_comments(page.text[template.start + 2 : template.end - 2])
        _, _, rest = _COLON.sub(":", written, count=1).partition(":")
        yield rest.partition("|")[0].strip()


@cache
def _templates(wiki: str) -> Mapping[str, tuple[str, ...]] | None:
    tables = read_table("life_categories")
    if wiki not in tables:
        return None
    table = tables.table(wiki)
    return {kind: table.texts(kind) for kind in ("births", "deaths", "living")}


@cache
def category_names(wiki: str) -> Mapping[str, re.Pattern[str]] | None:
    """Return what matches the categories of "births", "deaths" and "living"; None if unknown."""
    names = _templates(wiki)
    if names is None:
        return None
    return {kind: compiled("|".join(map(_pattern, each)) or "(?!)") for kind, each in names.items()}


def _pattern(name: str) -> str:
    return re.escape(name).replace(r"\#", r"\d{3,4}")


def category_of(wiki: str, kind: str, year: str) -> str:
    """Return the name of the category of a year's births or deaths; KeyError if unknown."""
    names = _templates(wiki)
    if names is None:
        raise KeyError(wiki)
    return names[kind][0].replace("#", year)
