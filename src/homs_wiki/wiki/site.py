"""What is needed of a wiki: a few operations, each of them one question and one answer.

`homs_wiki.wiki.pywikibot_site` does them on a real wiki. What they mean, and what can go wrong
with each, is said here; when to save, and what to do when no answer came, is decided elsewhere.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.profile import Profile


class Revision(NamedTuple):
    """One revision of a page.

    Attributes:
        id: the wiki's number for it. Numbers are not in the order of time after an import.
        parent: the id of the revision before it; 0 if it is the first.
        time: when it was saved, in UTC.
        user: who saved it; None if that is hidden.
        comment: the summary; None if that is hidden.
        sha1: of the text in UTF-8, 40 hexadecimal digits; None if that is hidden.
        text: the wikitext; None if it was not asked for, or is hidden.
        minor: whether it is marked as minor.
        tags: the change tags.
    """

    id: int
    parent: int
    time: datetime
    user: str | None
    comment: str | None
    sha1: str | None
    text: str | None = None
    minor: bool = False
    tags: tuple[str, ...] = ()


class Draft(NamedTuple):
    """A text that is to become the page's next revision.

    Attributes:
        title: of the page, with its namespace.
        text: the wikitext, with LF line ends.
        summary: what was done.
        base: the revision that the text was made from; None for a page that must not exist yet.
        started: when work on the text began, so that a page deleted since is not made anew; None
            if that was not noted.
        minor: whether it is a minor edit.
        bot: whether it is marked as made by a bot, if the account may do that.
        tags: change tags to apply.
    """

    title: str
    text: str
    summary: str
    base: int | None
    started: datetime | None = None
    minor: bool = False
    bot: bool = False
    tags: tuple[str, ...] = ()


class Saved(NamedTuple):
    """The wiki's word that it saved.

    Attributes:
        revision: the id of the new revision; None if the text was the same as before and no
            revision was made.
        before: the id of the revision before it. If that is not the base of the draft, the wiki
            has merged the draft with what others had saved.
        time: when, in UTC; None if no revision was made.
    """

    revision: int | None
    before: int
    time: datetime | None


class Account(NamedTuple):
    """Who is logged in.

    Attributes:
        name: of the account.
        rights: what it may do ("edit", "bot", "noratelimit", …).
        limits: edits allowed in a time: (hits, seconds), the strictest; None without limit.
        is_blocked: whether it is blocked from editing the whole site.
    """

    name: str
    rights: frozenset[str]
    limits: tuple[int, int] | None = None
    is_blocked: bool = False


class Rendered(NamedTuple):
    """A text as the wiki's parser shows it.

    Attributes:
        html: the body.
        categories: names without their namespace.
        templates: every page transcluded, by title, and whether it exists.
        warnings: what the parser warned of.
    """

    html: str
    categories: tuple[str, ...]
    templates: dict[str, bool]
    warnings: tuple[str, ...] = ()


class Facts(NamedTuple):
    """What a wiki says of itself.

    Attributes:
        name: the site's name.
        language: the code of its content language.
        generator: "MediaWiki 1.39.17".
        largest: the largest page, in bytes.
        is_read_only: whether nothing can be saved now.
        page_address: the address of a page, "$1" for its title.
        database: the wiki's id ("urwiki").
    """

    name: str
    language: str
    generator: str
    largest: int
    is_read_only: bool
    page_address: str
    database: str


class WikiSite(Protocol):
    """A wiki that one account is logged in to.

    Every method may raise `homs_wiki.wiki.errors.WikiError`: `UnansweredError` when no answer (or
    no sensible one) came, `RefusedError` with the wiki's code when it said no. No method sends
    anything twice that would change the wiki.
    """

    @property
    def name(self) -> str:
        """What the user calls the wiki."""
        ...

    @property
    def api(self) -> str:
        """The address of the wiki's API."""
        ...

    @property
    def profile(self) -> Profile:
        """How the wiki's pages are read."""
        ...

    def account(self) -> Account:
        """Return who is logged in, as the wiki sees it now."""
        ...

    def facts(self) -> Facts:
        """Return what the wiki says of itself."""
        ...

    def current(self, title: str) -> Revision | None:
        """Return the page's latest revision with its text; None if there is no such page."""
        ...

    def revision(self, number: int) -> Revision:
        """Return a revision with its text."""
        ...

    def title_of(self, number: int) -> str:
        """Return the title of the page that a revision belongs to."""
        ...

    def after(self, title: str, number: int) -> list[Revision]:
        """Return the revisions that follow revision ``number``, oldest first, without texts."""
        ...

    def history(self, title: str, *, since: int = 0) -> Iterator[Revision]:
        """Yield the page's revisions with their texts, oldest first, those behind ``since``."""
        ...

    def stored(self, title: str, text: str) -> str:
        """Return what the wiki would store for a text: after its pre-save transform."""
        ...

    def render(self, title: str, text: str, language: str | None = None) -> Rendered:
        """Return what the wiki's parser makes of a text.

        Messages in it are in ``language``, or else in the wiki's; in "qqx" they are their names.
        """
        ...

    def existing(self, titles: Sequence[str]) -> dict[str, bool]:
        """Tell of each title whether there is such a page."""
        ...

    def save(self, draft: Draft) -> Saved:
        """Send a draft, once.

        Raises:
            ConflictError: others changed what the draft changes, or the page was moved, deleted
                or made meanwhile.
            UnansweredError: nobody knows whether it was saved.
        """
        ...
