"""date-mixed-order: day before month here, month before day there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import house_norm, minorities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

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
        for found in minorities(page, _order, norm, groups):
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
    concept = page.profile.concept
    for template in page.document.templates:
        order = _DECLARED.get(concept(template.name) or "")
        if order is not None:
            return order
    return None


def _order(date: PageDate) -> str | None:
    """Give the order of a date whose month is a word."""
    form = date.form
    return _ORDERS.get(form.order) if form.month_style in ("long", "short") else None


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
