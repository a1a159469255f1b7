"""isbn-invalid: the condition err_bad_isbn."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class IsbnInvalid(IdentifierRule):
    """An ISBN does not have the form of one.

    ## What it does
    Finds values of `isbn` that Citation Style 1 does not accept. It wants 10 or 13 digits with a
    right check digit, hyphens and spaces between them. Unlike the standard, the module takes only
    a capital X, and not the groups 630 and 631, which are Amazon's. An ISBN in `((…))` is left
    alone.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |isbn=978–0–306–40615–7}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |isbn=978-0-306-40615-7}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "isbn-invalid"
    condition = "err_bad_isbn"
    identifier = "ISBN"
