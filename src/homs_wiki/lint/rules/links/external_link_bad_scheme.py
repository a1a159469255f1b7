"""external-link-bad-scheme: `http:/example.org`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.links._external import in_address, odd_addresses
from homs_wiki.lint.rules.links._places import in_code
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_SCHEME = lazily(
    r"""
    (?P<first> h{1,2}t{1,3}ps? | https? | ttps? ) (?: :[ ]?/{1,4} | //{1,2} | ;// | :: ?// )
    (?P<last> https? (?= [:/]/ ) )? (?(last) :?//? )
    (?= [A-Za-z0-9-]+\.[A-Za-z0-9] )
    """,
    re.VERBOSE,
)


class ExternalLinkBadScheme(Rule):
    """The beginning of a web address, `https://` or `http://`, is misspelled or stands twice.

    ## What it does
    Finds `http:/`, `http//`, `http;//`, `http:///`, `http: //`, `htp://`, `ttp://`,
    `http://https://` and the like before a host name. Left alone is what stands in a longer
    address, as in that of an archived page.

    ## Why it matters
    MediaWiki makes no link of it, or one that leads nowhere.

    ## Example
    ```wikitext
    [http:/example.org/mills Mills of the valley]
    ```

    ## Use instead
    ```wikitext
    [http://example.org/mills Mills of the valley]
    ```

    ## Fix safety
    The fix writes the scheme as it must be; of two it keeps the last. It is safe: nothing else
    could have been meant.
    """

    name = "external-link-bad-scheme"
    family = "links"
    severity = Severity.ERROR
    message = "an address begins with “{right}”, not with “{wrong}”"
    touches = frozenset({"link"})
    aliases = {"checkwiki": "93"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each misspelled scheme."""
        flat = page.document.flat
        text = flat.text
        for hint in odd_addresses(page.document):
            if hint["host"]:
                continue
            scheme = _SCHEME.match(text, max(0, _letters_before(text, hint.start())))
            if scheme is None or (in_address(text, scheme.start())):
                continue
            span = flat.span(*scheme.span())
            wrong = page.text[slice(*span)]
            right = ("https" if "s" in (scheme["last"] or scheme["first"]) else "http") + "://"
            if wrong != right and not in_code(page.text, span[0]):
                fix = write(span, right, safe=True)
                yield self.finding(span, fix, wrong=wrong, right=right)


def _letters_before(text: str, offset: int) -> int:
    """Return where the letters begin that stand before ``offset``, at most five."""
    first = offset
    while first > max(0, offset - 5) and text[first - 1].isalpha():
        first -= 1
    return first
