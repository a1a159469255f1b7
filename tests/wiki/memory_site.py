"""A wiki in memory, for what cannot be arranged with a real one: it records what was saved.

It answers as MediaWiki does where it matters for saving: a base that is not the latest revision
is a conflict, unless the wiki merges; equal text is no revision. `faults` are raised, one for each
call of `save`, before ("before") or after ("after") the draft is stored; "late" leaves it in a
queue until `deliver` is called.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from homs_wiki.profile import Profile, load_profile
from homs_wiki.wiki.errors import ConflictError, RefusedError
from homs_wiki.wiki.site import Account, Draft, Facts, Rendered, Revision, Saved

Fault = tuple[str, Exception]


class MemorySite:
    """The pages are lists of revisions by title."""

    name = "memory"
    api = "http://127.0.0.1/api.php"

    def __init__(self, user: str = "Us") -> None:
        self.user = user
        self.pages: dict[str, list[Revision]] = {}
        self.faults: list[Fault | None] = []
        self.sent: list[Draft] = []
        self.late: list[Draft] = []
        self.merges = False
        self._last = 0

    @property
    def profile(self) -> Profile:
        return load_profile("ur.wikipedia")

    def account(self) -> Account:
        return Account(self.user, frozenset({"edit"}))

    def facts(self) -> Facts:
        return Facts("Memory", "ur", "MediaWiki 1.39", 2048 * 1024, False, "/$1", "memory")

    def put(self, title: str, text: str, user: str = "Other", comment: str = "") -> Revision:
        """Save a text as somebody else would."""
        revisions = self.pages.setdefault(title, [])
        self._last += 1
        revision = Revision(
            self._last,
            revisions[-1].id if revisions else 0,
            datetime(2024, 12, 8, tzinfo=UTC) + timedelta(seconds=self._last),
            user,
            comment,
            hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest(),
            text,
        )
        revisions.append(revision)
        return revision

    def current(self, title: str) -> Revision | None:
        revisions = self.pages.get(title)
        return revisions[-1] if revisions else None

    def revision(self, number: int) -> Revision:
        for revisions in self.pages.values():
            for revision in revisions:
                if revision.id == number:
                    return revision
        raise RefusedError("nosuchrevid", "", f"there is no revision {number}")

    def title_of(self, number: int) -> str:
        wanted = self.revision(number)
        return next(title for title, revisions in self.pages.items() if wanted in revisions)

    def after(self, title: str, number: int) -> list[Revision]:
        behind = [each for each in self.pages.get(title, []) if each.id > number]
        return [each._replace(text=None) for each in behind]

    def history(self, title: str, *, since: int = 0) -> Iterator[Revision]:
        yield from (each for each in self.pages.get(title, []) if each.id > since)

    def stored(self, title: str, text: str) -> str:  # noqa: ARG002 - the protocol's
        return text.rstrip()

    def render(
        self,
        title: str,  # noqa: ARG002 - the protocol's
        text: str,
        language: str | None = None,  # noqa: ARG002 - the protocol's
    ) -> Rendered:
        return Rendered(text, (), {})

    def existing(self, titles: Sequence[str]) -> dict[str, bool]:
        return {title: title in self.pages for title in titles}

    def save(self, draft: Draft) -> Saved:
        self.sent.append(draft)
        fault = self.faults.pop(0) if self.faults else None
        if fault and fault[0] == "before":
            raise fault[1]
        if fault and fault[0] == "late":
            self.late.append(draft)
            raise fault[1]
        saved = self._save(draft)
        if fault:
            raise fault[1]
        return saved

    def deliver(self, _: float = 0) -> None:
        """Carry out what waited in the queue."""
        while self.late:
            with suppress(ConflictError):
                self._save(self.late.pop(0))

    def _save(self, draft: Draft) -> Saved:
        latest = self.current(draft.title)
        if latest and latest.text == draft.text:
            return Saved(None, latest.id, None)
        if draft.base is None and latest:
            raise ConflictError("articleexists", "", "the page exists")
        text = draft.text
        if latest and latest.id != draft.base:
            if not self.merges:
                raise ConflictError("editconflict", "", "edit conflict")
            text = f"{latest.text}\n{draft.text}"
        revision = self.put(draft.title, text, self.user, draft.summary)
        return Saved(revision.id, revision.parent, revision.time)
