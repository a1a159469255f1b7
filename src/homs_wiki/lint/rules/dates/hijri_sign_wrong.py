"""hijri-sign-wrong: a letter that is not ھ as the sign of a Hijri year."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._parts import may_be_safe, part_span
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class HijriSignWrong(Rule):
    """The sign of a Hijri year is another letter than ھ.

    ## What it does
    Finds Hijri years with ہ or the Arabic هـ for the sign ھ (`1446ہ`), and with ھجری for the word
    ہجری, in the text, headings and infoboxes. Quotations, titles in italics, text marked as
    another language and lists of sources are left alone.

    ## Why it matters
    The sign is ھ, of which ہجری is the word. With another letter the year may be taken for a word,
    and is not found by those who search for it.

    ## Example
    ```wikitext
    وہ 5 محرم 1446ہ کو آیا۔
    ```

    ## Use instead
    ```wikitext
    وہ 5 محرم 1446ھ کو آیا۔
    ```

    ## Fix safety
    The fix writes the sign. It is safe, but for headings, to which links may lead.
    """

    name = "hijri-sign-wrong"
    family = "dates"
    severity = Severity.WARNING
    message = "the Hijri year of “{date}” has “{wrong}” for “{sign}”"
    triggers = ("ہ", "هـ", "ھجری", "&#")
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each year with a wrong sign."""
        signs = load_date_facts(page.profile.language).misspelled_marks
        ends = tuple(signs)
        for date in page.dates:
            if not date.text.endswith(ends) or not isinstance(date.found, FoundDate):
                continue
            found = list(_wrong(ends).finditer(date.text))
            if not found or date.date.calendar != "hijri" or is_quoted(page, date):
                continue
            if date.role.startswith("citation"):
                continue
            wrong = found[-1][1]
            places = [(part_span(page, date, *each.span(1)), signs[each[1]]) for each in found]
            edits = tuple(Edit(*span, sign) for span, sign in places if span is not None)
            description = Phrase("Write “{text}”", text=signs[wrong])
            fix = Fix(edits, may_be_safe(date), description) if len(edits) == len(places) else None
            yield self.finding(date.span, fix, date=date.text, wrong=wrong, sign=signs[wrong])


@cache
def _wrong(signs: tuple[str, ...]) -> re.Pattern[str]:
    """Give what finds one of some signs behind a year."""
    return compiled(rf"(?<=\d)[ \u00a0]?({'|'.join(map(re.escape, signs))})(?!\w)")
