"""lead-contradicts-infobox: `(1903–1970)` beside a birth date of 1902."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.metadata._templates import templates_of_the_page
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_BRACKETS = compiled(r"[^()\n]{1,200}?\(([^()\n]{4,200})\)")
_YEAR = compiled(r"(?<!\d)[12]\d{3}(?!\d)")
_BORN = frozenset(("birth_date", "birth_date_age"))
_DIED = frozenset(("death_date", "death_date_age"))


class LeadContradictsInfobox(Rule):
    """The years of a life in the lead are not those of the infobox.

    ## What it does
    Looks at pages whose infobox has a template for the date of birth, and compares it and that of
    death with the first brackets of the first paragraph, if there are two years in them, or one
    year where nobody is said to have died.

    ## Why it matters
    One of the two is wrong.

    ## Example
    ```wikitext
    {{Infobox person
    | birth_date = {{Birth date|1902|5|3}}
    | death_date = {{Death date|1970|1|2}}
    }}
    '''Ann Miller''' (3 May 1903 – 2 January 1970) was a miller.
    ```

    ## Use instead
    ```wikitext
    {{Infobox person
    | birth_date = {{Birth date|1902|5|3}}
    | death_date = {{Death date|1970|1|2}}
    }}
    '''Ann Miller''' (3 May 1902 – 2 January 1970) was a miller.
    ```

    ## Fix safety
    There is no fix: which of the two is right has to be looked up.
    """

    name = "lead-contradicts-infobox"
    family = "infobox"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "the infobox has {years}"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the brackets whose years are others."""
        born, died = _life(page)
        if born is None:
            return
        brackets = _BRACKETS.match(page.prose.text, *_first_paragraph(page))
        years = list(_YEAR.finditer(brackets[1])) if brackets else []
        wanted = [born] if died is None else [born, died]
        found = [int(year[0]) for year in years]
        if (
            brackets is None
            or len(found) != len(wanted)
            or found == wanted
            or found != sorted(found)
        ):
            return
        span = page.prose.span(*brackets.span(1))
        yield self.finding(span, years="–".join(map(str, wanted)))


def _life(page: Page) -> tuple[int | None, int | None]:
    """Return the years of birth and death that the infobox has."""
    box = page.infobox
    years: dict[str, int] = {}
    if box is None:
        return None, None
    for template, concept in templates_of_the_page(page.document):
        kind = "born" if concept in _BORN else "died" if concept in _DIED else ""
        first = template.get("1")
        year = _YEAR.fullmatch(first.value.strip()) if first else None
        if kind and year and box.template.start < template.start < box.template.end:
            years.setdefault(kind, int(year[0]))
    return years.get("born"), years.get("died")


def _first_paragraph(page: Page) -> tuple[int, int]:
    """Return where the lead's first paragraph stands in the prose; nothing if there is none."""
    for block in page.prose.blocks:
        if block.kind == "paragraph":
            return (block.start, block.end) if block.section == 0 else (0, 0)
    return 0, 0
