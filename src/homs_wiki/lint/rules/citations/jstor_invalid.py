"""jstor-invalid: the condition err_bad_jstor."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class JstorInvalid(IdentifierRule):
    """A JSTOR number does not have the form of one.

    ## What it does
    Finds values of `jstor` that Citation Style 1 does not accept. It wants neither an address nor
    white space nor the word JSTOR in it.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |jstor=https://www.jstor.org/stable/2118559}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |jstor=2118559}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "jstor-invalid"
    condition = "err_bad_jstor"
    identifier = "JSTOR number"
    touches = frozenset({"parameter", "link"})
