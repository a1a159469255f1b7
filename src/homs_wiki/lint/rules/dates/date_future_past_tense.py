"""date-future-past-tense: a day that has not come, told as if it were over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.page.dates.coming import coming
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.source import Span

_LONGEST_SENTENCE: Final = 1_000
_IN_PROSE: Final = frozenset(("prose",))


class _Tense(NamedTuple):
    """Words of a sentence by which it tells that something is over, and words of doubt."""

    over: re.Pattern[str]
    doubtful: re.Pattern[str]


_TENSES: Final = {
    "en": _Tense(
        lazily(
            r"\b(?:(?:was|were) (?:\w+ly )?(?:born|held|founded|established|built|opened|killed"
            r"|released|published|destroyed|elected|completed|closed|dissolved|launched|captured"
            r"|created|crowned|buried|executed|assassinated|introduced|demolished|fought)"
            r"|died|took place|ended|began|happened|occurred|married|retired|resigned|collapsed)\b"
            r"(?! to\b)"
        ),
        lazily(
            r"\b(?:will|would|shall|may|might|could|should|must|to be|due|until|till|through|before"
            r"|plan\w*|schedul\w*|expect\w*|propos\w*|project\w*|predict\w*|forecast\w*|anticipat\w*"
            r"|announc\w*|upcoming|future|target\w*|contract\w*|exten\w*|set (?:to|for)|aim\w*"
            r"|goal\w*|novel\w*|films?|fiction\w*|story|stories|series|games?|episode\w*|estimat\w*"
            r"|intend\w*|intention\w*|hop(?:e|ed|ing)|potential\w*|possib\w*|postpon\w*|delay\w*"
            r"|reschedul\w*|award\w*|host\w*|bids?|agree\w*|sign\w*|if|ahead of|years? of the)\b",
            re.IGNORECASE,
        ),
    ),
    "ur": _Tense(
        lazily(r"(?:تھا|تھی|تھے|ہوا|ہوئی|ہوئے|گیا|گئی|گئے)[۔.!]?\s*\Z"),
        lazily(
            r"(?<!\w)(?:گا|گی|گے|متوقع|منصوب\w*|اعلان|طے|تجویز|امکان|توقع|معاہد\w*|تک|ناول|فلم"
            r"|مقرر|شیڈول|ملتوی|مؤخر|پیش گوئی|ہدف|آئندہ|اگر)(?!\w)"
        ),
    ),
    "de": _Tense(
        lazily(
            r"\b(?:wurden?\b.*\b(?:gegründet|geboren|eröffnet|zerstört|getötet|gebaut|errichtet"
            r"|veröffentlicht|geschlossen|aufgelöst|gewählt|hingerichtet)|starb|fand(?:en)?\b.*\bstatt"
            r"|endete|begann)\b"
        ),
        lazily(
            r"\b(?:wird|werden|würden?|soll\w*|geplant\w*|voraussichtlich\w*|bis|angekündigt\w*"
            r"|vorgesehen\w*|erwartet\w*|künftig\w*|Vertrag\w*|verlängert\w*|verschoben|vergeben"
            r"|Roman\w*|Film\w*|Serie\w*|könnte\w*|dürfte\w*|falls|wenn|Ziel)\b"
        ),
    ),
    "fr": _Tense(
        lazily(
            r"\b(?:(?:est|fut|furent|sont|a été|ont été) (?:né|fondé|construit|inauguré|tué|détruit"
            r"|publié|créé|élu|ouvert|fermé|dissous)e?s?|mourut|(?:est|sont) morte?s?|eut lieu"
            r"|a eu lieu|s['’]est déroulée?|prit fin|a pris fin)\b"
        ),
        lazily(
            r"\b(?:ser(?:a|ont|ait|aient)|devr\w+|doit|doivent|prévu\w*|annonc\w*|jusqu\w*|projet\w*"
            r"|planifi\w*|report\w*|contrat\w*|prolong\w*|attribu\w*|roman\w*|film\w*|série\w*"
            r"|pourr\w*|si|objectif\w*|attend\w*|futur\w*|programm\w*)\b"
        ),
    ),
    "es": _Tense(
        lazily(
            r"\b(?:(?:fue|fueron) (?:fundad|construid|inaugurad|asesinad|destruid|publicad|cread"
            r"|elegid|disuelt|clausurad)[oa]s?|nació|murió|falleció|tuvo lugar|comenzó|terminó)\b"
        ),
        lazily(
            r"\b(?:ser[áí]\w*|previst\w*|planead\w*|program\w*|anunci\w*|hasta|esper\w*|contrat\w*"
            r"|proyect\w*|prorrog\w*|aplaz\w*|pospuest\w*|adjudic\w*|sede|novela\w*|película\w*"
            r"|serie\w*|podr\w*|si|objetivo\w*|futur\w*|debe\w*)\b"
        ),
    ),
}


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
    languages = frozenset(_TENSES)
    message = "“{date}” has not come yet, but is told as past: “{words}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date of the future that is told as past."""
        tense = _TENSES[page.profile.language]
        dates: list[int] | None = None
        for date in coming(page, _IN_PROSE):
            sentence = page.prose.sentence_before(date.prose + 1)
            if sentence is None or sentence.end - sentence.start > _LONGEST_SENTENCE:
                continue
            if dates is None:
                dates = [each.prose for each in page.dates if each.role == "prose"]
            words = _is_only(dates, sentence) and _told_as_past(page, date, sentence, tense)
            if words and not is_quoted(page, date):
                yield self.finding(date.span, date=date.text, words=words)


def _told_as_past(page: Page, date: PageDate, sentence: Span, tense: _Tense) -> str:
    """Give the words by which a sentence tells of the past; nothing if it may not."""
    start, end = sentence
    # Without its date: May is a month.
    shown = page.prose.text
    text = f"{shown[start : date.prose]}…{shown[date.prose + len(date.text) : end]}"
    over = tense.over.search(text)
    return over[0].strip() if over and not tense.doubtful.search(text) else ""


def _is_only(dates: list[int], sentence: Span) -> bool:
    """Tell whether a sentence has no more than one date."""
    from bisect import bisect_left

    return bisect_left(dates, sentence.end) - bisect_left(dates, sentence.start) == 1
