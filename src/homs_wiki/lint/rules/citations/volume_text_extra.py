"""volume-text-extra: the condition err_extra_text_volume."""

from __future__ import annotations

import re

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._extra_text import ExtraTextRule
from homs_wiki.source.patterns import compiled


class VolumeTextExtra(ExtraTextRule):
    """The word for a volume stands in the citation twice.

    ## What it does
    Finds values of `volume` that begin with “vol.” or “volume”.

    ## Why it matters
    The template writes it too, so that readers see it twice.

    ## Example
    ```wikitext
    {{cite journal |journal=Rivers |title=Bridges |volume=Vol. 4}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |journal=Rivers |title=Bridges |volume=4}}
    ```

    ## Fix safety
    Where a number is left the fix takes out the word. It is safe.
    """

    name = "volume-text-extra"
    condition = "err_extra_text_volume"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    word = compiled(r"\A(?:volumes?|vols?)[.:]? *(?=[0-9]|[IVXLC]+\b)", re.IGNORECASE)
