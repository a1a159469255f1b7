"""infobox-fact-unreferenced: a number or date in the infobox that nothing supports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Option, Rule, RuleSet
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.infobox import Field

_NUMBER = lazily(r"\d{2}")
# What says how the box looks or where it leads, not what is so.
_NO_FACT = lazily(
    r"(?:\A|[_ -])(?:image|photo|logo|flag|map|caption|size|width|alt|coord|lat|long|footnote|url|"
    r"website|zoom|thumb|colou?r|sig|pushpin|تصویر|نقشہ|متناسقات|حجم)"
)


class InfoboxFactUnreferenced(Rule):
    """A number or a date in the infobox has no reference.

    ## What it does
    Finds fields of an infobox that hold a number of two digits or more, and in or before which (in
    the fields of one name) no footnote stands. Fields for images, maps, addresses and the look of
    the box are left alone.

    ## Why it matters
    Numbers in an infobox are what readers and machines take from an article. They may be supported
    by the text below, though, so the rule is off by default.

    ## Example
    ```wikitext
    {{Infobox settlement |name=Hilltown |population_total=31,200}}
    ```

    ## Use instead
    ```wikitext
    {{Infobox settlement |name=Hilltown |population_total=31,200<ref>Census of 2011.</ref>}}
    ```

    ## Fix safety
    There is no fix: a source must be found.
    """

    name = "infobox-fact-unreferenced"
    family = "references"
    severity = Severity.NOTE
    triggers = ("{{",)
    message = "“{name}” has no reference"
    rule_set = RuleSet.ALL
    options = {"accept": Option((), "Names of fields that need no reference, as written.")}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each field with a number and without a footnote."""
        accepted = frozenset(self.words("accept"))
        for infobox in page.infoboxes:
            supported = _supported(infobox.fields)
            for field in infobox.fields:
                name = field.name
                if name in accepted or _stem(name) in supported or _NO_FACT.search(name.lower()):
                    continue
                if _NUMBER.search(field.raw) and _NUMBER.search(field.text):
                    yield self.finding(field.value_span, name=name)


def _supported(fields: list[Field]) -> frozenset[str]:
    """Return the stems of the names of fields with a footnote: one is enough for its kin."""
    return frozenset(_stem(field.name) for field in fields if field.references)


def _stem(name: str) -> str:
    """Return the first word of a name, without numbers: "population" of "population_total"."""
    return _END.sub("", name.lower())


_END = lazily(r"[_ -].*|\d+\Z")
