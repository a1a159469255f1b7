"""link-pipe-trick-in-tag: `<ref>[[mill (building)|]]</ref>`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import BLANK_LABEL
from homs_wiki.lint.rules.links._labels import OddLink, odd_links
from homs_wiki.lint.rules.links._places import in_code
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# Nobody nests so deep; hostile input does, again and again.
_DEEPEST = 50
_PREFIX = lazily(r":?[^:|]*:\s*")
_REMARK = lazily(r"\s*(?:\([^()]*\)|（[^（）]*）|[,،，].*)\Z")


class LinkPipeTrickInTag(Rule):
    """A link in a reference or another extension tag has a pipe and no text behind it.

    ## What it does
    Finds `[[target|]]` inside `<ref>`, `<gallery>`, `<poem>` and the like. Elsewhere it is left
    alone: there MediaWiki writes out the text when the page is saved.

    ## Why it matters
    Inside such tags MediaWiki does not write out the text. Readers see the brackets.

    ## Example
    ```wikitext
    It is old.<ref>''[[Hilltown Post (newspaper)|]]'', 3 May.</ref>
    ```

    ## Use instead
    ```wikitext
    It is old.<ref>''[[Hilltown Post (newspaper)|Hilltown Post]]'', 3 May.</ref>
    ```

    ## Fix safety
    The fix writes the text that MediaWiki would have written: the target without its namespace,
    and without the words in brackets or behind a comma. It is not safe, because another text may
    read better.
    """

    name = "link-pipe-trick-in-tag"
    family = "links"
    severity = Severity.ERROR
    triggers = BLANK_LABEL
    message = "“[[{target}|]]” is no link in a reference or other tag: write the text"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link without a text in an extension tag."""
        document = page.document
        for link in odd_links(document):
            if link.what != "trick" or in_code(page.text, link.span.start):
                continue
            node = document.enclosing(link.span.start)
            around = [node, *islice(document.ancestors(node), _DEEPEST)] if node else []
            if any(isinstance(each, ExtensionTag) for each in around):
                yield self.finding(link.span, _fix(link), target=link.target)


def _fix(link: OddLink) -> Fix | None:
    label = _REMARK.sub("", _PREFIX.sub("", link.target, count=1)).strip()
    if not label or "#" in link.target:
        return None
    edit = Edit(*link.span, f"[[{link.target}|{label}]]")
    return Fix((edit,), safe=False, description=Phrase("Write the text “{text}”", text=label))
