"""citation-punctuation-extra: the condition maint_extra_punct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_values
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case

_REFERENCE = compiled(r"&#?\w+;\Z")


class CitationPunctuationExtra(ConditionRule):
    """A value in a citation ends in a punctuation mark of its own, or begins with an equals sign.

    ## What it does
    Finds values that end in a comma, semicolon or colon, or begin with `=`, other than titles,
    quotations and addresses.

    ## Why it matters
    The template sets the marks between its parts; two of them stand there then.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |publisher=River Press,}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |publisher=River Press}}
    ```

    ## Fix safety
    The fix takes out the mark. It is safe, unless it ends a character reference.
    """

    name = "citation-punctuation-extra"
    condition = "maint_extra_punct"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "a stray punctuation mark stands in “{name}”"
    touches = frozenset({"link"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the value without the mark."""
        value = case.value
        if not _REFERENCE.search(value):
            yield from new_values(case.parameter, [value.strip("=,;: ")])
