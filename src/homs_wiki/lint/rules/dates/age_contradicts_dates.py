"""age-contradicts-dates: an age at death that does not follow from the dates of the life."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.page.story.life import age_at, lives
from homs_wiki.profile.lives import life_facts
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_AGE: Final = r"(\d{1,3})(?!\d)"
_IN_BRACKETS: Final = lazily(
    r"[^|{}\n()（）]{0,8}(?:\}\})?[ \u00a0]{0,2}[(（](?P<all>(?P<a>[^()（）\d\n]{0,12}?)"
    r"(?P<n>\d{1,3})(?P<b>[^()（）\d\n]{0,16}))[)）]"
)
"""An age in brackets behind the date of the death in an infobox."""
_LONGEST_SENTENCE: Final = 1_000
_BY_OLD_RECKONING: Final = frozenset(("zh", "ja"))
"""Where an age may be counted by the years that a life touched, which makes it up to two more."""


class AgeContradictsDates(Rule):
    """The age at which somebody is said to have died does not follow from the dates of the life.

    ## What it does
    Works out the age at death from the one date of birth and the one date of death in an infobox,
    and compares it with

    * an age in brackets behind the date of the death in the infobox: “5 May 2020 (aged 78)”;
    * an age in the text, in a sentence that has that date of the death: “died on 5 May 2020 at the
      age of 78”, „78 سال کی عمر میں … وفات“, „starb … im Alter von 78 Jahren“, in the 12 languages
      whose words are known.

    Where only years are known, both ages that are possible count as right; in Chinese and Japanese
    two years more do too, for the old way of counting. Approximate dates are left alone.

    ## Why it matters
    One of the three numbers is wrong.

    ## Example
    ```wikitext
    {{Infobox person
    | birth_date = 3 May 1941
    | death_date = 1 February 2020 (aged 87)
    }}
    ```

    ## Use instead
    ```wikitext
    {{Infobox person
    | birth_date = 3 May 1941
    | death_date = 1 February 2020 (aged 78)
    }}
    ```

    ## Fix safety
    There is no fix: which of the numbers is wrong has to be looked up.
    """

    name = "age-contradicts-dates"
    family = "dates"
    severity = Severity.WARNING
    triggers = ("{{",)
    message = "“{words}” contradicts the dates of the infobox: born “{birth}”, died “{death}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each age that contradicts the dates."""
        for birth, death, _ in lives(page):
            ages = age_at(birth, death) if birth is not None and death is not None else None
            if ages is None or birth is None or death is None:
                continue
            most = ages[1] + 2 * (page.profile.language in _BY_OLD_RECKONING)
            for span, words, age, date in (*_in_field(page, death), *_in_text(page, death)):
                if not (ages[0] <= age <= most or is_quoted(page, date)):
                    yield self.finding(span, words=words, birth=birth.text, death=death.text)


def _in_field(page: Page, death: PageDate) -> Iterator[tuple[Span, str, int, PageDate]]:
    """Yield the age in brackets behind a date: place, words, number, that date."""
    found = _IN_BRACKETS.match(page.text, death.span.end)
    if found is not None and _of_age().search(found["a"] + " " + found["b"]):
        yield Span(*found.span("all")), found["all"].strip(), int(found["n"]), death


def _in_text(page: Page, death: PageDate) -> Iterator[tuple[Span, str, int, PageDate]]:
    """Yield the ages at death in sentences that have the date of the death, in the same way."""
    told = _told(page.profile.language)
    if told is None:
        return
    prose, seen, year = page.prose, -1, str(death.date.start.year)
    for date in page.dates:
        if date.role != "prose" or (date.text.isascii() and year not in date.text):
            continue
        if date.date.start != death.date.start or date.date.is_range:
            continue
        sentence = prose.sentence_before(date.prose + 1)
        if sentence is None or sentence.start == seen:
            continue
        if sentence.end - sentence.start > _LONGEST_SENTENCE:
            continue
        seen = sentence.start
        found = told.search(prose.text, *sentence)
        if found is not None:
            age = int(next(filter(None, found.groups())))
            yield prose.span(*found.span()), " ".join(found[0].split()), age, date


@cache
def _told(language: str) -> re.Pattern[str] | None:
    """Compile how an age at death is told in a sentence that has the date; None if not known."""
    phrases = life_facts().died.get(language)
    if phrases is None:
        return None
    return compiled("|".join(each.replace("{n}", _AGE) for each in phrases), re.IGNORECASE)


@cache
def _of_age() -> re.Pattern[str]:
    """Compile what makes a number in brackets an age."""
    return compiled(life_facts().of_age, re.IGNORECASE)
