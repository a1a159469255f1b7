"""reference-space-missing: the next word is joined to a footnote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._runs import behind, read_runs
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# Languages that are written without spaces between words.
_WITHOUT_SPACES = frozenset(
    {"bo", "dz", "gan", "ja", "jv", "km", "lo", "my", "th", "wuu", "yue", "zh"}
)
# From here on in Unicode stand letters of scripts without spaces, and those of East Asia.
_LAST = "\u0e00"


class ReferenceSpaceMissing(Rule):
    """The word behind a footnote is not separated from it by a space.

    ## What it does
    Finds a letter directly behind a reference. Languages that are written without spaces are left
    out, and so are letters of their scripts.

    ## Why it matters
    The number of the footnote runs into the next sentence: “down.[1]It was rebuilt”.

    ## Example
    ```wikitext
    The mill burnt down.<ref>''Hilltown Post'', 3 May.</ref>It was rebuilt.
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref>''Hilltown Post'', 3 May.</ref> It was rebuilt.
    ```

    ## Fix safety
    The fix puts a space there. It is safe.
    """

    name = "reference-space-missing"
    family = "references"
    severity = Severity.WARNING
    message = "a space is missing behind the reference"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the last character of each footnote that a letter follows."""
        if page.profile.language in _WITHOUT_SPACES:
            return
        text = page.text
        for run in read_runs(page.document):
            end = behind(page.document, run.end)
            if text[end : end + 1].isalpha() and text[end] < _LAST:
                fix = Fix((Edit(end, end, " "),), safe=True, description="Put a space there")
                yield self.finding((end - 1, end + 1), fix)
