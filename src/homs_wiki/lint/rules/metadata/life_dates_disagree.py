"""life-dates-disagree: birth and death in categories and infobox."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.metadata._templates import templates_of_the_page
from homs_wiki.profile.tables import read_entry
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import Template
    from homs_wiki.syntax.wikilinks import Wikilink

# What a template tells of, and which of its values without a name is the year.
_PLACES = {
    "birth_date": ("births", "1"),
    "birth_date_age": ("births", "1"),
    "death_date": ("deaths", "1"),
    "death_date_age": ("deaths", "1"),
}
_YEAR = lazily(r"[12]\d{3}")


class _ByYear(NamedTuple):
    """A category of a year."""

    year: int
    link: Wikilink


@cache
def _names(wiki: str) -> Mapping[str, re.Pattern[str]] | None:
    table = read_entry("life_categories", wiki)
    if table is None:
        return None
    return {
        kind: compiled("|".join(_pattern(name) for name in table.texts(kind)) or "(?!)")
        for kind in ("births", "deaths", "living")
    }


def _pattern(name: str) -> str:
    return re.escape(name).replace(r"\#", r"(\d{3,4})")


class LifeDatesDisagree(Rule):
    """The categories of a person's birth and death contradict each other or the infobox.

    ## What it does
    Finds, on wikis whose categories for it are known,

    * a category of living people beside one of a year of death;
    * a year of birth that is not before the year of death;
    * a year of birth or death that is not the one in the template for that date in the infobox.

    Pages with several years of birth or death are left alone: they are on several people, or the
    year is in doubt.

    ## Why it matters
    One of the two is wrong. A dead person among the living, or the other way round, is a grave
    mistake in an article on a person.

    ## Example
    ```wikitext
    {{Infobox person | birth_date = {{Birth date|1902|5|3}} }}
    [[Category:1903 births]]
    ```

    ## Use instead
    ```wikitext
    {{Infobox person | birth_date = {{Birth date|1902|5|3}} }}
    [[Category:1902 births]]
    ```

    ## Fix safety
    There is no fix: which of the two is right has to be looked up.
    """

    name = "life-dates-disagree"
    family = "metadata"
    severity = Severity.WARNING
    message = "“{category}” contradicts “{other}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each category that something else contradicts."""
        names = _names(page.profile.name)
        if names is None or not page.categories:
            return
        years, living = _categories(page, names)
        births, deaths = years["births"], years["deaths"]
        if len(births) > 1 or len(deaths) > 1:
            return
        if deaths and living:
            yield self._at(living, deaths[0].link)
        if births and deaths and births[0].year >= deaths[0].year:
            yield self._at(births[0].link, deaths[0].link)
        for template, concept in templates_of_the_page(page.document):
            kind, place = _PLACES.get(concept, ("", ""))
            year = _year(template, place) if years.get(kind) else None
            if year is None or not _in_infobox(page, template):
                continue
            if year != years[kind][0].year:
                link = years[kind][0].link
                other = " ".join(template.text.split())
                yield self.finding((link.start, link.end), category=link.title, other=other)
            years[kind] = []

    def _at(self, link: Wikilink, other: Wikilink) -> Finding:
        return self.finding((link.start, link.end), category=link.title, other=other.title)


def _categories(
    page: Page, names: Mapping[str, re.Pattern[str]]
) -> tuple[dict[str, list[_ByYear]], Wikilink | None]:
    """Return the years of birth and death with their categories, and that of the living."""
    years: dict[str, list[_ByYear]] = {"births": [], "deaths": []}
    living = None
    for link in page.categories:
        title = link.title or ""
        for kind, found in years.items():
            if match := names[kind].fullmatch(title):
                found.append(_ByYear(int(match[1]), link))
        if names["living"].fullmatch(title):
            living = link
    return years, living


def _year(template: Template, place: str) -> int | None:
    parameter = template.get(place)
    value = parameter.value.strip() if parameter else ""
    return int(value) if _YEAR.fullmatch(value) else None


def _in_infobox(page: Page, template: Template) -> bool:
    box = page.infobox
    return box is not None and box.template.start < template.start < box.template.end
