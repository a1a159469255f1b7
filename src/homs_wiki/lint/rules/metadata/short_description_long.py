"""short-description-long: a short description of a hundred letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Option, Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.metadata._templates import templates_of_the_page
from homs_wiki.page.values import plain_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ShortDescriptionLong(Rule):
    """The short description of the page is longer than a hundred characters.

    ## What it does
    Counts the characters of the text in `{{Short description}}`. One that a template makes is left
    alone.

    ## Why it matters
    It is shown in lists of search results and on small screens, where the rest is cut off. The
    English Wikipedia asks for about forty characters and keeps a list of those over a hundred.

    ## Example
    ```wikitext
    {{Short description|Old stone water mill on the River Ash near the town of Hilltown, built in 1902 by the miller Ann Miller}}
    ```

    ## Use instead
    ```wikitext
    {{Short description|Water mill near Hilltown}}
    ```

    ## Fix safety
    There is no fix: what is left out only a person can choose.
    """  # noqa: E501 - wikitext has long lines

    name = "short-description-long"
    family = "metadata"
    severity = Severity.NOTE
    triggers = ("short", "brief", *CUT)
    languages = frozenset(("en",))
    message = "the short description has {length} characters, more than {most}"
    options = {"most": Option(100, "How many characters it may have.")}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield a short description that is too long."""
        most = self.number("most")
        for template, concept in templates_of_the_page(page.document):
            text = template.get("1") if concept == "short_description" else None
            if text is None:
                continue
            words = plain_value(text)
            if words is not None and len(words) > most:
                yield self.finding(text.stripped_span, length=len(words), most=most)
