"""ol-invalid: the condition err_bad_ol."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class OlInvalid(IdentifierRule):
    """An Open Library identifier does not have the form of one.

    ## What it does
    Finds values of `ol` that Citation Style 1 does not accept. It wants digits and one of A, M and
    W.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |ol=123m}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |ol=123M}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "ol-invalid"
    condition = "err_bad_ol"
    identifier = "Open Library identifier"
