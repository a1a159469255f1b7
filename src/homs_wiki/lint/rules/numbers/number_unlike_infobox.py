"""number-unlike-infobox: the infobox and the text tell two numbers of the same."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.page.infobox.text import plain_text
from homs_wiki.page.quantities import find_quantities, read_quantities
from homs_wiki.source import LineIndex, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.infobox import Field
    from homs_wiki.page.quantities import Quantity, Told

_LONGEST = 5_000
"""Values longer than this are no fields of an infobox but a page gone astray."""
_MOST_STATED = 100
_MOST_TOLD = 500
"""What a page says more often of one thing than any page does is not compared."""
_OTHER_TYPES = frozenset(("image", "date", "coordinates"))


class NumberUnlikeInfobox(Rule):
    """The infobox says how many there were, the text says another number.

    ## What it does
    Compares the numbers of people and things in the infobox (strength, casualties and others) with
    those in the running text: the same noun (civilians, fighters, tanks …), the same said of them
    (killed, wounded, captured …), numbers in digits or in words, `at least` and ranges
    understood. It reports a number of the infobox if the text never gives it, and either has a
    larger one (a part cannot be more than the whole), gives another in its lead, or only one at
    all. Words are known for English and Urdu.

    ## Why it matters
    Readers see the infobox first. When one of the two places is brought up to date, the other is
    easily forgotten. It is a question, not a verdict: the text may speak of one day or one side.

    ## Example
    ```wikitext
    {{Infobox military conflict
    | conflict = Battle of the Ford
    | casualties3 = 7 civilians killed
    }}
    Twenty civilians were killed on the second day.
    ```

    ## Use instead
    ```wikitext
    {{Infobox military conflict
    | conflict = Battle of the Ford
    | casualties3 = 20 civilians killed
    }}
    Twenty civilians were killed on the second day.
    ```

    ## Fix safety
    There is no fix: only the sources know which number is right.
    """

    name = "number-unlike-infobox"
    family = "numbers"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the field “{field}” says “{number}”, the text on line {line} “{other}”"
    languages = frozenset(("en", "ur"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the numbers of infoboxes that the text contradicts."""
        every = (each for infobox in page.infoboxes for each in _stated(page, infobox.fields))
        stated = list(islice(every, _MOST_STATED))
        if not stated:
            return
        told: dict[tuple[str, str], list[Told]] = {}
        for found in read_quantities(page):
            same = told.setdefault(found.quantity.counted, [])
            if len(same) < _MOST_TOLD:
                same.append(found)
        lines = LineIndex(page.text)
        for each in stated:
            other = _contradiction(each, stated, told.get(each.quantity.counted, ()))
            if other is not None:
                yield self.finding(
                    each.span,
                    field=each.field.name,
                    number=each.text,
                    other=other.text,
                    line=lines.position(other.span.start).line,
                )


class _Stated(NamedTuple):
    """A number of the infobox."""

    quantity: Quantity
    text: str
    span: Span
    field: Field


def _stated(page: Page, fields: Sequence[Field]) -> Iterator[_Stated]:
    """Yield the quantities that fields name."""
    for field in fields:
        start, end = field.value_span
        if field.type in _OTHER_TYPES or not 1 < end - start <= _LONGEST:
            continue
        for line in plain_text(page.document, start, end).split("\n"):
            for quantity in find_quantities(line, page.profile.language):
                text = line[quantity.start : quantity.end]
                place = page.text.find(text, start, end)
                span = Span(place, place + len(text)) if place >= 0 else field.value_span
                yield _Stated(quantity, text, span, field)


def _contradiction(stated: _Stated, others: Sequence[_Stated], told: Sequence[Told]) -> Told | None:
    """Return the place of the text that contradicts a number of the infobox, if there is one."""
    quantity = stated.quantity
    same = [each for each in told if each.quantity.is_of(quantity)]
    if any(each.quantity.agrees(quantity) for each in same):
        return None
    rivals = [each.quantity for each in others if each.quantity.is_of(quantity)]
    left = [each for each in same if not any(map(each.quantity.agrees, rivals))]
    telling = [each for each in left if each.section == 0 or each.quantity.low > quantity.high]
    if telling:
        return telling[0]
    return left[0] if len(left) == len(same) == 1 else None
