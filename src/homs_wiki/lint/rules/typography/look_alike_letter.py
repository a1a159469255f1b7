"""look-alike-letter: an Urdu word with a letter of another alphabet, or one in pieces."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Phrase, Severity, listed
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._options import ACCEPT
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.typography._clauses import LETTERS, MARKS
from homs_wiki.lint.rules.typography._own_words import own_words
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile
    from homs_wiki.profile.language import LetterHazard

_KINDS = ("look-alike", "end")


class _Wrong(NamedTuple):
    """The wrong letters of a language: how to find words with them, and what they are."""

    letters: frozenset[str]
    foreign: str
    word: re.Pattern[str]
    letter: re.Pattern[str]
    hazards: dict[str, LetterHazard]


@cache
def _wrong(profile: Profile) -> _Wrong | None:
    hazards = [each for each in profile.letter_hazards if each.kind in _KINDS]
    if not hazards:
        return None
    ending = f"(?![{LETTERS}{MARKS}])"
    patterns = [
        re.escape(written) + (ending if each.kind == "end" else "")
        for each in hazards
        for written in each.written
    ]
    one = "|".join(patterns)
    own = f"[{LETTERS}{MARKS}]"
    return _Wrong(
        frozenset(each.written[0][-1] for each in hazards),
        "".join(each.written[0][-1] for each in hazards if each.kind == "look-alike"),
        compiled(rf"(?<!{own})(?={own}*?(?:{one})){own}+"),
        compiled(one),
        {written: each for each in hazards for written in each.written},
    )


class LookAlikeLetter(Rule):
    """An Urdu word has a letter of another alphabet that looks like its own, or one in pieces.

    ## What it does
    Looks in running text, headings and plain values of infoboxes for letters of Kurdish, Uyghur
    and Kazakh in the place of ہ, ئ and ؤ, for ی with a separate hamza, which never becomes ئ,
    and for ۓ at the end of a word. Left alone are text in other languages, sentences about words,
    quotations, templates and targets of links. (Letters of the Arabic keyboard are the work of
    `arabic-letter-in-urdu`.)

    ## Why it matters
    The letters look alike and are not: the search does not find the word, and a link with it leads
    nowhere.

    ## Example
    ```wikitext
    لوگ شہر سے چلے گۓ۔
    ```

    ## Use instead
    ```wikitext
    لوگ شہر سے چلے گئے۔
    ```

    ## Fix safety
    The fix writes the letter of Urdu. It is safe: each of them has one letter that it stands for.
    """

    name = "look-alike-letter"
    family = "typography"
    severity = Severity.WARNING
    triggers = (
        "ە",
        "\u0654",
        "ۓ",
        "ٸ",
        "ٶ",
    )
    message = "“{word}” has {what}"
    options = ACCEPT
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such word."""
        wrong = _wrong(page.profile)
        if wrong is None:
            return
        accepted = self.words("accept")
        for span, found in own_words(page, wrong.letters, wrong.word, accepted, wrong.foreign):
            word = found[0]
            letters = dict.fromkeys(wrong.letter.findall(word))
            what = listed((Phrase(wrong.hazards[each].what) for each in letters), "{these}; {this}")
            mended = wrong.letter.sub(lambda each: wrong.hazards[each[0]].instead[0], word)
            fix = write(span, mended, safe=True)
            yield self.finding(span, fix, word=word, what=what)
