"""line-break-malformed: a line break with a typing mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.markup._tags import raw_tag
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_MALFORMED = lazily(
    r"<(?:/ ?br *>|[\\] ?br */?>|br */?[\\.,?]+ *>| +/?br */?>|br *[-']>|/ ?br */>)", re.IGNORECASE
)


class LineBreakMalformed(Rule):
    r"""A line break is written in a way that is not HTML: `</br>`, `<br\>`, `<br.>`.

    ## What it does
    Finds what can only have been meant as `<br>`: with the slash before the name, a backslash, a
    full stop or comma, or with a space before the name.

    ## Why it matters
    MediaWiki mends `</br>` only; the others are shown to readers as they stand.

    ## Example
    ```wikitext
    Mill Street 3<br.>Hilltown
    ```

    ## Use instead
    ```wikitext
    Mill Street 3<br>Hilltown
    ```

    ## Fix safety
    The fix writes `<br>`. It is safe: nothing else can have been meant.
    """

    name = "line-break-malformed"
    family = "markup"
    severity = Severity.WARNING
    message = "“{tag}” should be “<br>”"
    aliases = {"checkwiki": "2"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each malformed break."""
        flat = page.document.flat
        for match in _MALFORMED.finditer(flat.text):
            span = flat.span(*match.span())
            if raw_tag(page.document, span):
                fix = Fix((Edit(*span, "<br>"),), safe=True, description="Write “<br>”")
                yield self.finding(span, fix, tag=match[0])
