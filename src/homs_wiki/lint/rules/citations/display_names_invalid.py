"""display-names-invalid: the condition err_disp_name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._parameters import remove

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class DisplayNamesInvalid(ConditionRule):
    """A citation is to show more names than it has.

    ## What it does
    Finds `display-authors` and the like that are neither `etal` nor a number smaller than that of
    the names.

    ## Why it matters
    It does nothing; an error is shown.

    ## Example
    ```wikitext
    {{cite book |last=Miller |title=Bridges |display-authors=1}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |last=Miller |title=Bridges}}
    ```

    ## Fix safety
    The fix takes out a number. It is not safe: names may be missing.
    """

    name = "display-names-invalid"
    condition = "err_disp_name"
    message = "“{name}” {reason}"
    touches = frozenset({"parameter"})

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the parameter and what is wrong with it."""
        if case.value.isdecimal():
            reason = Phrase(
                "has no effect: there are not more than {count} names", count=case.value
            )
        else:
            reason = Phrase("can be a number or “etal”, not “{value}”", value=case.shown)
        return {"name": case.parameter.name, "reason": reason}

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take out a number."""
        if case.value.isdecimal():
            yield remove(case.parameter)
