"""latin-punctuation: a Latin comma, semicolon, question mark or full stop after Arabic script."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.typography._clauses import MARKS, PLAIN_LETTERS
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile

_OWN = f"[{PLAIN_LETTERS}{MARKS}]"


@cache
def _own_marks(profile: Profile) -> dict[str, str]:
    """Return the Latin marks that the language does not use, and what it has instead."""
    marks = profile.punctuation
    pairs = {",": marks.comma, ";": marks.semicolon, "?": marks.question, ".": marks.full_stop}
    return {latin: own for latin, own in pairs.items() if own and own != latin}


@cache
def _pattern(profile: Profile) -> re.Pattern[str] | None:
    marks = _own_marks(profile)
    if not marks:
        return None
    # Between letters a full stop is part of an abbreviation; so it is after a single letter.
    stop = rf"(?<={_OWN}{_OWN})\.(?=[ \n]|\Z)(?!\ ?\.)" if "." in marks else "(?!)"
    others = "".join(mark for mark in marks if mark != ".")
    return compiled(rf"(?<={_OWN})[{others}](?=[ \n]|\Z|{_OWN})|{stop}" if others else stop)


class LatinPunctuation(Rule):
    """A Latin mark of punctuation stands behind a word in Arabic script.

    ## What it does
    Finds comma, semicolon, question mark and, where the language has another one, full stop behind
    a letter of Arabic script in running text. Numbers, abbreviations, quotations, targets of
    links, templates and text in other languages are left alone.

    ## Why it matters
    The mark looks to the wrong side, and in a text that mixes directions it can even be shown
    at the wrong end of the word.

    ## Example
    ```wikitext
    فوج شہر سے نکلی, لوگ واپس آئے.
    ```

    ## Use instead
    ```wikitext
    فوج شہر سے نکلی، لوگ واپس آئے۔
    ```

    ## Fix safety
    The fix writes the mark of the language. It is safe, but not for a full stop, which may belong
    to an abbreviation.
    """

    name = "latin-punctuation"
    family = "typography"
    severity = Severity.WARNING
    message = "“{mark}” is a Latin mark; behind this word belongs “{own}”"
    languages = frozenset(("ur", "fa", "ar"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such mark."""
        pattern = _pattern(page.profile)
        if pattern is None:
            return
        marks = _own_marks(page.profile)
        for span, found in running(page, pattern):
            mark = found[0]
            if mark == "." and _is_initial(page.profile, found.string, found.start()):
                continue
            own = marks[mark]
            fix = write(span, own, safe=mark != ".")
            yield self.finding(Span(*span), fix, mark=mark, own=own)


def _is_initial(profile: Profile, text: str, offset: int) -> bool:
    """Tell whether the word before ``offset`` is a letter spelled out, or behind another stop."""
    before = text[max(0, offset - 30) : offset].split()
    word = before[-1] if before else ""
    evidence = profile.word_evidence
    return "." in word or (evidence is not None and word in evidence.initials)
