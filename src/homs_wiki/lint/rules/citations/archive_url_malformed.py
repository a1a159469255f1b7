"""archive-url-malformed: the condition err_archive_url."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.rules.citations._condition import ConditionRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.lint.rules.citations._condition import Case

_REASONS = {
    "save command": Phrase("it orders a copy instead of showing one"),
    "liveweb": Phrase("it shows the page of now"),
    "timestamp": Phrase("its time has not 14 digits"),
    "path": Phrase("its path is none of the archive"),
    "flag": Phrase("its flag is none of the archive"),
}


class ArchiveUrlMalformed(ConditionRule):
    """The address of a copy at the Internet Archive is malformed.

    ## What it does
    Finds addresses at web.archive.org that order a copy (`/save/`) instead of showing one, whose
    time has not 14 digits, or with another path or flag than those that there are.

    ## Why it matters
    Readers may see another version of the page than the one cited, or none; the module leaves the
    copy out and shows an error.

    ## Example
    ```wikitext
    {{cite web |title=Bridges |url=http://a.org |archive-url=https://web.archive.org/save/http://a.org |archive-date=3 May 2020}}
    ```

    ## Fix safety
    There is no fix: the right copy has to be found.
    """  # noqa: E501 - wikitext has long lines

    name = "archive-url-malformed"
    condition = "err_archive_url"
    message = "the URL of the archived copy is malformed: {reason}"

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the reason in words."""
        return {"reason": _REASONS[case.condition.values["reason"]]}
