"""extension-tag-unclosed: a tag of an extension without its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.markup._tags import raw_tag
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# What may stand for something else, as in “copy <source>”, if it has no attributes.
_WORDS = frozenset({"score", "source"})
_TAG = lazily(
    r"</?((?:ce|chem|gallery|hiero|imagemap|inputbox|mapframe|math|nowiki|poem|pre|score|source"
    r"|syntaxhighlight|templatedata|timeline)\b)[^<>\0\n]*>",
    re.IGNORECASE,
)


class ExtensionTagUnclosed(Rule):
    """A tag of an extension, such as `<math>` or `<gallery>`, has no partner.

    ## What it does
    Finds the opening and the closing tags of extensions that MediaWiki shows as text because their
    other half is missing. References have rules of their own. Tags shown in `<code>` are left
    alone.

    ## Why it matters
    Readers see the tag and what was to be hidden in it: a formula as code, a gallery as names of
    files.

    ## Example
    ```wikitext
    The area is <math>a^2.
    ```

    ## Use instead
    ```wikitext
    The area is <math>a^2</math>.
    ```

    ## Fix safety
    There is no fix: where the end belongs only a person can tell.
    """

    name = "extension-tag-unclosed"
    family = "markup"
    severity = Severity.ERROR
    message = "“{tag}” has no partner, so it is shown as text"
    aliases = {"checkwiki": "13 14 23 24 29"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such tag."""
        flat = page.document.flat
        for match in _TAG.finditer(flat.text):
            name = match[1].lower()
            bare = name in _WORDS and "=" not in match[0] and "/" not in match[0]
            if name in page.profile.extension_tags and not bare:
                span = flat.span(*match.span())
                if raw_tag(page.document, span):
                    yield self.finding(span, tag=match[0])
