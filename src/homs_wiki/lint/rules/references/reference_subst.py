"""reference-subst: a substitution that MediaWiki does not carry out."""

from __future__ import annotations

from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.by_name import ByName
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile


class ReferenceSubst(Rule):
    """A template inside a reference is to be substituted, which MediaWiki does not do there.

    ## What it does
    Finds `{{subst:…}}`, under all its names on the wiki, inside `<ref>`.

    ## Why it matters
    When a page is saved, MediaWiki puts the text of a template in the place of `{{subst:…}}`, but
    not inside extension tags. There it stays for ever, and shows as braces.

    ## Example
    ```wikitext
    It burnt.<ref>''Hilltown Post'', seen on {{subst:CURRENTDAY}} May.</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref>''Hilltown Post'', seen on 9 May.</ref>
    ```

    ## Fix safety
    There is no fix: only the wiki can carry it out.
    """

    name = "reference-subst"
    family = "references"
    severity = Severity.ERROR
    message = "a substitution is not carried out in a reference"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each substitution in a reference."""
        document = page.document
        templates = document.templates
        for template in compress(templates, _is_subst(page.profile).of_each(templates)):
            around = document.ancestors(template)
            if any(isinstance(node, ExtensionTag) and node.name == "ref" for node in around):
                yield self.finding(template.span)


@cache
def _is_subst(profile: Profile) -> ByName[bool]:
    words = (*profile.magic_words("subst"), *profile.magic_words("safesubst"))
    beginnings = tuple(f"{word.rstrip(':').lower()}:" for word in words)
    return ByName(lambda name: name.lower().startswith(beginnings), False)
