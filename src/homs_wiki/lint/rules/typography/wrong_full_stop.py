"""wrong-full-stop: a hyphen or tatweel where a sentence ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import replaced
from homs_wiki.lint.rules.typography._clauses import LETTERS, MARKS
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_STOP = lazily(
    rf"(?<![{LETTERS}{MARKS}])(?P<word>[{LETTERS}]++)(?P<stop>[-\u0640](?=[ ][^\s\d–-])|"
    r"[ ]?[-\u0640](?=[ ]*+(?:\n|\Z)))"
)
_SHOWN = {"-": Phrase("a hyphen"), "\u0640": Phrase("a tatweel (U+0640)")}


class WrongFullStop(Rule):
    """A sentence ends in a hyphen or a tatweel instead of a full stop.

    ## What it does
    Finds a hyphen or tatweel behind a form of the verb that ends sentences (ہے, تھے, گیا …), where
    a space or the end of the line follows; between
    two spaces it is a dash. Quotations and text in other languages are left alone.

    ## Why it matters
    The three look alike in many fonts. Search, translation and tools that take the text sentence
    by sentence see no end.

    ## Example
    ```wikitext
    فوج شہر سے نکل گئی- لوگ واپس آئے۔
    ```

    ## Use instead
    ```wikitext
    فوج شہر سے نکل گئی۔ لوگ واپس آئے۔
    ```

    ## Fix safety
    The fix writes the full stop of Urdu. For a tatweel it is safe; a hyphen may have been meant for
    a dash, so there it is not.
    """

    name = "wrong-full-stop"
    family = "typography"
    severity = Severity.WARNING
    triggers = (
        "ی-",
        "ں-",
        "ا-",
        "ے-",
        " -",
        "\u0640",
    )
    message = "the sentence ends in {stop} instead of ۔"
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such end of a sentence."""
        evidence = page.profile.word_evidence
        if evidence is None or not ("-" in page.text or "\u0640" in page.text):
            return
        for span, found in running(page, _STOP):
            if found["word"] not in evidence.final_words:
                continue
            mark = found["stop"][-1]
            stop = Span(span.end - len(found["stop"]), span.end)
            edits = replaced(stop, page.profile.punctuation.full_stop)
            fix = Fix(edits, safe=mark != "-", description="Write the full stop")
            yield self.finding(stop, fix, stop=_SHOWN[mark])
