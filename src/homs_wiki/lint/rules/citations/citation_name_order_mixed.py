"""citation-name-order-mixed: surname and given name of one person, once this way and once that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._cited import read_cited
from homs_wiki.page.citations.people import ROLES
from homs_wiki.source import LineIndex
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation

_PLAIN = lazily(r"[^\W\d_]{2,}(?:[ -][^\W\d_]+)*")


class CitationNameOrderMixed(Rule):
    """The surname of a person in one citation is the given name in another.

    ## What it does
    Finds people whose `last` and `first` are `first` and `last` in another citation of the page.
    Nobody is told which of the two is right.

    ## Why it matters
    One of them is wrong: the person stands at two places of an alphabetical list, and short
    footnotes find only one of the two.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |last=Khan |first=Ali |date=1990}}
    {{cite book |title=Mills |last=Ali |first=Khan |date=1995}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |last=Khan |first=Ali |date=1990}}
    {{cite book |title=Mills |last=Khan |first=Ali |date=1995}}
    ```

    ## Fix safety
    There is no fix: which is the surname, a person must know.
    """

    name = "citation-name-order-mixed"
    family = "citations"
    severity = Severity.WARNING
    triggers = ("|",)
    rule_set = RuleSet.STRICT
    message = "“{last}, {first}” is “{first}, {last}” on line {line}"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each person whose names an earlier citation has the other way round."""
        if not _may_be_mixed(page):
            return
        lines: LineIndex | None = None
        seen: dict[tuple[str, str], Citation] = {}
        for citation in page.citations:
            for role in ROLES:
                for person in citation.people(role):
                    last, first = person.last, person.first
                    if not _PLAIN.fullmatch(last) or not _PLAIN.fullmatch(first) or last == first:
                        continue
                    other = seen.get((first, last))
                    seen.setdefault((last, first), citation)
                    if other is not None and other is not citation:
                        lines = lines or LineIndex(page.text)
                        line = lines.position(other.template.start).line
                        yield self.finding(person.span, last=last, first=first, line=line)


def _may_be_mixed(page: Page) -> bool:
    """Tell whether a surname is a given name somewhere, as far as seen at a glance."""
    if page.profile.language != "en":
        return True  # their parameters have other names too
    names: dict[str, set[str]] = {"a": set(), "r": set()}
    for letter, name in read_cited(page.document).names:
        names[letter].add(name)
    return len(names["a"] & names["r"]) > 1
