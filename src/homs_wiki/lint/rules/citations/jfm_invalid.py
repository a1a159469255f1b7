"""jfm-invalid: the condition err_bad_jfm."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class JfmInvalid(IdentifierRule):
    """A JFM number does not have the form of one.

    ## What it does
    Finds values of `jfm` that Citation Style 1 does not accept. It wants two, four and two digits
    with full stops between them.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |jfm=JFM 54.0271.04}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |jfm=54.0271.04}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "jfm-invalid"
    condition = "err_bad_jfm"
    identifier = "JFM number"
