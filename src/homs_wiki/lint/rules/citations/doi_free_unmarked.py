"""doi-free-unmarked: the condition maint_doi_unflagged_free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import added

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.rules.citations._condition import Case


class DoiFreeUnmarked(ConditionRule):
    """A citation does not say that its article can be read freely.

    ## What it does
    Finds a `doi` without `doi-access` of registrants all of whose articles can be read freely, as
    far as the module knows. Only newer editions of the module look for this.

    ## Why it matters
    Readers see by a green lock which source they can open.

    ## Example
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |date=2020 |doi=10.3389/rivers.2020.00001}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |date=2020 |doi=10.3389/rivers.2020.00001 |doi-access=free}}
    ```

    ## Fix safety
    The fix writes `doi-access=free`. It is not safe: the list is of one day, and a journal may have
    left its registrant.
    """  # noqa: E501 - wikitext has long lines

    name = "doi-free-unmarked"
    condition = "maint_doi_unflagged_free"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "what “{value}” leads to can be read freely, and “doi-access” does not say so"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the mark that it is free."""
        edit = added(case.parameter, "doi-access", "free")
        description = Phrase("Write “{text}”", text="doi-access=free")
        yield Fix((edit,), safe=False, description=description)
