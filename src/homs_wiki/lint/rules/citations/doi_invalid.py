"""doi-invalid: the condition err_bad_doi."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class DoiInvalid(IdentifierRule):
    """A DOI does not have the form of one.

    ## What it does
    Finds values of `doi` that Citation Style 1 does not accept. It wants `10.`, the number of a
    registrant, a slash, and a name without white space that does not end in a full stop or comma.
    A DOI in `((…))` is left alone.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |doi=doi:10.1000/182}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |doi=10.1000/182}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "doi-invalid"
    condition = "err_bad_doi"
    identifier = "DOI"
