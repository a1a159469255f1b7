"""Rules that do not come with homs-wiki: plug-ins, folders of rules, and patterns.

``docs/own-rules.md`` describes them. Nothing of this is imported unless the settings name some.
"""

from homs_wiki.lint.own.entries import fingerprint, own_entries
from homs_wiki.lint.own.errors import OwnRuleError

__all__ = ["OwnRuleError", "fingerprint", "own_entries"]
