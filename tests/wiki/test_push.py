"""Publishing commits: each one revision, exactly once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.wiki.memory_site import Fault, MemorySite

from homs_wiki.wiki.errors import ConflictError, RefusedError, UnansweredError
from homs_wiki.wiki.journal import Journal
from homs_wiki.wiki.patience import Patience
from homs_wiki.wiki.push import (
    Commit,
    MergedByWikiError,
    Pushed,
    UnexpectedError,
    mark_in,
    push,
    summary_of,
)
from homs_wiki.wiki.site import Account

PAGE = "حمص"
LOST = UnansweredError("the connection was lost")
QUICK = Patience(4, sleep=lambda _: None)


def commits(*texts: str) -> list[Commit]:
    return [
        Commit(f"{place:x}".ljust(40, "0"), f"commit {text}", text)
        for place, text in enumerate(texts)
    ]


FOUR = commits("a", "b", "c", "d")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "journal.sqlite", MemorySite.api, PAGE) as journal:
        yield journal


def texts(site: MemorySite) -> list[str | None]:
    return [revision.text for revision in site.pages.get(PAGE, [])]


def run(site: MemorySite, journal: Journal, some: list[Commit] = FOUR) -> list[Pushed]:
    return push(site, PAGE, some, journal, patience=QUICK)


def test_each_commit_is_a_revision_with_its_subject_and_mark(journal: Journal) -> None:
    site = MemorySite()
    done = run(site, journal)
    assert texts(site) == ["a", "b", "c", "d"]
    assert [each.outcome for each in done] == [("saved", number) for number in (1, 2, 3, 4)]
    comments = [revision.comment for revision in site.pages[PAGE]]
    assert comments == [summary_of(commit) for commit in FOUR]
    assert comments[1] == "commit b (git 100000000000)"


def test_a_second_push_sends_nothing(journal: Journal) -> None:
    site = MemorySite()
    run(site, journal)
    site.sent.clear()
    assert run(site, journal) == []
    assert site.sent == []


def test_what_came_later_is_pushed_later(journal: Journal) -> None:
    site = MemorySite()
    run(site, journal, FOUR[:2])
    run(site, journal)
    assert texts(site) == ["a", "b", "c", "d"]


def test_a_commit_that_leaves_the_text_as_it_was_makes_no_revision(journal: Journal) -> None:
    site = MemorySite()
    done = run(site, journal, commits("a", "b", "b", "b \n", "c"))
    assert texts(site) == ["a", "b", "c"]
    assert [each.outcome.how for each in done] == [
        "saved", "saved", "unchanged", "unchanged", "saved",
    ]  # fmt: skip


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("when", ["before", "after"])
def test_lost_answers_double_and_lose_nothing(journal: Journal, when: str, place: int) -> None:
    site = MemorySite()
    site.faults = [None] * place + [(when, LOST)] * 2
    run(site, journal)
    assert texts(site) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_killed_push_is_taken_up_where_it_stopped(
    journal: Journal, when: str, place: int
) -> None:
    site = MemorySite()
    fault: Fault = (when, KeyboardInterrupt())  # type: ignore[assignment]
    site.faults = [None] * place + [fault]
    with pytest.raises(KeyboardInterrupt):
        run(site, journal)
    run(site, journal)
    assert texts(site) == ["a", "b", "c", "d"]


def test_without_the_journal_the_marks_tell(journal: Journal, tmp_path: Path) -> None:
    site = MemorySite()
    run(site, journal, FOUR[:3])
    with Journal(tmp_path / "other.sqlite", MemorySite.api, PAGE) as other:
        run(site, other)
    assert texts(site) == ["a", "b", "c", "d"]


def test_a_page_with_the_text_of_a_commit_goes_on_from_there(journal: Journal) -> None:
    site = MemorySite()
    site.put(PAGE, "zero")
    site.put(PAGE, "b")
    run(site, journal)
    assert texts(site) == ["zero", "b", "c", "d"]


def test_a_page_of_other_text_is_not_touched(journal: Journal) -> None:
    site = MemorySite()
    site.put(PAGE, "theirs")
    with pytest.raises(ConflictError, match="that of none of the commits"):
        run(site, journal)
    assert texts(site) == ["theirs"]


def test_another_persons_edit_between_two_pushes_stops_it(journal: Journal) -> None:
    site = MemorySite()
    run(site, journal, FOUR[:2])
    site.put(PAGE, "theirs")
    with pytest.raises(ConflictError, match="by Other"):
        run(site, journal)
    assert texts(site) == ["a", "b", "theirs"]


def test_another_persons_edit_in_the_middle_stops_it(journal: Journal) -> None:
    site = MemorySite()

    def meddle(number: int, _: Pushed) -> None:
        if number == 1:
            site.put(PAGE, "theirs")

    with pytest.raises(ConflictError):
        push(site, PAGE, FOUR, journal, patience=QUICK, tell=meddle)
    assert texts(site) == ["a", "b", "theirs"]
    with pytest.raises(ConflictError):
        run(site, journal)
    assert texts(site) == ["a", "b", "theirs"]


def test_a_merge_by_the_wiki_stops_it_and_is_told(journal: Journal) -> None:
    site = MemorySite()
    site.merges = True

    def meddle(number: int, _: Pushed) -> None:
        if number == 1:
            site.put(PAGE, "theirs")

    with pytest.raises(MergedByWikiError, match="as revision 4"):
        push(site, PAGE, FOUR, journal, patience=QUICK, tell=meddle)
    assert texts(site) == ["a", "b", "theirs", "theirs\nc"]


def test_a_refusal_stops_it_and_can_be_taken_up(journal: Journal) -> None:
    site = MemorySite()
    site.faults = [None, ("before", RefusedError("protectedpage", "", "protected"))]
    with pytest.raises(RefusedError):
        run(site, journal)
    run(site, journal)
    assert texts(site) == ["a", "b", "c", "d"]


def test_a_deleted_page_is_not_made_anew(journal: Journal) -> None:
    site = MemorySite()
    run(site, journal, FOUR[:2])
    del site.pages[PAGE]
    with pytest.raises(ConflictError, match="deleted"):
        run(site, journal)


def test_a_rewritten_history_is_told(journal: Journal) -> None:
    site = MemorySite()
    run(site, journal, FOUR[:2])
    with pytest.raises(ConflictError, match="history was rewritten"):
        run(site, journal, [commit._replace(id=f"f{commit.id[:-1]}") for commit in FOUR])


def test_a_long_subject_keeps_its_mark() -> None:
    summary = summary_of(Commit("ab" * 20, "x " * 900, ""))
    assert len(summary) == 500
    assert mark_in(summary) == "abababababab"
    assert mark_in("an edit (git by hand)") is None
    assert mark_in(None) is None


def test_a_late_request_is_never_put_on_top_of_a_later_commit(journal: Journal) -> None:
    site = MemorySite()
    site.merges = True
    site.faults = [None, ("late", LOST)]
    patience = Patience(4, settle=3, sleep=site.deliver)
    push(site, PAGE, commits("a", "b", "a ", "c"), journal, patience=patience)
    assert texts(site) == ["a", "b", "a", "c"]


def test_a_request_in_flight_when_the_push_was_killed_is_waited_for(journal: Journal) -> None:
    site = MemorySite()
    site.merges = True
    site.faults = [None, ("late", KeyboardInterrupt())]  # type: ignore[list-item]
    with pytest.raises(KeyboardInterrupt):
        run(site, journal)
    patience = Patience(4, settle=3, sleep=site.deliver)
    push(site, PAGE, FOUR, journal, patience=patience)
    assert texts(site) == ["a", "b", "c", "d"]


def test_a_revision_of_ours_that_nobody_expected_is_told(journal: Journal) -> None:
    site = MemorySite()

    def meddle(number: int, _: Pushed) -> None:
        if number == 3:
            site.put(PAGE, "ours", site.user)

    with pytest.raises(UnexpectedError, match="revision 5 by Us"):
        push(site, PAGE, FOUR, journal, patience=QUICK, tell=meddle)


def test_after_a_merge_by_the_wiki_the_next_push_overwrites_nothing(journal: Journal) -> None:
    site = MemorySite()
    site.merges = True

    def meddle(number: int, _: Pushed) -> None:
        if number == 1:
            site.put(PAGE, "theirs")

    with pytest.raises(MergedByWikiError):
        push(site, PAGE, FOUR, journal, patience=QUICK, tell=meddle)
    with pytest.raises(ConflictError, match="that nobody sent"):
        run(site, journal)
    assert texts(site) == ["a", "b", "theirs", "theirs\nc"]


def test_a_commit_that_holds_the_foreign_revision_goes_on_from_it(journal: Journal) -> None:
    site = MemorySite()
    run(site, journal, FOUR[:2])
    theirs = site.put(PAGE, "theirs")
    merged = commits("a", "b", "c", "theirs and c", "d")
    merged[3:] = [commit._replace(base=theirs.id) for commit in merged[3:]]
    run(site, journal, merged)
    assert texts(site) == ["a", "b", "theirs", "theirs and c", "d"]


def test_a_revert_by_another_person_is_not_undone(journal: Journal, tmp_path: Path) -> None:
    site = MemorySite()
    run(site, journal, FOUR[:3])
    site.put(PAGE, "b")
    with pytest.raises(ConflictError, match="by Other"):
        run(site, journal)
    with (
        Journal(tmp_path / "other.sqlite", MemorySite.api, PAGE) as other,
        pytest.raises(ConflictError, match="by Other"),
    ):
        run(site, other)
    assert texts(site) == ["a", "b", "c", "b"]


def test_a_mark_that_was_copied_counts_for_nothing(journal: Journal) -> None:
    site = MemorySite()
    site.put(PAGE, "theirs", comment=summary_of(FOUR[1]))
    with pytest.raises(ConflictError):
        run(site, journal)
    assert texts(site) == ["theirs"]


def test_what_another_machine_pushed_since_is_passed_over(journal: Journal, tmp_path: Path) -> None:
    site = MemorySite()
    run(site, journal, FOUR[:1])
    with Journal(tmp_path / "other.sqlite", MemorySite.api, PAGE) as other:
        run(site, other, FOUR[:3])
    run(site, journal)
    assert texts(site) == ["a", "b", "c", "d"]


def test_the_rate_limit_of_the_wiki_is_kept(journal: Journal) -> None:
    class Limited(MemorySite):
        def account(self) -> Account:
            return Account(self.user, frozenset({"edit"}), limits=(2, 60))

    waits: list[float] = []
    push(Limited(), PAGE, FOUR, journal, patience=Patience(sleep=waits.append))
    assert [round(wait) for wait in waits] == [60, 60]
