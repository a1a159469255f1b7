"""bibcode-invalid: the condition err_bad_bibcode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.lint.rules.citations._condition import Case


class BibcodeInvalid(ConditionRule):
    """A bibcode does not have the form of one.

    ## What it does
    Finds values of `bibcode` that Citation Style 1 does not accept. It wants 19 characters: a
    year, a letter, the journal, volume and page, and a letter at the end.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |bibcode=1974AJ.....79..819}}
    ```

    ## Fix safety
    There is no fix: the right number has to be looked up.
    """

    name = "bibcode-invalid"
    condition = "err_bad_bibcode"
    message = "“{value}” is no valid {identifier}"

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the value and what it should be."""
        return {"value": case.shown, "identifier": "bibcode"}
