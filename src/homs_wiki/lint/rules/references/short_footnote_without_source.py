"""short-footnote-without-source: it points to a citation that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import SHORT_FOOTNOTE
from homs_wiki.lint.rules.references._anchors import read_shorts, read_sources
from homs_wiki.lint.rules.references._templates import unknown_templates
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ShortFootnoteWithoutSource(Rule):
    """A short footnote points to a source that the page does not have.

    ## What it does
    Finds `{{sfn}}`, `{{harvnb}}` and their like whose names and year are those of no citation
    template on the page. Nothing is said if one of the names stands in a template that is not
    known, in a `ref` parameter or an anchor written by hand, because that may be the source; nor
    if the page has no citation template at all.

    ## Why it matters
    A click on “Khan 2001” leads nowhere, and the reader cannot learn which work it is. Mostly the
    full citation was forgotten when the text came from another article, or the year was mistyped.

    ## Example
    ```wikitext
    The army left the city.{{sfn|Khan|2011|p=7}}
    {{cite book |last=Khan |first=Ali |title=The Long Retreat |year=2001}}
    ```

    ## Use instead
    ```wikitext
    The army left the city.{{sfn|Khan|2001|p=7}}
    {{cite book |last=Khan |first=Ali |title=The Long Retreat |year=2001}}
    ```

    ## Fix safety
    There is no fix: the source must be looked up.
    """

    name = "short-footnote-without-source"
    family = "references"
    severity = Severity.WARNING
    triggers = SHORT_FOOTNOTE
    message = "there is no source “{names} {year}” on the page"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first short footnote to each source that is not there."""
        shorts = read_shorts(page.document)
        sources = read_sources(page.document) if shorts else []
        if not sources:
            return
        known = {(source.names, year) for source in sources for year in source.years}
        missing = {
            (short.names, short.year): short
            for short in reversed(shorts)
            if (short.names, short.year) not in known
        }
        if not missing:
            return
        elsewhere = _Elsewhere(page)
        for short in missing.values():
            if not elsewhere.may_be(short.names[0]):
                names = ", ".join(short.names)
                yield self.finding(short.template.span, names=names, year=short.year)


class _Elsewhere:
    """What may make an anchor and is not known: templates, citations, anchors by hand."""

    def __init__(self, page: Page) -> None:
        # An infobox is no source, and may hold the footnote itself.
        is_infobox = page.profile.is_infobox_name
        texts = [each.text for each in unknown_templates(page) if not is_infobox(each.name)]
        texts += [
            source.citation.template.text
            for source in read_sources(page.document)
            if not source.names
        ]
        self.words = {word for text in texts for word in _WORD.findall(text)}
        self.anchors = tuple({anchor[:_LONGEST] for anchor in _ANCHOR.findall(page.text)})

    def may_be(self, name: str) -> bool:
        """Tell whether a name stands in any of them."""
        if len(self.anchors) > _MANY or self.words.issuperset(_WORD.findall(name)):
            return True
        joined = name.replace(" ", "")
        return any(anchor.replace("_", "").startswith(joined) for anchor in self.anchors)


_WORD = lazily(r"\w+")
_ANCHOR = lazily(r"CITEREF(\w+)")
_LONGEST = 100
# More anchors than this are not looked through.
_MANY = 300
