"""short-footnote-year-sign: a footnote and its source differ in the sign of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.references._anchors import read_shorts, read_sources
from homs_wiki.page.values import plain_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.syntax import Parameter, Template

_SIGN = "ء"


class ShortFootnoteYearSign(Rule):
    """A short footnote has the sign ء behind its year, and its source has not, or the other way.

    ## What it does
    Compares the year of `{{sfn}}`, `{{harvnb}}` and their like with the date of the citation that
    they point to. Module:Citation/CS1 takes the sign for the letter that tells works of one year
    apart and makes it a part of the anchor.

    ## Why it matters
    A click on the footnote leads nowhere. That is what the code of the module says, and was not
    tried on the wiki; so the rule is strict.

    ## Example
    ```wikitext
    وہ گیا۔{{sfn|خان|2001}}
    {{cite book |last=خان |title=پل |date=2001ء}}
    ```

    ## Use instead
    ```wikitext
    وہ گیا۔{{sfn|خان|2001ء}}
    {{cite book |last=خان |title=پل |date=2001ء}}
    ```

    ## Fix safety
    The fix writes the year of the footnote as the source has it. It is safe: the footnote is shown
    as it was, but for the sign.
    """

    name = "short-footnote-year-sign"
    family = "references"
    severity = Severity.WARNING
    triggers = (_SIGN,)
    languages = frozenset({"ur"})
    rule_set = RuleSet.STRICT
    message = "the source has the year “{year}”, so this footnote leads nowhere"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the year of each short footnote whose source has it with the other sign."""
        shorts = read_shorts(page.document)
        if not shorts:
            return
        signs: dict[tuple[tuple[str, ...], str], set[bool]] = {}
        for source in read_sources(page.document):
            if "ref" in source.citation.parameters:
                continue  # the anchor is written there, and may have a sign or not
            for year in source.years:
                signs.setdefault((source.names, year), set()).add(_has_sign(source.citation))
        for short in shorts:
            parameter = _year_of(short.template)
            known = signs.get((short.names, short.year), set())
            written = plain_value(parameter) if parameter else None
            if parameter is None or not written or len(known) != 1:
                continue
            signed = True in known
            if signed != written.endswith(_SIGN):
                year = f"{written}{_SIGN}" if signed else written.removesuffix(_SIGN)
                fix = write(parameter.stripped_span, year, safe=True)
                yield self.finding(parameter.stripped_span, fix, year=year)


def _has_sign(citation: Citation) -> bool:
    """Tell whether the module puts the sign into the anchor: it ends what the year is taken of."""
    name = "year" if citation.get("year") else "date"
    return citation.value(name).endswith(_SIGN)


def _year_of(template: Template) -> Parameter | None:
    """Return the last positional parameter with a value, which is the year."""
    found = [each for each in template.parameters if each.name.isdecimal() and each.value.strip()]
    return found[-1] if found else None
