"""reference-unclosed: a `<ref>` without its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._shown import is_in_code_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ReferenceUnclosed(Rule):
    """A `<ref>` is opened and not closed.

    ## What it does
    Finds the opening tag of a reference that has no `</ref>` of its own: none follows, or another
    reference begins before it. Tags in comments, `<nowiki>` and `<code>` are left alone, and so
    are references in a reference, where a `</ref>` too many shows that both were closed.

    ## Why it matters
    If no `</ref>` follows, readers see the tag and the text of the reference in the middle of the
    article. If one follows, MediaWiki takes all text up to it for the reference, so a part of the
    article is gone.

    ## Example
    ```wikitext
    The mill burnt down.<ref>''Hilltown Post'', 3 May. It was rebuilt.<ref>''Hilltown Post'', 9 June.</ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref>''Hilltown Post'', 3 May.</ref> It was rebuilt.<ref>''Hilltown Post'', 9 June.</ref>
    ```

    ## Fix safety
    There is no fix: where the reference ends only a person can tell. If it was to use a name that is
    defined elsewhere, a slash before the `>` is missing.
    """  # noqa: E501 - wikitext has long lines

    name = "reference-unclosed"
    family = "references"
    severity = Severity.ERROR
    message = "the reference is not closed: there is no “</ref>” for it"
    aliases = {"cite": "cite_error_included_ref", "checkwiki": "94"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each opening tag without an end."""
        for span in page.references.unclosed:
            if not is_in_code_tag(page.text, span.start):
                yield self.finding(span)
