"""nowiki-useless: a nowiki that does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._removal import may_go
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_LONGEST_ADDRESS = 500
_WORDS = lazily(r"[^\W\d_]+(?: [^\W\d_]+)*")
# What makes a link with a number behind it.
_MAGIC = lazily("ISBN|PMID|RFC")


class NowikiUseless(Rule):
    """A `<nowiki>` protects nothing.

    ## What it does
    Finds `<nowiki/>` between a letter and a blank or a mark of punctuation, and `<nowiki>` around
    words of letters only, with no link before it. What may be needed, such as one behind a link or
    address, or between apostrophes, is left alone. Wikis that convert between scripts are passed
    over, since there it keeps words as they are.

    ## Why it matters
    Visual editors and translation tools leave it behind. It is in the way of those who edit the
    page.

    ## Example
    ```wikitext
    The mill<nowiki/> burnt <nowiki>down</nowiki>.
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.
    ```

    ## Fix safety
    The fix takes the tags out. It is safe, since nothing changes for readers.
    """

    name = "nowiki-useless"
    family = "markup"
    severity = Severity.WARNING
    triggers = ("<nowiki",)
    message = "this nowiki protects nothing"
    languages = frozenset(("ar", "de", "en", "es", "fa", "fr", "hi", "ja", "ru", "tr", "ur"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each nowiki that can go."""
        text = page.text
        for tag in page.document.extension_tags:
            if tag.name != "nowiki" or not tag.start:
                continue
            before, behind = text[tag.start - 1], text[tag.end : tag.end + 1]
            inner = tag.inner
            if inner:
                useless = _WORDS.fullmatch(inner) and before in " (،" and not behind.isalnum()
            else:
                useless = before.isalpha() and (not behind or behind in " \n.,;)،۔؛")
            if (
                useless
                and not _MAGIC.search(text, max(0, tag.start - 4), tag.start)
                and (not _MAGIC.search(inner))
                and not _in_address(text, tag.start)
            ):
                fix = Fix((Edit(*tag.span, inner),), safe=True, description="Take the tags out")
                yield self.finding(tag.span, fix if may_go(text, *tag.span) else None)


def _in_address(text: str, offset: int) -> bool:
    """Tell whether a web address ends at an offset, which would go on without the nowiki."""
    before = text[max(0, offset - _LONGEST_ADDRESS) : offset].split()
    return text[offset - 1 : offset].strip() != "" and "//" in (before[-1] if before else "")
