"""A wiki that is asked everything and told nothing: what a run would save, without saving it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from homs_wiki.wiki.saving import sha1_of
from homs_wiki.wiki.site import Revision, Saved

if TYPE_CHECKING:
    from homs_wiki.profile import Profile
    from homs_wiki.wiki.site import Account, Draft, WikiSite


class Rehearsal:
    """As much of `homs_wiki.wiki.site.WikiSite` as publishing commits needs.

    Args:
        site: the wiki that is asked.

    """

    def __init__(self, site: WikiSite) -> None:
        self._site = site
        self._saved: list[Revision] = []
        self._user = ""

    @property
    def name(self) -> str:
        """What the user calls the wiki."""
        return self._site.name

    @property
    def api(self) -> str:
        """The address of the wiki's API."""
        return self._site.api

    @property
    def profile(self) -> Profile:
        """How the wiki's pages are read."""
        return self._site.profile

    def account(self) -> Account:
        """Return who is logged in."""
        return self._site.account()

    def current(self, title: str) -> Revision | None:
        """Return the page's latest revision."""
        return self._site.current(title)

    def after(self, title: str, number: int) -> list[Revision]:
        """Return the revisions that follow another, those that were not saved included."""
        return [*self._site.after(title, number), *self._saved]

    def stored(self, title: str, text: str) -> str:
        """Return what the wiki would store for a text."""
        return self._site.stored(title, text)

    def save(self, draft: Draft) -> Saved:
        """Save nothing, and say that it is saved."""
        base = draft.base or 0
        user = self._user = self._user or self.account().name
        now = datetime.now(UTC)
        saved = Revision(base + 1, base, now, user, draft.summary, sha1_of(draft.text))
        self._saved.append(saved)
        return Saved(saved.id, base, now)
