"""link-anchor-missing: `[[#Mills]]` without such a place."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.links._places import openings
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_MADE = lazily(
    r"(?:top|toc|mw-\w+|content)\Z|cite[ _-]|CITEREF|\w*note|ref|\w{0,4}\d+\Z", re.IGNORECASE
)
# Values of templates (behind a border of the flat text), and of attributes.
_VALUE = lazily(r"[\0=\"']\s*+([^\0|=\"'<>\[\]{}\n]++)")
_HTML_HEADING = lazily(r"<h[1-6]\b[^<>]*+>([^<>\0]*+)<", re.IGNORECASE)
_NUMBER = lazily(r"[ _]\d+\Z")
_MARKUP = lazily(
    r"<!--.*?-->|<ref\b[^>]*/>|<ref\b.*?</ref>|</?[a-z][^<>]*>|\'{2,}"
    r"|\[\[:?(?:[^][|]*\|)?|\]\]|\[[a-z]+://[^\s\]]+\s?|\]",
    re.IGNORECASE | re.DOTALL,
)


class LinkAnchorMissing(Rule):
    """A link leads to a place on this page that is not there.

    ## What it does
    Finds links that are nothing but a fragment, `[[#Mills]]`, where the page has no heading of
    that name. Other places can be made by templates and tags, so a fragment that stands anywhere
    else in a template or tag on the page is left alone; so are `top`, notes and citations, and
    fragments that a template makes.

    ## Why it matters
    A click on the link does nothing.

    ## Example
    ```wikitext
    See [[#Milling|below]].

    == Mills ==
    ```

    ## Use instead
    ```wikitext
    See [[#Mills|below]].

    == Mills ==
    ```

    ## Fix safety
    If one heading differs in nothing but upper and lower case, the fix writes the fragment like
    it. It is not safe, because another heading may be meant.
    """

    name = "link-anchor-missing"
    family = "links"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    triggers = ("[[#", *CUT)
    message = "there is no heading “{fragment}” on this page"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link to a place that is not there."""
        links = openings(page.document, "anchor")
        if not links:
            return
        places = _places(page)
        folded = {place.casefold(): place for place in places}
        made: frozenset[str] | None = None
        for match in links:
            fragment = _normal(unescape(unquote(match["anchor"])))
            if not fragment or fragment in places or _MADE.match(fragment):
                continue
            base = _NUMBER.sub("", fragment)
            if base in places:
                continue
            made = _made_places(page) if made is None else made
            if fragment in made:
                continue
            span = page.document.flat.span(*match.span("anchor"))
            fix = None
            if right := folded.get(fragment.casefold()):
                fix = write(span, right, safe=False)
            yield self.finding(span, fix, fragment=fragment)


def _normal(text: str) -> str:
    return " ".join(text.replace("_", " ").split())


def _places(page: Page) -> frozenset[str]:
    """Return the names of the headings as fragments, those in templates too."""
    return frozenset(
        _normal(unescape(_MARKUP.sub("", heading.title))) for heading in page.document.headings
    )


def _made_places(page: Page) -> frozenset[str]:
    """Return what templates and tags may make places of: their values."""
    text = page.document.flat.text
    return frozenset(map(_normal, [*_VALUE.findall(text), *_HTML_HEADING.findall(text)]))
