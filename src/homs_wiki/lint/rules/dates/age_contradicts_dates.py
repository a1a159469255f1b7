"""age-contradicts-dates: an age at death that does not follow from the dates of the life."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import is_quoted
from homs_wiki.lint.rules.dates._life import age_at, lives
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_N: Final = r"(?P<n>\d{1,3})(?!\d)"
_TOLD: Final = {
    "en": lazily(
        r"\b(?:died|passed away|was (?:killed|executed|assassinated|murdered))\b[^;]{0,80}?"
        rf"\b(?:aged|age|age of)[ \u00a0]{_N}(?![-–]| ?(?:months|weeks|days))",
        re.IGNORECASE,
    ),
    "ur": lazily(rf"{_N} (?:سال|برس) کی عمر میں[^۔؛]{{0,60}}?(?:وفات|انتقال|فوت|شہید|قتل|چل بس)"),
    "de": lazily(
        rf"\b(?:ver)?starb\b[^;]{{0,80}}?\bim Alter von {_N} Jahren"
        r"|\bim Alter von (?P<m>\d{1,3}) Jahren[^;]{0,60}?\b(?:(?:ver)?starb|(?:ge|ver)storben)",
        re.IGNORECASE,
    ),
    "fr": lazily(
        r"\b(?:meurt|mourut|morte?|décède|décédée?|décéda)\b[^;]{0,80}?"
        rf"\bà (?:l['’]âge de )?{_N} ans",
        re.IGNORECASE,
    ),
    "es": lazily(
        r"\b(?:murió|falleció|fallecid[oa]|muert[oa])\b[^;]{0,80}?"
        rf"\ba (?:los|la edad de) {_N} años",
        re.IGNORECASE,
    ),
    "ru": lazily(
        r"\b(?:умер(?:ла)?|скончал(?:ся|ась)|погиб(?:ла)?)\b[^;]{0,80}?"
        rf"\bв возрасте {_N} (?:лет|года?)",
        re.IGNORECASE,
    ),
    "ar": lazily(rf"(?:توفي|توفيت|مات|ماتت)(?!\w)[^؛]{{0,80}}?عن (?:عمر )?{_N} (?:عام|سنة)"),
    "fa": lazily(rf"در (?:سن )?{_N} سالگی[^؛]{{0,60}}?(?:درگذشت|فوت|کشته|وفات)"),
    "hi": lazily(rf"{_N} (?:वर्ष|साल) की (?:आयु|उम्र|अवस्था) में[^।]{{0,60}}?(?:निधन|मृत्यु|देहांत|मौत)"),
    "tr": lazily(rf"{_N} yaşında[^;]{{0,60}}?(?:öldü|vefat|hayatını kaybetti)"),
    "zh": lazily(rf"(?:享年|终年|終年){_N}[岁歲]"),
    "ja": lazily(rf"{_N}歳(?:没|で死去|で没)"),
}
"""An age at death in a sentence that has the date of the death."""
_IN_BRACKETS: Final = lazily(
    r"[^|{}\n()（）]{0,8}(?:\}\})?[ \u00a0]{0,2}[(（](?P<all>(?P<a>[^()（）\d\n]{0,12}?)"
    r"(?P<n>\d{1,3})(?P<b>[^()（）\d\n]{0,16}))[)）]"
)
"""An age in brackets behind the date of the death in an infobox."""
_OF_AGE: Final = lazily(
    r"\bage[d]?\b|\byears?\b|سال|عمر|برس|Jahre|\bans\b|años|лет|\bгод|سنة|عام|वर्ष|साल|歳|岁|歲|\byaş",
    re.IGNORECASE,
)
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
    if found is not None and _OF_AGE.search(found["a"] + " " + found["b"]):
        yield Span(*found.span("all")), found["all"].strip(), int(found["n"]), death


def _in_text(page: Page, death: PageDate) -> Iterator[tuple[Span, str, int, PageDate]]:
    """Yield the ages at death in sentences that have the date of the death, in the same way."""
    told = _TOLD.get(page.profile.language)
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
            number = found["n"] or found["m"]
            yield prose.span(*found.span()), " ".join(found[0].split()), int(number), date
