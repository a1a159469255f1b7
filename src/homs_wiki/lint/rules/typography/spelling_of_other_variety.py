"""spelling-of-other-variety: a spelling that the article says it does not use."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._options import ACCEPT
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.typography._running import LONGEST_LINE, running
from homs_wiki.page.quoting import in_italics
from homs_wiki.profile.tables import read_table
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class _Variety(NamedTuple):
    """A variety of a language: the words of the other one, and what it has instead."""

    pattern: re.Pattern[str]
    own: Mapping[str, str]


def _variety(own: dict[str, str]) -> _Variety:
    return _Variety(compiled(rf"(?<![\w-])(?:{'|'.join(own)})(?![\w-])"), own)


@cache
def _varieties() -> dict[str, _Variety]:
    """Return the varieties of English by the templates that ask for them."""
    table = read_table("spellings").table("en")
    pairs = table.pairs("words")
    british = _variety({american: own for own, american in pairs})
    american = _variety(dict(pairs))
    return {
        **dict.fromkeys(table.texts("british"), british),
        **dict.fromkeys(table.texts("american"), american),
    }


class SpellingOfOtherVariety(Rule):
    """A word is spelled as in another variety of English than the article asks for.

    ## What it does
    Looks, where a template such as `{{Use British English}}` says which variety an article is
    written in, for words in the spelling of the other (color, center). Only words in small letters
    count; italics, quotations, templates and targets of links are left alone.

    ## Why it matters
    An article keeps to one variety of English.

    ## Example
    ```wikitext
    {{Use British English}}
    The mill has a red color.
    ```

    ## Use instead
    ```wikitext
    {{Use British English}}
    The mill has a red colour.
    ```

    ## Fix safety
    The fix writes the word as the article's variety does. It is not safe: the word may be part of a
    title.
    """

    name = "spelling-of-other-variety"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = ("{{use ",)
    message = "“{word}” is not the spelling this article asks for; that is “{own}”"
    options = ACCEPT
    languages = frozenset(("en",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such word."""
        if "{{Use " not in page.text and "{{use " not in page.text:
            return
        varieties = _varieties()
        key = page.profile.template_key
        asked = [varieties.get(key(each.name)) for each in page.document.templates]
        found_one = next((each for each in asked if each), None)
        if found_one is None:
            return
        for span, found in running(page, found_one.pattern):
            if found[0] not in self.words("accept") and not in_italics(
                page.text, span.start, LONGEST_LINE
            ):
                own = found_one.own[found[0]]
                fix = write(span, own, safe=False)
                yield self.finding(span, fix, word=found[0], own=own)
