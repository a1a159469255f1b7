"""citation-character-invisible: the condition err_invisible_char."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case

# White space that a plain space can stand for.
_SPACES = frozenset({"U+0009", "U+000A", "U+000D", "U+00A0", "U+200A"})


class CitationCharacterInvisible(ConditionRule):
    """A character that cannot be seen stands in a citation.

    ## What it does
    Finds no-break spaces, tabs, line ends, hair spaces and joiners inside values, and tags of
    extensions (`<ref>`), of which a marker is left. Characters that are wrong anywhere have rules
    of their own.

    ## Why it matters
    The value is not what it seems to be; an error is shown.

    ## Example
    ```wikitext
    {{cite book
    |title=Bridges of
    Hilltown}}
    ```

    ## Use instead
    ```wikitext
    {{cite book
    |title=Bridges of Hilltown}}
    ```

    ## Fix safety
    The fix puts a space in the place of white space. It is safe.
    """

    name = "citation-character-invisible"
    condition = "err_invisible_char"
    message = "“{name}” holds {what}"
    touches = frozenset({"link"})

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the parameter and what stands in it."""
        reason = case.condition.values["reason"]
        if reason.startswith("U+"):
            what = Phrase("a character that nobody sees, {code}", code=reason)
        else:
            what = Phrase("“{tag}”, which the template cannot read", tag=reason)
        return {"name": case.parameter.name, "what": what}

    def concerns(self, case: Case) -> bool:
        """Leave characters alone that are wrong anywhere: others report them."""
        reason = case.condition.values["reason"]
        return reason in _SPACES or not reason.startswith("U+") or reason == "U+200D"

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the value with plain spaces."""
        if case.condition.values["reason"] in _SPACES:
            yield from new_values(case.parameter, [" ".join(case.value.split())])
