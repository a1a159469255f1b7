"""age-template-wrong: a template for an age that does not fit the dates beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.story.life import concept_around, lives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_COUNTING: Final = frozenset(("birth_date_age", "birth_year_age"))


class AgeTemplateWrong(Rule):
    """A template that works out an age does not fit the date of birth or death beside it.

    ## What it does
    Finds in infoboxes of persons

    * the template for a birth that shows the age of today (`{{Birth date and age}}`) beside a date
      of death;
    * the template for a death that shows the age (`{{Death date and age}}`) with another date of
      birth than the one in the field of the birth. Dates of which one says less (a year beside a
      day) are compared as far as both go.

    ## Why it matters
    The infobox counts the age of the dead on, or shows an age that does not follow from its dates.

    ## Example
    ```wikitext
    {{Infobox person
    | birth_date = {{Birth date|1941|5|3}}
    | death_date = {{Death date and age|2020|2|1|1914|5|3}}
    }}
    ```

    ## Use instead
    ```wikitext
    {{Infobox person
    | birth_date = {{Birth date|1941|5|3}}
    | death_date = {{Death date and age|2020|2|1|1941|5|3}}
    }}
    ```

    ## Fix safety
    There is no fix: which of the two dates is right has to be looked up.
    """

    name = "age-template-wrong"
    family = "dates"
    severity = Severity.WARNING
    triggers = ("{{",)
    message = "“{date}”: {reason}"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each template whose age is wrong."""
        for life in lives(page):
            birth, death, repeated = life
            if birth is None or death is None:
                continue
            if concept_around(page, birth) in _COUNTING:
                reason = Phrase(
                    "the template counts on the age of who died “{death}”", death=death.text
                )
                yield self.finding(birth.span, date=birth.text, reason=reason)
            if repeated is not None and _differ(birth, repeated):
                reason = Phrase("the date of birth is “{birth}”", birth=birth.text)
                yield self.finding(repeated.span, date=repeated.text, reason=reason)


def _differ(birth: PageDate, repeated: PageDate) -> bool:
    """Tell whether two dates of one birth differ in what both say."""
    one, other = birth.date, repeated.date
    if one.calendar != other.calendar or one.approximate or one.is_range or birth.fault is not None:
        return False
    pairs = zip(one.start, other.start, strict=True)
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)
