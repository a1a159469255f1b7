"""reference-dir-invalid: a direction that is none."""

from __future__ import annotations

from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.references._invalid import RefusedReference


class ReferenceDirInvalid(RefusedReference):
    """The `dir` of a reference is neither `ltr` nor `rtl`.

    ## What it does
    Finds references with another value, or none, for the direction of their text.

    ## Why it matters
    MediaWiki refuses the reference: an error stands in the place of the footnote.

    ## Example
    ```wikitext
    The mill burnt down.<ref dir="right">''Hilltown Post'', 3 May.</ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref dir="rtl">''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    There is no fix: which direction was meant only a person can tell.
    """

    name = "reference-dir-invalid"
    triggers = ("dir", *CUT)
    message = "the direction of a reference can only be “ltr” or “rtl”"
    error = "ref_invalid_dir"
    aliases = {"cite": "cite_error_ref_invalid_dir"}  # noqa: RUF012 - as in all rules
