"""url-status-bot-unknown: the condition maint_bot_unknown."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class UrlStatusBotUnknown(ConditionRule):
    """A bot has left open whether an address is alive.

    ## What it does
    Finds `url-status=bot: unknown`.

    ## Why it matters
    Somebody should look, and write `live` or `dead`.

    ## Example
    ```wikitext
    {{cite web |title=A |url=https://a.org |archive-url=https://archive.ph/x |archive-date=3 May 2020 |url-status=bot: unknown}}
    ```

    ## Fix safety
    There is no fix: somebody has to look.
    """  # noqa: E501 - wikitext has long lines

    name = "url-status-bot-unknown"
    condition = "maint_bot_unknown"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "a bot could not tell whether the original is still there"
