"""date-mixed-era: 44 BC here, 44 BCE there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.dates._forms import minority_of
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.standing import own_dates
from homs_wiki.profile.date_forms import load_date_forms
from homs_wiki.profile.dates import load_date_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.profile.dates import DateFacts

_STOPS = ".۔"
_IN_SENTENCE = tuple(",;:)–،؛")
_LONGEST_SIGN = 5
_LONGEST_ARABIC_SIGN = 3
_ARABIC = range(0x600, 0x900)


class _Era(NamedTuple):
    """The sign of an era beside a year.

    ``mark`` is as written, ``way`` what is compared, among dates of the same ``group``.
    """

    mark: str
    way: str
    group: str


class DateMixedEra(Rule):
    """The signs of an era are written in two ways.

    ## What it does
    Compares the signs beside years and centuries in the text, headings and infobox of an article.
    In English BC and AD belong together, BCE and CE, and both with full stops (B.C. and A.D.); in
    other languages the signs of one era are compared with each other (`ق م` and `ق۔م`, `v. Chr.`
    and `v. u. Z.`). What at least three dates and three of four have is the form of the article;
    the others are found. Whole words (`قبل مسیح`), quotations, titles in italics, names of pages,
    text marked as another language and lists of sources are left alone.

    ## Why it matters
    Either is good style, and style guides ask for one of them in an article. A reader who sees
    both looks for a difference.

    ## Example
    ```wikitext
    The mill was built in 44 BC, the bridge in 30 BC, the wall in 12 BC and the gate in 5 BCE.
    ```

    ## Use instead
    ```wikitext
    The mill was built in 44 BC, the bridge in 30 BC, the wall in 12 BC and the gate in 5 BC.
    ```

    ## Fix safety
    The fix writes the sign of the others. It is safe where only full stops and spaces change, but
    for headings, to which links may lead; not where another name for the era is chosen: editors
    care which.
    """

    name = "date-mixed-era"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{date}” has “{mark}”; {count} of {total} such dates have {norm}"
    languages = frozenset(("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "tr"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each sign written in the rarer way."""
        facts = load_date_facts(page.profile.language)
        forms = load_date_forms(page.profile.language)
        pairs = forms.eras if forms is not None else ()
        systems = {mark: ", ".join(pair) for pair in pairs for mark in pair}
        behind = forms.eras_behind if forms is not None else frozenset[str]()
        groups: dict[str, dict[PageDate, _Era]] = {}
        for date in own_dates(page):
            if (era := _era(date, facts, systems)) is not None:
                groups.setdefault(era.group, {})[date] = era
        for eras in groups.values():
            ways = {date: era.way for date, era in eras.items()}
            for date, norm, count, total in minority_of(page, ways, ways.get):
                mark = eras[date].mark
                wanted = _wanted(mark, norm, pairs)
                yield self.finding(
                    date.span,
                    _fix(page, date, mark, wanted, behind),
                    date=date.text,
                    mark=mark,
                    count=count,
                    total=total,
                    norm=Phrase("“{text}”", text=norm),
                )


def _era(date: PageDate, facts: DateFacts, systems: Mapping[str, str]) -> _Era | None:
    """Give the sign of the era of a date; None if it has none, or a word."""
    if not isinstance(date.found, FoundDate) or date.text.isdecimal():
        return None
    form = date.form
    for mark, meanings in (
        (form.year_suffix, facts.marks_after),
        (form.year_word, facts.marks_before),
    ):
        plain = " ".join(mark.split())
        meaning = meanings.get(plain)
        if meaning is None or not _is_sign(plain):
            continue
        if facts.language == "ur" and meaning == "gregorian":
            return None  # the sign of the year has a rule of its own
        if systems:
            return _Era(mark, systems[plain], "") if plain in systems else None
        # What is in wrong letters is found as such, and counts as what is meant.
        return _Era(mark, facts.misspelled_marks.get(plain, plain), meaning)
    return None


def _is_sign(mark: str) -> bool:
    """Tell whether a mark is a sign of some letters rather than a word."""
    letters = _letters(mark)
    is_arabic = bool(letters) and ord(letters[0]) in _ARABIC
    return len(letters) <= (_LONGEST_ARABIC_SIGN if is_arabic else _LONGEST_SIGN)


def _letters(mark: str) -> str:
    return "".join(letter for letter in mark if letter.isalpha())


def _wanted(mark: str, norm: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Give the sign that a date is to have; of signs that belong together, that of its place."""
    plain = " ".join(mark.split())
    place = next((pair.index(plain) for pair in pairs if plain in pair), None)
    if place is None:
        return norm
    return next((pair[place] for pair in pairs if ", ".join(pair) == norm), norm)


def _fix(page: Page, date: PageDate, mark: str, wanted: str, behind: frozenset[str]) -> Fix | None:
    """Write another sign in the place of one; None where more than the sign would change."""
    text = date.text
    start = text.rfind(mark)
    if start < 0 or len(date.found.forms) > 1 or (wanted in behind and start == 0):
        return None
    end = start + len(mark)
    if mark[-1] in _STOPS and wanted[-1] not in _STOPS and end == len(text):
        # The full stop of the sign may be that of the sentence as well.
        following = page.text[date.span.end : date.span.end + 2]
        if not (following[:1] in _IN_SENTENCE or following.strip().islower()):
            return None
    safe = _letters(mark) == _letters(wanted)
    description = Phrase("Write “{text}”", text=wanted)
    return replacement(page, date, (start, end), wanted, description, safe=safe)
