"""as-of-outdated: what is said to be so as of a day that is years ago."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Option, Rule, RuleSet
from homs_wiki.page.dates.coming import years_ago
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_LONGEST: Final = 24
_PRECISE: Final = frozenset(("day", "month", "year"))


class _Words(NamedTuple):
    """What stands before or behind a date as of which something is so.

    Attributes:
        pattern: what stands there; before the date it ends where the date begins.
        edges: with which it ends before the date, or begins behind it: most dates have none of
            these, and need not be looked at any closer.
        behind: whether it stands behind the date.
    """

    pattern: re.Pattern[str]
    edges: tuple[str, ...]
    behind: bool = False


_WORDS: Final = {
    "en": [
        _Words(
            lazily(
                r"\bas (?:of|at)(?: the)?(?: (?:end|beginning|start|close) of)? \Z", re.IGNORECASE
            ),
            ("of ", "at ", "the "),
        )
    ],
    "de": [_Words(lazily(r"(?:\(Stand:?|\bStand:) \Z"), ("Stand ", "Stand: "))],
    "fr": [_Words(lazily(r"\ben date d(?:e|u) \Z", re.IGNORECASE), (" de ", " du "))],
    "es": [_Words(lazily(r"\ba fecha del? \Z", re.IGNORECASE), ("cha de ", "cha del "))],
    "ru": [_Words(lazily(r"\bпо состоянию на \Z", re.IGNORECASE), ("нию на ",))],
    "ur": [
        _Words(lazily(r"(?<!\w)بمطابق \Z"), ("بمطابق ",)),
        _Words(lazily(r" کے مطابق(?!\w)"), (" کے ",), behind=True),
    ],
    "hi": [_Words(lazily(r" (?:की स्थिति )?के अनुसार"), (" की ", " के "), behind=True)],
    "tr": [
        _Words(
            lazily(r"(?: yılı| sonu)? itibar[ıi]yl[ae]\b"), (" yıl", " sonu", " iti"), behind=True
        )
    ],
    "zh": [
        _Words(lazily(r"(?:截至|截止)(?:到|至)?\Z"), ("截至", "截止", "截至到", "截止到", "截止至"))
    ],
    "ja": [
        _Words(lazily(r"(?:末|初頭)?(?:現在|時点)"), ("末", "初頭", "現在", "時点"), behind=True)
    ],
}


class AsOfOutdated(Rule):
    """Something is said to be so as of a day that is years ago.

    ## What it does
    Finds `{{as of}}` and its words in running text (“as of 2015”, „2015ء کے مطابق“, „(Stand: Mai
    2015)“, “a fecha de 2015”, “по состоянию на 2015 год”, „2015年現在“) with a Gregorian date that
    is as many full years ago as is set, or more. Quotations are left alone.

    ## Why it matters
    The statement asks to be renewed, and nobody is reminded of it. It may still be right, or be
    meant as history; so it is a question.

    ## Example
    ```wikitext
    As of May 2009, the town has ten mills.
    ```

    ## Fix safety
    There is no fix: a newer source must be found.
    """

    name = "as-of-outdated"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    options = {  # noqa: RUF012 - as in all rules
        "years": Option(5, "How many years ago the day must be at least."),
    }
    message = "“{date}” is {years} years ago or more: is this still so?"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date as of which something is so that is long ago."""
        least = self.number("years")
        for date in _as_of(page):
            if years_ago(date) >= least and not is_quoted(page, date):
                # In a template the parts of a date are parted by pipes.
                told = date.text.replace("|", "-")
                yield self.finding(date.span, date=told, years=least)


def _as_of(page: Page) -> Iterator[PageDate]:
    """Yield the dates as of which something is so."""
    words = _WORDS.get(page.profile.language, ())
    shown = page.prose.text
    seen = -1
    for date in page.dates:
        if date.role == "prose":
            is_told = date.start != seen and _is_told(date, shown, words)
        else:
            is_told = date.name == "as_of"
        if is_told and date.date.precision in _PRECISE:
            seen = date.start  # a template and the text that it shows are one date
            yield date


def _is_told(date: PageDate, shown: str, words: Iterable[_Words]) -> bool:
    """Tell whether words beside a date say that something is so as of it."""
    start, end = date.found.start, date.found.end
    for pattern, edges, behind in words:
        if behind:
            if shown.startswith(edges, end) and pattern.match(shown, end):
                return True
        elif shown.endswith(edges, max(0, start - _LONGEST), start) and pattern.search(
            shown, max(0, start - _LONGEST), start
        ):
            return True
    return False
