"""hdl-invalid: the condition err_bad_hdl."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class HdlInvalid(IdentifierRule):
    """A handle does not have the form of one.

    ## What it does
    Finds values of `hdl` that Citation Style 1 does not accept. It wants a prefix, a slash, and a
    name without white space.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |hdl=2027/a b}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "hdl-invalid"
    condition = "err_bad_hdl"
    identifier = "handle"
