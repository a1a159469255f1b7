"""date-mixed-order: day before month here, month before day there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import NO_WAY, house_norm, minorities
from homs_wiki.page.by_name import ByName
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.profile import Profile

_ORDERS = {"dmy": "dmy", "dm": "dmy", "mdy": "mdy", "md": "mdy"}
_SHOWN = {"dmy": Phrase("the day before the month"), "mdy": Phrase("the month before the day")}
_DECLARED = {"use_dmy_dates": "dmy", "use_mdy_dates": "mdy"}


class DateMixedOrder(Rule):
    """Some dates have the day before the month, some the month before the day.

    ## What it does
    Compares the order of day and month, the month written as a word, within the text and
    infobox, and apart from them within the dates of citations, their access dates and their
    archive dates. The order that counts is the one that the article declares (`{{Use dmy
    dates}}`), else the habit of the wiki, else the one that at least three dates and three of
    four have; the others are found. Where an article declares its order, citations are left
    alone, because their templates then show that order. Quotations, titles in italics, names
    (“September 11 attacks”), text marked as another language and lists of sources are left
    alone.

    ## Why it matters
    A reader who sees both orders begins to doubt whether 4 May and May 4 mean one day. Style
    guides ask for one order in an article.

    ## Example
    ```wikitext
    It began on 27 November 2024, spread on 29 November 2024, reached the city on 5 December 2024
    and ended on December 8, 2024.
    ```

    ## Use instead
    ```wikitext
    It began on 27 November 2024, spread on 29 November 2024, reached the city on 5 December 2024
    and ended on 8 December 2024.
    ```

    ## Fix safety
    There is no fix yet: a comma and the words around the date have to change with it.
    """

    name = "date-mixed-order"
    family = "dates"
    severity = Severity.WARNING
    message = "“{date}” has {order}; {count} of {total} {group} have {norm}"
    languages = frozenset(("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date in the order of the minority."""
        declared = _declared(page)
        groups = (
            ("text",) if declared else ("text", "citation dates", "access dates", "archive dates")
        )
        norm = declared or house_norm(page, "order")
        for found in minorities(page, _order, norm, groups, _order_at_a_glance):
            date = found.date
            if _is_name(page, date):
                continue
            yield self.finding(
                date.span,
                date=date.text,
                order=_SHOWN[_ORDERS[date.form.order]],
                count=found.same,
                total=found.total,
                group=_GROUP.get(date.role, Phrase("dates")),
                norm=_SHOWN[found.norm],
            )


_GROUP = {
    "citation-date": Phrase("dates of citations"),
    "citation-access": Phrase("access dates"),
    "citation-archive": Phrase("archive dates"),
}


def _declared(page: Page) -> str | None:
    """Give the order that the article declares with a template; None if it does not."""
    orders = _declaring(page.profile).of_each(page.document.templates)
    return next(filter(None, orders), None)


@cache
def _declaring(profile: Profile) -> ByName[str | None]:
    return ByName(lambda name: _DECLARED.get(profile.concept(name) or ""), None)


def _order(date: PageDate) -> str | None:
    """Give the order of a date whose month is a word."""
    form = date.form
    return _ORDERS.get(form.order) if form.month_style in ("long", "short") else None


def _order_at_a_glance(text: str) -> str | None:
    """Give the only way that `_order` may give for a date; None if that cannot be told."""
    match = _GLANCE.fullmatch(text)
    return (match.lastgroup or NO_WAY) if match else None


# A word can only be a month beside a number; without a word or without a day there is no order.
_WORD = r"[^\W\d_]++"
_GLANCE = lazily(
    rf"(?P<dmy>\d{{1,2}} {_WORD}(?: \d{{4}})?)|(?P<mdy>{_WORD} \d{{1,2}}(?:, \d{{4}})?)"
    rf"|[\W\d]+|{_WORD}(?: \d{{4}})?"
)


def _is_name(page: Page, date: PageDate) -> bool:
    """Tell whether a date without a year is the beginning of a name (“May 4 Movement”)."""
    if date.date.start.year is not None or date.role != "prose":
        return False
    text = page.prose.text
    end = date.prose + len(date.text)
    following = text[end : end + 2]
    return (
        len(following) == 2
        and following[0] in " -"
        and following[1].isalpha()
        and (following[1].isupper() or _next_word(text, end + 1) in _EVENTS)
    )


_EVENTS = frozenset(
    (
        "attack", "attacks", "movement", "incident", "massacre", "protest", "protests", "riots",
        "uprising", "coup", "revolution", "agreement", "decree", "crisis", "offensive", "bombing",
        "bombings", "shooting", "shootings", "disaster", "terrorist", "hijackers",
    )
)  # fmt: skip


def _next_word(text: str, start: int) -> str:
    """Give the word that begins at ``start``."""
    return text[start : start + 20].split(None, 1)[0].strip(".,;:)")
