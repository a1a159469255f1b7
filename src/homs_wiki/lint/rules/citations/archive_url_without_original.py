"""archive-url-without-original: the condition err_archive_missing_url."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class ArchiveUrlWithoutOriginal(ConditionRule):
    """A citation has the address of a copy, but not of the original.

    ## What it does
    Finds `archive-url` without `url` or `chapter-url`.

    ## Why it matters
    The title is not linked, and an error is shown.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |archive-url=https://archive.ph/aBcDe |archive-date=3 May 2020}}
    ```

    ## Fix safety
    There is no fix: the address of the original has to be found.
    """

    name = "archive-url-without-original"
    condition = "err_archive_missing_url"
    message = "“{name}” is given, but not the URL that it is a copy of"
