"""citation-title-archived-copy: the condition maint_archived_copy."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationTitleArchivedCopy(ConditionRule):
    """The title of a source is what a bot wrote for want of one.

    ## What it does
    Finds the titles “Archived copy” and “Archive copy” beside a copy in an archive.

    ## Why it matters
    Nobody learns from it what was cited; the copy has the title.

    ## Example
    ```wikitext
    {{cite web |title=Archived copy |url=https://a.org |archive-url=https://archive.ph/x |archive-date=3 May 2020}}
    ```

    ## Fix safety
    There is no fix: the title has to be looked up.
    """  # noqa: E501 - wikitext has long lines

    name = "citation-title-archived-copy"
    condition = "maint_archived_copy"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{value}” is no title, but what a bot wrote for want of one"
