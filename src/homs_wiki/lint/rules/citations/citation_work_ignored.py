"""citation-work-ignored: the condition err_periodical_ignored."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationWorkIgnored(ConditionRule):
    """A citation of a book or an entry names a periodical, which is not shown.

    ## What it does
    Finds `journal`, `magazine`, `newspaper`, `website`, `work` and the like in `{{cite book}}` and
    `{{cite encyclopedia}}`, and beside `encyclopedia` in `{{citation}}`. Only newer editions of the
    module look for this.

    ## Why it matters
    Nothing is shown of the value; an error is. What is cited may be no book, or the value may be
    the title, the series or the publisher.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |work=River Press |date=1990}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |publisher=River Press |date=1990}}
    ```

    ## Fix safety
    There is no fix: what the value is only a person can tell.
    """

    name = "citation-work-ignored"
    condition = "err_periodical_ignored"
    message = "“{name}” is not shown in a citation of a book or an entry"
