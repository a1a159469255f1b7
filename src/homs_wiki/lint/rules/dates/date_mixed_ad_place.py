"""date-mixed-ad-place: AD 70 here, 70 AD there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.dates._forms import minority_of
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.standing import own_dates
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_BEFORE, _BEHIND = "before", "behind"
_SHOWN = {
    _BEFORE: Phrase("before the year"),
    _BEHIND: Phrase("behind the year"),
}
_SIGN = lazily(
    r"(?P<first>AD|A\.D\.)[ \u00a0](?P<year>\d{1,4})"
    r"|(?P<before>\d{1,4})[ \u00a0](?P<last>AD|A\.D\.)"
)


class DateMixedAdPlace(Rule):
    """The sign AD stands before some years, and behind others.

    ## What it does
    Looks at single years with AD (or A.D.) in the text, headings and infobox of an article. If at
    least three years and three of four have it on one side, the others are found. Centuries,
    where it stands behind, quotations, titles in italics, names of pages, text marked as another
    language and lists of sources are left alone.

    ## Why it matters
    Both places are good style, and style guides ask for one in an article.

    ## Example
    ```wikitext
    The wall was built in AD 70, raised in AD 93, mended in AD 112 and razed in 140 AD.
    ```

    ## Use instead
    ```wikitext
    The wall was built in AD 70, raised in AD 93, mended in AD 112 and razed in AD 140.
    ```

    ## Fix safety
    The fix puts the sign on the other side. It is safe, but for headings, to which links may lead;
    a sign with full stops has no fix.
    """

    name = "date-mixed-ad-place"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = ("ad", "a.d.")
    message = "“{date}” has its sign {place}; {count} of {total} such years have it {norm}"
    languages = frozenset(("en",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each year with its sign in the rarer place."""
        ways = {date: way for date in own_dates(page) if (way := _way(date)) is not None}
        for found in minority_of(page, ways, ways.get):
            date = found.date
            fix = _fix(page, date, found.norm)
            yield self.finding(date.span, fix, place=_SHOWN[ways[date]], **found.said(_SHOWN))


def _way(date: PageDate) -> str | None:
    """Tell where the sign of a year stands; None of other dates."""
    text = date.text
    if "A" not in text or not isinstance(date.found, FoundDate):
        return None
    found = _SIGN.fullmatch(text)
    if found is None:
        return None
    return _BEFORE if found["first"] else _BEHIND


def _fix(page: Page, date: PageDate, norm: str) -> Fix | None:
    """Put the sign on the other side of the year."""
    found = _SIGN.fullmatch(date.text)
    if found is None or "." in date.text:
        return None  # the full stop may be that of the sentence
    sign, year = found["first"] or found["last"], found["year"] or found["before"]
    new = f"{sign} {year}" if norm == _BEFORE else f"{year} {sign}"
    description = Phrase("Write “{text}”", text=new)
    return replacement(page, date, (0, len(date.text)), new, description)
