"""issue-text-extra: the condition err_extra_text_issue."""

from __future__ import annotations

import re

from homs_wiki.lint.rules.citations._extra_text import ExtraTextRule
from homs_wiki.source.patterns import compiled


class IssueTextExtra(ExtraTextRule):
    """The word for an issue stands in the citation twice.

    ## What it does
    Finds values of `issue` and `number` that begin with “no.”, “issue” and the like.

    ## Why it matters
    The template writes it too, so that readers see it twice. An error is shown.

    ## Example
    ```wikitext
    {{cite journal |journal=Rivers |title=Bridges |issue=No. 5}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |journal=Rivers |title=Bridges |issue=5}}
    ```

    ## Fix safety
    Where a number is left the fix takes out the word. It is safe.
    """

    name = "issue-text-extra"
    condition = "err_extra_text_issue"
    word = compiled(r"\A(?:issue|iss|number|nos?|nr|n)[.:=]? *(?=[0-9])", re.IGNORECASE)
