"""reference-name-empty: `name=` with nothing behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._openings import odd_openings
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_EMPTY = lazily(
    r"""<ref(?=\s)[^<>]*?(\sname\s*=\s*(?:"\s*"|'\s*'|(?=\s*>)))(?=[\s>])""", re.IGNORECASE
)


class ReferenceNameEmpty(Rule):
    """A reference with a text has an empty name.

    ## What it does
    Finds `name=""` and `name=` with nothing behind it in references that have a text. Without
    a text the whole reference is reported as empty.

    ## Why it matters
    The name does nothing, and looks as if something were missing.

    ## Example
    ```wikitext
    The mill burnt down.<ref name="">''Hilltown Post'', 3 May.</ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref>''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    The fix takes out the empty name. It is safe.
    """

    name = "reference-name-empty"
    family = "references"
    severity = Severity.NOTE
    message = "the name of the reference is empty"
    touches = frozenset({"reference"})
    aliases = {"checkwiki": "104"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each empty name of a reference with a text."""
        for tag in odd_openings(page.document):
            match = _EMPTY.match(page.text, *tag.opening_span)
            if match and tag.inner.strip():
                start, end = match.span(1)
                fix = Fix((Edit(start, end, ""),), safe=True, description="Take out the empty name")
                yield self.finding((start + 1, end), fix)
