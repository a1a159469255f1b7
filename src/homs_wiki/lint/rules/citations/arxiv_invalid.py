"""arxiv-invalid: the condition err_bad_arxiv."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class ArxivInvalid(IdentifierRule):
    """An arXiv identifier does not have the form of one.

    ## What it does
    Finds values of `arxiv` that Citation Style 1 does not accept. It wants `archive/YYMMNNN` until
    March 2007, `YYMM.NNNN` until 2014, `YYMM.NNNNN` from 2015 on, each with an optional version,
    and no prefix `arXiv:`.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |arxiv=arXiv:1501.00001}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |arxiv=1501.00001}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "arxiv-invalid"
    condition = "err_bad_arxiv"
    identifier = "arXiv identifier"
