"""access-date-without-url: when something was looked at, but not where."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rules.citations._needless import NeedlessRule


class AccessDateWithoutUrl(NeedlessRule):
    """A citation says when an address was looked at, but has no address.

    ## What it does
    Finds `access-date` in templates of Citation Style 1 that have neither `url` nor `chapter-url`
    (`map-url` in `{{cite map}}`). Links that come from a DOI or another identifier don't count.

    ## Why it matters
    The date is not shown; an error is. Either the address was forgotten or misspelt, or the source
    is on paper and the date means nothing.

    ## Example
    ```wikitext
    {{cite book |title=The Bridges of Hilltown |date=1990 |access-date=5 May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=The Bridges of Hilltown |date=1990}}
    ```

    ## Fix safety
    The fix takes out the date. It is not safe, because the address may be what is missing.
    """

    name = "access-date-without-url"
    condition = "err_accessdate_missing_url"
    severity = Severity.WARNING
    message = "“{name}” is given, but no URL"
