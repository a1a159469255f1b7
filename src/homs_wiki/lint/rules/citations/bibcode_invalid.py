"""bibcode-invalid: the condition err_bad_bibcode."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class BibcodeInvalid(IdentifierRule):
    """A bibcode does not have the form of one.

    ## What it does
    Finds values of `bibcode` that Citation Style 1 does not accept. It wants 19 characters: a
    year, a letter, the journal, volume and page, and a letter at the end.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |bibcode=1974AJ.....79..819}}
    ```

    ## Fix safety
    There is no fix: the right number has to be looked up.
    """

    name = "bibcode-invalid"
    condition = "err_bad_bibcode"
    identifier = "bibcode"
    may_be_meant = False
