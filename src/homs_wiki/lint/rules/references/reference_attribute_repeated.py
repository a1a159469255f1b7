"""reference-attribute-repeated: one attribute twice in one tag."""

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

_VALUE = r"""(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>/]+))"""
_TWICE = lazily(
    rf"<ref\s+(name|group)\s*=\s*{_VALUE}(?:\s+\w+\s*=\s*{_VALUE})?(\s+\1\s*=\s*{_VALUE})(?=[\s/>])",
    re.IGNORECASE,
)


class ReferenceAttributeRepeated(Rule):
    """An attribute stands twice in the tag of a reference.

    ## What it does
    Finds a second `name` or `group` in a `<ref>`.

    ## Why it matters
    MediaWiki takes the last one without a word. Other uses under the first name find no text.

    ## Example
    ```wikitext
    The mill burnt down.<ref name="mill" name="post">''Hilltown Post'', 3 May.</ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref name="mill">''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    If both have the same value, the fix takes out the second, which is safe. Otherwise there is
    none: a person must say which is right.
    """

    name = "reference-attribute-repeated"
    family = "references"
    severity = Severity.WARNING
    message = "“{attribute}” stands in the tag twice"
    touches = frozenset({"reference"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each second attribute of one name."""
        for tag in odd_openings(page.document):
            match = _TWICE.match(page.text, tag.start)
            if match:
                values = [match[group] for group in range(2, match.re.groups + 1)]
                first = next(value for value in values[:3] if value is not None)
                second = next(value for value in values[-3:] if value is not None)
                start, end = match.span(8)
                fix = None
                if first == second:
                    edit = Edit(start, end, "")
                    fix = Fix((edit,), safe=True, description="Take out the second")
                yield self.finding((start + 1, end), fix, attribute=match[1].lower())
