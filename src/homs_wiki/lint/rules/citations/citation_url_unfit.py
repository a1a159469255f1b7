"""citation-url-unfit: the condition maint_unfit."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationUrlUnfit(ConditionRule):
    """The original of a source is unfit for readers, or belongs to somebody else.

    ## What it does
    Finds `url-status` with `unfit` or `usurped`. Newer editions of the module do not note it.

    ## Why it matters
    Worth a look now and then, whether it is still so.

    ## Example
    ```wikitext
    {{cite web |title=A |url=https://a.org |archive-url=https://archive.ph/x |archive-date=3 May 2020 |url-status=usurped}}
    ```

    ## Fix safety
    There is no fix: nothing may be wrong.
    """  # noqa: E501 - wikitext has long lines

    name = "citation-url-unfit"
    condition = "maint_unfit"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "the original is called “{value}”, and readers are not led to it"
