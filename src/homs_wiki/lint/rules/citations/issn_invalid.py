"""issn-invalid: the condition err_bad_issn."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class IssnInvalid(IdentifierRule):
    """An ISSN does not have the form of one.

    ## What it does
    Finds values of `issn` that Citation Style 1 does not accept. It wants eight digits with a
    right check digit, of which the last may be a capital X; unlike in the standard hyphens and
    spaces may stand anywhere, and a small x is wrong. Both `issn` and `eissn` are looked at; one
    in `((…))` is left alone.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |issn=2434-561x}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |issn=2434-561X}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "issn-invalid"
    condition = "err_bad_issn"
    identifier = "ISSN"
