"""``wiki:REVID`` and ``wiki:current``: the place where a wiki will be plugged in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.source import HomsWikiError

if TYPE_CHECKING:
    from homs_wiki.cli.revisions.versions import Version

WIKI = "wiki:"
"""What such an argument begins with."""


class NoWikiError(HomsWikiError):
    """A revision on a wiki is wanted, and none is configured."""


def wiki_version(argument: str) -> Version:
    """Return the page that ``wiki:…`` means.

    Raises:
        NoWikiError: always, as long as no wiki can be configured.
    """
    raise NoWikiError(f"{argument}: no wiki is configured")
