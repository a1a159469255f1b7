"""user-page-linked: `[[User:Ann]]` in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._places import link_opened_at, openings
from homs_wiki.lint.rules.metadata._templates import is_article
from homs_wiki.syntax import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class UserPageLinked(Rule):
    """An article links to the page of a user.

    ## What it does
    Finds links to pages of users and their talk pages on pages that are articles: their title says
    so or is not known, and they are in a category. Links in comments and templates are left alone.

    ## Why it matters
    Articles are not signed and speak of no editors. Mostly it is a remark that belongs on the talk
    page.

    ## Example
    ```wikitext
    The mill is old. I doubt that. [[User:Ann|Ann]] 10:00, 3 May 2020 (UTC)
    ```

    ## Use instead
    ```wikitext
    The mill is old.
    ```

    ## Fix safety
    There is no fix: what was said with it has to go to the talk page or out.
    """

    name = "user-page-linked"
    family = "metadata"
    severity = Severity.WARNING
    message = "an article does not link to users"
    aliases = {"checkwiki": "95"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link to a user and each signature."""
        document, profile = page.document, page.profile
        links = openings(document, "user")
        if not links or not page.categories:
            return
        if page.title is not None and not is_article(page.title, profile):
            return
        for match in links:
            link = link_opened_at(document, match.start())
            if link and not isinstance(document.enclosing(link.start), Template):
                yield self.finding((link.start, link.end))
