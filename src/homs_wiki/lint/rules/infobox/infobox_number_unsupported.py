"""infobox-number-unsupported: a number that stands in the infobox only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.page.quantities import read_quantities
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_GROUPS = r"[,،.\u00a0\u202f ]"
_NUMBER = compiled(
    rf"(?<![\w.,#])(?:\d{{1,3}}(?:{_GROUPS}\d{{2,3}})*{_GROUPS}\d{{3}}|\d{{4,}})(?!\w)"
)
# A template, a link, an address, the name of a file.
_LINK = compiled(r"\{\{|\[|//|\.\w{3,4}\s*\Z")


class InfoboxNumberUnsupported(Rule):
    """A number in the infobox stands nowhere in the text and has no reference.

    ## What it does
    Looks at numbers of four digits or more in fields that have no reference and no template, and
    looks for the same digits in the rest of the page, whatever parts their groups, or the same
    number of people or things in words (“two thousand soldiers”). Years, addresses, codes and
    identifiers cannot be told apart from facts, so this rule has to be asked for.

    ## Why it matters
    The infobox sums up the article. What stands in it alone cannot be checked.

    ## Example
    ```wikitext
    {{Infobox town | population = 12,345 }}
    The town is old.
    ```

    ## Use instead
    ```wikitext
    {{Infobox town | population = 12,345 }}
    The town is old; 12,345 people live there.
    ```

    ## Fix safety
    There is no fix: the text or a reference is missing.
    """

    name = "infobox-number-unsupported"
    family = "infobox"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "“{number}” in the field “{field}” stands nowhere in the text and has no reference"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first such number of each field."""
        found = list(_numbers_inside(page))
        known = set(map(_digits, _numbers_outside(page))) if found else set()
        found = [each for each in found if _digits(each[1][0]) not in known]
        in_words = {str(int(told.quantity.low)) for told in read_quantities(page)} if found else ()
        for field, match in found:
            if _digits(match[0]) not in in_words:
                yield self.finding(match.span(), number=match[0], field=field)


def _numbers_inside(page: Page) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the first number of each field that has no reference, and the field's name."""
    for infobox in page.infoboxes:
        for field in infobox.fields:
            if field.type == "image" or field.references or _LINK.search(field.raw):
                continue
            if match := _NUMBER.search(page.text, *field.value_span):
                yield field.name, match


def _numbers_outside(page: Page) -> Iterator[str]:
    """Yield the numbers of a page that stand in no infobox."""
    end = 0
    for infobox in page.infoboxes:
        yield from _NUMBER.findall(page.text, end, max(end, infobox.template.start))
        end = max(end, infobox.template.end)
    yield from _NUMBER.findall(page.text, end)


def _digits(number: str) -> str:
    return "".join(character for character in number if character.isdigit())
