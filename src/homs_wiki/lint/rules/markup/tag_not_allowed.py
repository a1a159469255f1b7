"""tag-not-allowed: an HTML tag that a wiki does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.markup._tags import raw_tag
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# Those that may be talked about, or stand for something (“<label>”), only with attributes.
_TAG = lazily(
    r"<((?:nobr|tbody|tfoot|thead|col|colgroup)\b"
    r"|(?:a(?= [^<>]*href)|acronym|article|aside|audio|basefont|blink|button|embed|figure|form"
    r"|iframe|img|input|label|marquee|object|script|style|video)(?=\s[^<>\0]*=))"
    r"(?:\s[^<>\0]*)?/?>",
    re.IGNORECASE,
)


class TagNotAllowed(Rule):
    """An HTML tag is used that MediaWiki does not let through.

    ## What it does
    Finds tags of HTML that MediaWiki shows as text: `<a href=…>`, `<img src=…>`, `<nobr>`,
    `<thead>` and their like. What is shown in `<code>` is left alone, and so are most of them
    without attributes, since the text may be about them.

    ## Why it matters
    Readers see the tag itself.

    ## Example
    ```wikitext
    See <a href="https://example.org">the list</a>.
    ```

    ## Use instead
    ```wikitext
    See [https://example.org the list].
    ```

    ## Fix safety
    There is no fix: what was meant differs from tag to tag.
    """

    name = "tag-not-allowed"
    family = "markup"
    severity = Severity.ERROR
    triggers = (
        "<nobr",
        "<tb",
        "<tf",
        "<the",
        "<col",
        "<a ",
        "<ac",
        "<art",
        "<asi",
        "<aud",
        "<bas",
        "<bli",
        "<but",
        "<emb",
        "<fig",
        "<form",
        "<ifr",
        "<im",
        "<inp",
        "<lab",
        "<marq",
        "<obj",
        "<scr",
        "<sty",
        "<vid",
        *CUT,
    )
    message = "“<{tag}>” is shown as text: MediaWiki does not know it"
    aliases = {"checkwiki": "4"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such tag."""
        flat = page.document.flat
        for match in _TAG.finditer(flat.text):
            span = flat.span(*match.span())
            if raw_tag(page.document, span):
                yield self.finding(span, tag=match[1])
