"""link-punctuation-inside: `[[mill|mill,]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.links._labels import odd_links, written
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# "&nbsp;" ends in no mark.
_REFERENCE = lazily(r"&(?:#\w+|\w+);\Z")


class LinkPunctuationInside(Rule):
    """The text of a link ends in a comma or semicolon that belongs to the sentence.

    ## What it does
    Finds internal links whose text ends in a comma or semicolon, the Arabic ones included, while
    the target does not. Full stops are left alone, because abbreviations end in them.

    ## Why it matters
    The mark is shown as a part of the link, and counted into its words by those who read with the
    ear.

    ## Example
    ```wikitext
    In [[Hilltown, Ash|Hilltown,]] there is a mill.
    ```

    ## Use instead
    ```wikitext
    In [[Hilltown, Ash|Hilltown]], there is a mill.
    ```

    ## Fix safety
    The fix puts the mark behind the link. It is safe: the words and marks stay as they are.
    """

    name = "link-punctuation-inside"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = (",]]", ";]]", "،]]", "؛]]", *CUT)
    message = "the “{mark}” at the end of the link belongs behind it"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link that ends in a mark."""
        for link in odd_links(page.document):
            mark = link.label[-1:]
            label = link.label[:-1].rstrip()
            if link.what == "mark" and label and not link.target.endswith(mark):
                if label[-1] in "&;,،؛" or _REFERENCE.search(link.label):
                    continue
                edit = Edit(*link.span, written(link.target, label) + mark)
                fix = Fix((edit,), safe=True, description="Put the mark behind the link")
                yield self.finding(link.span, fix, mark=mark)
