"""Publishing one text, with a wiki in memory for what cannot be arranged with a real one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.wiki.memory_site import MemorySite

from homs_wiki.profile import load_profile
from homs_wiki.wiki.errors import ConflictError, RefusedError, UnansweredError
from homs_wiki.wiki.journal import Journal
from homs_wiki.wiki.patience import Patience
from homs_wiki.wiki.publish import (
    Published,
    alterations,
    file_key,
    last_published,
    merged_with_wiki,
    note_base,
    publish,
)
from homs_wiki.wiki.rehearsal import Rehearsal
from homs_wiki.wiki.saving import sha1_of
from homs_wiki.wiki.state import Standing, State, find_standing

PAGE = "حمص"
QUICK = Patience(3, settle=0, sleep=lambda _: None)
LOST = UnansweredError("the connection was lost")
URDU = load_profile("ur.wikipedia")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "journal.sqlite", MemorySite.api, PAGE) as journal:
        yield journal


@pytest.fixture
def site() -> MemorySite:
    site = MemorySite()
    site.put(PAGE, "old")
    return site


def standing(site: MemorySite, text: str, base: int | None, *earlier: str) -> Standing:
    return find_standing(site, PAGE, text, base, [sha1_of(each) for each in earlier])


def send(site: MemorySite, journal: Journal, text: str, base: int | None = 1) -> Published:
    return publish(site, standing(site, text, base), journal, "why", patience=QUICK)


def texts(site: MemorySite) -> list[str | None]:
    return [revision.text for revision in site.pages[PAGE]]


def test_the_states(site: MemorySite) -> None:
    assert standing(site, "old", None).state is State.EQUAL
    assert standing(site, "new", 1).state is State.AHEAD
    assert standing(site, "new", None).state is State.UNKNOWN
    site.put(PAGE, "theirs")
    assert standing(site, "old", 1).state is State.BEHIND
    assert standing(site, "old", None).state is State.BEHIND
    apart = standing(site, "new", 1)
    assert apart.state is State.APART
    assert [each.id for each in apart.since] == [2]
    assert find_standing(site, "نئی", "new", None).state is State.NEW
    assert find_standing(site, "نئی", "new", 0).state is State.NEW


def test_earlier_texts_tell_the_base_only_if_that_is_sure(site: MemorySite) -> None:
    assert standing(site, "new", None, "newer", "old").state is State.AHEAD
    site.put(PAGE, "theirs")
    apart = standing(site, "new", None, "newer", "old")
    assert (apart.state, apart.base and apart.base.id) == (State.APART, 1)
    site.put(PAGE, "old")  # somebody undid what came between
    assert standing(site, "new", None, "newer", "old").state is State.UNKNOWN
    site.put(PAGE, "older")
    assert standing(site, "new", None, "old", "older").state is State.UNKNOWN


@pytest.mark.parametrize(
    ("base", "title", "message"),
    [(5, "نئی", "not there any more"), (0, PAGE, "exists"), (2, PAGE, "is one of “حلب”")],
    ids=["deleted", "exists", "another page"],
)
def test_what_cannot_be(site: MemorySite, base: int, title: str, message: str) -> None:
    site.put("حلب", "other")
    with pytest.raises(ConflictError, match=message):
        find_standing(site, title, "new", base)


def test_hidden_texts_are_not_replaced(site: MemorySite) -> None:
    site.pages[PAGE][0] = site.pages[PAGE][0]._replace(text=None)
    with pytest.raises(RefusedError, match="hides the text"):
        standing(site, "new", 1)


def test_it_is_saved_read_back_and_written_down(site: MemorySite, journal: Journal) -> None:
    published = send(site, journal, "new")
    assert published.outcome == ("saved", 2)
    assert published.is_as_sent
    assert last_published(site, PAGE, journal) == 2
    assert standing(site, "new", 2).state is State.EQUAL


@pytest.mark.parametrize("state", [State.EQUAL, State.APART, State.BEHIND, State.UNKNOWN])
def test_nothing_else_is_ever_saved(site: MemorySite, journal: Journal, state: State) -> None:
    with pytest.raises(ValueError, match="is not to be saved"):
        publish(site, standing(site, "new", 1)._replace(state=state), journal, "")
    assert texts(site) == ["old"]


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_run_that_was_killed_is_settled_by_the_next(
    site: MemorySite, journal: Journal, when: str
) -> None:
    site.faults = [(when, KeyboardInterrupt())]  # type: ignore[list-item]
    with pytest.raises(KeyboardInterrupt):
        send(site, journal, "new")
    assert last_published(site, PAGE, journal) == (2 if when == "after" else None)
    assert all(entry.revision for entry in journal.entries())


def test_an_edit_of_another_at_the_last_moment_is_a_conflict(
    site: MemorySite, journal: Journal
) -> None:
    found = standing(site, "new", 1)
    site.put(PAGE, "theirs")
    with pytest.raises(ConflictError):
        publish(site, found, journal, "why", patience=QUICK)
    assert texts(site) == ["old", "theirs"]
    assert journal.entries() == []


@pytest.mark.parametrize("is_lost", [False, True], ids=["answered", "answer lost"])
def test_a_merge_by_the_wiki_is_told_and_is_no_base(
    site: MemorySite, journal: Journal, is_lost: bool
) -> None:
    found = standing(site, "new", 1)
    site.put(PAGE, "theirs")
    site.merges = True
    site.faults = [("after", LOST)] if is_lost else []
    published = publish(site, found, journal, "why", patience=QUICK)
    assert published.outcome == ("merged", 3)
    assert not published.is_as_sent
    assert published.revision.text == "theirs\nnew"
    # The file does not have what the other person did.
    assert last_published(site, PAGE, journal) is None
    assert standing(site, "new", 1).state is State.APART


def test_a_refusal_leaves_nothing_open(site: MemorySite, journal: Journal) -> None:
    site.faults = [("before", RefusedError("protectedpage", "", "protected"))]
    with pytest.raises(RefusedError):
        send(site, journal, "new")
    assert journal.entries() == []


def test_a_merge_of_both_sides(site: MemorySite) -> None:
    site.pages.clear()
    number = site.put(PAGE, "ایک\n\nدو\n\nتین").id
    site.put(PAGE, "ایک الف\n\nدو\n\nتین")
    apart = standing(site, "ایک\n\nدو\n\nتین الف", number)
    merge = merged_with_wiki(apart, URDU, PAGE)
    assert (merge.text, merge.conflicts) == ("ایک الف\n\nدو\n\nتین الف", [])
    with pytest.raises(ValueError, match="nothing to merge"):
        merged_with_wiki(apart._replace(state=State.AHEAD), URDU, PAGE)


def test_a_base_can_be_noted(site: MemorySite, journal: Journal) -> None:
    note_base(journal, site.pages[PAGE][0], "old")
    assert last_published(site, PAGE, journal) == 1


def test_files_are_apart_in_the_journal(tmp_path: Path) -> None:
    assert file_key(PAGE, tmp_path / "a") != file_key(PAGE, tmp_path / "b")
    assert file_key(PAGE, tmp_path / "a") == file_key(PAGE, tmp_path / "x" / ".." / "a")


@pytest.mark.parametrize(
    ("text", "stored", "expected"),
    [
        ("a\n", "a", []),
        ("a \n", "a", [(1, "", "")]),
        ("a ~~~ b ~~~", "a X b X", [(2, "~~~", "X"), (8, "~~~", "X")]),
        ("[[a (b)|]]", "[[a (b)|a]]", [(8, "", "a")]),
    ],
    ids=["a last line end", "blanks", "signatures", "the pipe trick"],
)
def test_alterations(text: str, stored: str, expected: list[tuple[int, str, str]]) -> None:
    found = alterations(text, stored, URDU)
    assert [(each.start, each.before, each.after) for each in found] == expected


def test_a_rehearsal_saves_nothing(site: MemorySite) -> None:
    from homs_wiki.wiki.site import Draft

    rehearsal = Rehearsal(site)
    saved = rehearsal.save(Draft(PAGE, "new", "why", 1))
    assert saved.before == 1
    assert [each.id for each in rehearsal.after(PAGE, 1)] == [saved.revision]
    assert texts(site) == ["old"]
    assert rehearsal.account() == site.account()
    assert (rehearsal.name, rehearsal.api) == (site.name, site.api)
