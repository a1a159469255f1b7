"""arxiv-class-ignored: the condition err_class_ignored."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._needless import NeedlessRule


class ArxivClassIgnored(NeedlessRule):
    """A class is given beside an arXiv identifier that names its own.

    ## What it does
    Finds `class` in `{{cite arXiv}}` with an identifier of before April 2007, which begins with
    the archive.

    ## Why it matters
    The class is not shown; an error is.

    ## Example
    ```wikitext
    {{cite arXiv |title=Bridges |eprint=math.GT/0309136 |class=math.GT}}
    ```

    ## Use instead
    ```wikitext
    {{cite arXiv |title=Bridges |eprint=math.GT/0309136}}
    ```

    ## Fix safety
    The fix takes out the class. It is safe: nothing is shown of it.
    """

    name = "arxiv-class-ignored"
    condition = "err_class_ignored"
    message = "“{name}” has no effect in this template"
    may_go = True
