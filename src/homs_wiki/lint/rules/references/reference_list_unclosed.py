"""reference-list-unclosed: a `<references>` without its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._shown import is_code
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_OPENING = lazily(r"<references(?=[\s/>])[^<>]*>?", re.IGNORECASE)


class ReferenceListUnclosed(Rule):
    """A `<references>` is opened and not closed.

    ## What it does
    Finds the opening tag of a list of references that has neither a slash at its end nor a
    `</references>` behind it. Tags in comments, `<nowiki>` and `<code>` are left alone.

    ## Why it matters
    MediaWiki says nothing, shows the tag as text, and puts all references at the very end of the
    page.

    ## Example
    ```wikitext
    == Notes ==
    <references>
    ```

    ## Use instead
    ```wikitext
    == Notes ==
    <references />
    ```

    ## Fix safety
    If no reference stands behind it, the fix writes `<references />`, which is what was meant. It
    is safe. Otherwise `</references>` is missing, and a person must say where.
    """

    name = "reference-list-unclosed"
    family = "references"
    severity = Severity.ERROR
    triggers = ("<references",)
    message = "the list of references is not closed: “/” or “</references>” is missing"
    touches = frozenset({"heading", "link", "parameter", "reference", "template"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each opening tag without an end."""
        text = page.text
        if "<references" not in text:
            return
        tags = {each.start for each in page.document.extension_tags if each.name == "references"}
        for match in _OPENING.finditer(text):
            if match.start() not in tags and not is_code(page.document, match.start()):
                yield self.finding(match.span(), _fix(text, match))


def _fix(text: str, match: re.Match[str]) -> Fix | None:
    is_whole = match[0].endswith(">") and not match[0].endswith("/>")
    if not is_whole or text.find("<ref", match.end()) >= 0:
        return None
    edit = Edit(match.end() - 1, match.end(), " />")
    return Fix((edit,), safe=True, description="Write “<references />”")
