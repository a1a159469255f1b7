"""citation-name-scripts: a person's name in two scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._cited import citation_at, read_cited
from homs_wiki.lint.rules.citations._scripts import script_of
from homs_wiki.page.citations.people import ROLES
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation

# Behind "last" or "first", a name in other letters than Latin ones.
_NAME = lazily(
    r"st[0-9]* *= *[^|}\n\0]{0,100}?"
    r"[^\W\d_\0-\u036f\u1e00-\u1eff]"
)
_MARKUP = lazily(r"\[\[(?:[^][|]*\|)?([^][|]*)\]\]|'{2,5}|\(.*?\)")
_FEWEST = 2


class CitationNameScripts(Rule):
    """The surname of a person is in one script, the given name in another.

    ## What it does
    Compares the letters of `last` and `first` (and of their like for editors, translators …) of
    each person. Initials and what stands in brackets are left alone.

    ## Why it matters
    The name is half translated: nobody writes it so, and it cannot be searched for.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |last=Иванов |first=Pyotr |date=1990}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |last=Иванов |first=Пётр |date=1990}}
    ```

    ## Fix safety
    There is no fix: a name is not converted letter by letter.
    """

    name = "citation-name-scripts"
    family = "citations"
    severity = Severity.WARNING
    triggers = ("|",)
    rule_set = RuleSet.STRICT
    message = "“{last}” ({one}) and “{first}” ({other}) are in two scripts"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each person with a name in two scripts."""
        for citation in _candidates(page):
            for role in ROLES:
                for person in citation.people(role):
                    last, first = (_MARKUP.sub(r"\1", name) for name in (person.last, person.first))
                    if len(first.strip(" .")) < _FEWEST or "." in first or "{{" in last + first:
                        continue
                    one, other = script_of(last), script_of(first)
                    if one and other and one != other and {one, other} != {"Han", "Kana"}:
                        yield self.finding(
                            person.span, last=last, first=first, one=one, other=other
                        )


def _candidates(page: Page) -> list[Citation]:
    if page.profile.language != "en":
        return page.citations  # their parameters have other names too
    cited = read_cited(page.document)
    if all(name.isascii() for _, name in cited.names):
        return []
    found = (
        citation_at(page.document, cited.offset(match.start()))
        for match in _NAME.finditer(cited.text)
    )
    return list({citation.index: citation for citation in found if citation}.values())
