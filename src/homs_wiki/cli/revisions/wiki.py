"""``wiki:REVID`` and ``wiki:current``: revisions on a wiki.

``wiki:urwiki:123`` names the wiki, too; without a name it is the only one in the settings, or else
the local test wiki. ``wiki:current`` is the latest revision of the page in ``article.toml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.source import HomsWikiError, SourceFile, UnreadableError

if TYPE_CHECKING:
    from homs_wiki.cli.revisions.versions import Version
    from homs_wiki.cli.wikis.common import Place
    from homs_wiki.wiki.connecting import ConnectedSite
    from homs_wiki.wiki.site import Revision

WIKI = "wiki:"
"""What such an argument begins with."""

_CURRENT = "current"


class NoWikiError(HomsWikiError):
    """A revision on a wiki is wanted, and none is configured."""


def wiki_version(argument: str) -> Version:
    """Return the page that ``wiki:…`` means; nothing is asked of the wiki yet.

    Raises:
        HomsWikiError: it means nothing, or no wiki is configured.
    """
    from homs_wiki.cli.revisions.versions import Version
    from homs_wiki.cli.wikis.common import PlaceError, find_place

    site_name, _, revision = argument.removeprefix(WIKI).rpartition(":")
    if revision != _CURRENT and not (revision.isascii() and revision.isdecimal()):
        raise NoWikiError(f"{argument}: write {WIKI}NUMBER, {WIKI}current or {WIKI}SITE:NUMBER")
    try:
        place = find_place(None, None)
    except PlaceError as error:
        if revision == _CURRENT:
            raise NoWikiError(f"{argument}: no wiki is configured: {error}") from error
        place = None
    site = _site(argument, site_name, place)

    def load(limit: int) -> SourceFile:
        return _read(argument, _revision(argument, site, revision, place), limit)

    from pathlib import Path

    return Version(place.path if place else Path("page.wiki"), load)


def _site(argument: str, name: str, place: Place | None) -> ConnectedSite:
    from homs_wiki.cli.wikis.common import Wikis
    from homs_wiki.wiki.errors import LocalWikiError
    from homs_wiki.wiki.sites import LOCAL

    wikis = Wikis(None, None)
    if not name:
        known = list(wikis.config.section("sites").named())
        name = known[0] if len(known) == 1 else LOCAL
    try:
        return wikis.connect(name, place).site
    except LocalWikiError as error:
        raise NoWikiError(f"{argument}: no wiki is configured, and {error}") from error


def _revision(argument: str, site: ConnectedSite, revision: str, place: Place | None) -> Revision:
    if revision != _CURRENT:
        return site.revision(int(revision))
    if place is None:
        raise AssertionError("without a page there is no latest revision")
    found = site.current(place.title)
    if found is None:
        raise UnreadableError(argument, f"there is no page “{place.title}” on {site.name}")
    return found


def _read(argument: str, revision: Revision, limit: int) -> SourceFile:
    if revision.text is None:
        raise UnreadableError(argument, "the wiki hides the text of this revision")
    # A page on a wiki has no newline at its end, a file has one.
    data = f"{revision.text}\n".encode() if revision.text else b""
    if len(data) > limit:
        raise UnreadableError(argument, f"is larger than the limit of {limit:,} bytes")
    return SourceFile(argument, data)
