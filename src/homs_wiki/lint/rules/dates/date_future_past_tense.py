"""date-future-past-tense: a day that has not come, told as if it were over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.page.dates.coming import coming
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.profile.story_words import load_story_words
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.profile.story_words import NarrativeWords
    from homs_wiki.source import Span

_LONGEST_SENTENCE: Final = 1_000
_IN_PROSE: Final = frozenset(("prose",))


class DateFuturePastTense(Rule):
    """A sentence tells as over what is dated on a day that has not come yet.

    ## What it does
    Finds sentences in English, Urdu, German, French and Spanish whose only date lies after
    tomorrow, with a verb that tells that something is over (“was opened”, “died”, „… ہوا۔“,
    „wurde … gegründet“, « a eu lieu », “murió”). Sentences with a word of plans, terms, stories or
    conditions in them (“was planned”, “until”, “novel”) are left alone, and so are quotations.

    ## Why it matters
    The year is a slip of the hand, or the sentence tells of plans as of facts.

    ## Example
    ```wikitext
    The bridge was opened on 5 May 2091.
    ```

    ## Use instead
    ```wikitext
    The bridge was opened on 5 May 1991.
    ```

    ## Fix safety
    There is no fix: the words that show a plan may not be known here, so it is a question.
    """

    name = "date-future-past-tense"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    languages = frozenset(("en", "ur", "de", "fr", "es"))
    message = "“{date}” has not come yet, but is told as past: “{words}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date of the future that is told as past."""
        words = load_story_words(page.profile.language).narrative
        dates: list[int] | None = None
        for date in coming(page, _IN_PROSE):
            sentence = page.prose.sentence_before(date.prose + 1)
            if sentence is None or sentence.end - sentence.start > _LONGEST_SENTENCE:
                continue
            if dates is None:
                dates = [each.prose for each in page.dates if each.role == "prose"]
            told = _told_as_past(page, date, sentence, words) if _is_only(dates, sentence) else ""
            if told and not is_quoted(page, date):
                yield self.finding(date.span, date=date.text, words=told)


def _told_as_past(page: Page, date: PageDate, sentence: Span, words: NarrativeWords) -> str:
    """Give the words by which a sentence tells of the past; nothing if it may not."""
    start, end = sentence
    # Without its date: May is a month.
    shown = page.prose.text
    text = f"{shown[start : date.prose]}…{shown[date.prose + len(date.text) : end]}"
    over = compiled(words.past).search(text)
    return over[0].strip() if over and not compiled(words.not_past).search(text) else ""


def _is_only(dates: list[int], sentence: Span) -> bool:
    """Tell whether a sentence has no more than one date."""
    from bisect import bisect_left

    return bisect_left(dates, sentence.end) - bisect_left(dates, sentence.start) == 1
