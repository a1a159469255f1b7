"""number-separator-mixed: 2,000 here, 2.000 there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._majority import habit
from homs_wiki.lint.rules.typography._characters import replaced
from homs_wiki.lint.rules.typography._running import in_text
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.source import Span

_BLANKS = " \u00a0\u202f\u2009"
# Groups of three, or of two and a last one of three (lakh).
_NUMBER = lazily(
    rf"[1-9۱-۹١-٩१-९](?<![\w.,،٬'’+/:-].)(?<!\d[{_BLANKS}].)\d{{0,2}}(?P<mark>[,.،٬'’{_BLANKS}])"
    rf"(?:\d{{2,3}}(?P=mark))*\d{{3}}(?![\w°%])(?!(?P=mark)\d)(?!['’/:-]\d)"
)
_WORD_BEHIND = lazily(rf"[{_BLANKS}][^\W\d_]{{4}}")
_ZEROS = "000", "۰۰۰", "٠٠٠", "०००"
_SHOWN = {
    ",": "a comma",
    ".": "a full stop",
    "،": "an Arabic comma",
    "٬": "an Arabic thousands mark",
    "’": "an apostrophe",
    " ": "a space",
}


class _Number(NamedTuple):
    """A number in groups: where it stands, how it is written, what parts the groups."""

    span: Span
    text: str
    mark: str
    kind: str


class NumberSeparatorMixed(Rule):
    """The groups of some numbers are parted by one mark, those of others by another.

    ## What it does
    Compares the numbers in groups of three digits (2,000, 2.000, 2 000) in running text, headings
    and plain values of infoboxes. The mark that counts is that of the language if at least half of
    them have it, else the one of at least three numbers and three of four. A number that may be a
    decimal fraction in the language (2.000 in English) counts only if a word of four letters
    or more follows and its last group is zeros; so does one whose groups are parted by a plain
    space only if its last group is zeros. Quotations, targets of links and templates are left
    alone.

    ## Why it matters
    With two marks on a page, 2.000 may be two or two thousand.

    ## Example
    ```wikitext
    The army had 12,000 men and 1,500 horses, the rebels 2.000 fighters.
    ```

    ## Use instead
    ```wikitext
    The army had 12,000 men and 1,500 horses, the rebels 2,000 fighters.
    ```

    ## Fix safety
    The fix writes the mark of the others. It is safe where the number has two of them; one alone
    may be something else, so there it is not.
    """

    name = "number-separator-mixed"
    family = "numbers"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = (
        "the groups of “{number}” are parted by {mark}; {count} of {total} numbers have {norm}"
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each number with another mark than most."""
        numbers = list(_numbers(page))
        kinds = Counter(number.kind for number in numbers)
        house = _kind(page.profile.numbers.group)
        norm = habit(kinds, len(numbers), house) or habit(kinds, len(numbers), None)
        if norm is None or len(kinds) == 1:
            return
        mark = next(number.mark for number in numbers if number.kind == norm)
        for number in numbers:
            if number.kind == norm:
                continue
            mended = number.text.replace(number.mark, mark)
            fix = Fix(
                replaced(number.span, mended),
                safe=number.text.count(number.mark) > 1,
                description=Phrase("Write “{text}”", text=mended),
            )
            yield self.finding(
                number.span,
                fix,
                number=number.text,
                mark=Phrase(_SHOWN[number.kind]),
                norm=Phrase(_SHOWN[norm]),
                count=kinds[norm],
                total=len(numbers),
            )


def _numbers(page: Page) -> Iterator[_Number]:
    """Yield the numbers in groups.

    In Urdu an Arabic comma is wrong in any number; the rule arabic-comma-in-number says so.
    """
    decimal = page.profile.numbers.decimal
    left_out = "،" if page.profile.language == "ur" else None
    for span, match in in_text(page, _NUMBER):
        if match["mark"] != left_out and _is_grouped(match, decimal):
            yield _Number(span, match[0], match["mark"], _kind(match["mark"]))


def _is_grouped(match: re.Match[str], decimal: str) -> bool:
    """Tell whether what may be a fraction, or two numbers, is one number in groups."""
    mark, text = match["mark"], match[0]
    if text.count(mark) > 1:
        return True
    if mark == decimal:
        behind = _WORD_BEHIND.match(match.string, match.end())
        return behind is not None and text.endswith(_ZEROS)
    return mark != " " or text.endswith(_ZEROS)


def _kind(mark: str) -> str:
    """Return one mark for all that do the same."""
    if mark in _BLANKS:
        return " "
    return "’" if mark == "'" else mark
