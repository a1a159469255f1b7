"""Saving exactly once."""

import pytest
from tests.wiki.memory_site import MemorySite

from homs_wiki.wiki.errors import ConflictError, RefusedError, UnansweredError
from homs_wiki.wiki.saving import Patience, save
from homs_wiki.wiki.site import Draft, Revision

LOST = UnansweredError("the connection was lost")
PAGE = "حمص"


def quick(tries: int = 4) -> tuple[Patience, list[float]]:
    waits: list[float] = []
    return Patience(tries, settle=3, sleep=waits.append), waits


@pytest.fixture
def site() -> MemorySite:
    site = MemorySite()
    site.put(PAGE, "old")
    return site


def draft(site: MemorySite, text: str = "new", summary: str = "why") -> Draft:
    latest = site.current(PAGE)
    return Draft(PAGE, text, summary, latest.id if latest else None)


def texts(site: MemorySite) -> list[str | None]:
    return [revision.text for revision in site.pages[PAGE]]


def test_a_clear_answer_is_believed(site: MemorySite) -> None:
    assert save(site, draft(site)) == ("saved", 2)
    assert len(site.sent) == 1


def test_a_new_page(site: MemorySite) -> None:
    assert save(site, Draft("نئی", "text", "why", None)) == ("saved", 2)
    with pytest.raises(ConflictError):
        save(site, Draft(PAGE, "text", "why", None))
    assert texts(site) == ["old"]


def test_equal_text_is_no_revision(site: MemorySite) -> None:
    assert save(site, draft(site, "old")) == ("unchanged", 1)
    assert texts(site) == ["old"]


@pytest.mark.parametrize("title", [PAGE, "نئی"])
def test_saved_but_the_answer_lost_is_found_and_not_sent_again(
    site: MemorySite, title: str
) -> None:
    site.faults = [("after", LOST)]
    base = 1 if title == PAGE else None
    assert save(site, Draft(title, "new", "why", base), quick()[0]) == ("found", 2)
    assert len(site.sent) == 1


def test_not_saved_and_no_answer_is_sent_again_with_the_same_base(site: MemorySite) -> None:
    site.faults = [("before", LOST)] * 3
    patience, waits = quick()
    assert save(site, draft(site), patience) == ("saved", 2)
    assert {sent.base for sent in site.sent} == {1}
    assert waits == [1, 2] * 3


def test_no_answer_at_all_is_said_in_the_end(site: MemorySite) -> None:
    site.faults = [("before", LOST)] * 9
    with pytest.raises(UnansweredError):
        save(site, draft(site), quick()[0])
    assert len(site.sent) == 4


def test_another_persons_edit_is_a_conflict(site: MemorySite) -> None:
    made = draft(site)
    site.put(PAGE, "theirs")
    with pytest.raises(ConflictError):
        save(site, made, quick()[0])
    assert texts(site) == ["old", "theirs"]


def test_another_persons_edit_while_the_answer_was_lost(site: MemorySite) -> None:
    made = draft(site)
    site.put(PAGE, "theirs")
    site.faults = [("before", LOST)]
    with pytest.raises(ConflictError, match="changed by Other"):
        save(site, made, quick()[0])
    assert texts(site) == ["old", "theirs"]


def test_saved_with_the_answer_lost_and_then_changed_by_another(site: MemorySite) -> None:
    made = draft(site)
    site.faults = [("after", LOST)]
    look = site.after

    def late_look(title: str, number: int) -> list[Revision]:
        site.put(PAGE, "theirs")
        return look(title, number)

    site.after = late_look  # type: ignore[method-assign]
    assert save(site, made, quick()[0]) == ("found", 2)
    assert texts(site) == ["old", "new", "theirs"]


def test_a_merge_by_the_wiki_is_told(site: MemorySite) -> None:
    made = draft(site)
    site.put(PAGE, "theirs")
    site.merges = True
    assert save(site, made) == ("merged", 3)


def test_a_merge_by_the_wiki_whose_answer_was_lost_is_told(site: MemorySite) -> None:
    made = draft(site)
    site.put(PAGE, "theirs")
    site.merges = True
    site.faults = [("after", LOST)]
    assert save(site, made, quick()[0]) == ("merged", 3)
    assert len(site.sent) == 1


def test_without_a_summary_an_own_edit_of_another_text_is_not_taken_for_it(
    site: MemorySite,
) -> None:
    made = draft(site, summary="")
    site.put(PAGE, "ours too", site.user)
    site.faults = [("before", LOST)]
    with pytest.raises(ConflictError):
        save(site, made, quick()[0])


def test_the_wiki_says_how_long_to_wait(site: MemorySite) -> None:
    site.faults = [("before", RefusedError("maxlag", "", "replicas lag", 5))]
    patience, waits = quick()
    assert save(site, draft(site), patience) == ("saved", 2)
    assert waits == [5]


def test_a_plain_no_is_no(site: MemorySite) -> None:
    site.faults = [("before", RefusedError("protectedpage", "", "protected"))]
    with pytest.raises(RefusedError):
        save(site, draft(site), quick()[0])
    assert len(site.sent) == 1


def test_a_summary_is_recognised_as_the_wiki_keeps_it(site: MemorySite) -> None:
    made = draft(site, summary=" e\u0301 " + "x" * 600)
    site.put(PAGE, "theirs")
    site.put(PAGE, "theirs and new", site.user, "é " + "x" * 498)
    site.faults = [("before", LOST)]
    assert save(site, made, quick()[0]) == ("merged", 3)


def test_a_request_that_arrives_late_is_waited_for(site: MemorySite) -> None:
    site.faults = [("late", LOST)]
    assert save(site, draft(site), Patience(4, sleep=site.deliver)) == ("found", 2)
    assert texts(site) == ["old", "new"]
    assert len(site.sent) == 1


def test_a_draft_that_is_there_already_is_found_whoever_sent_it(site: MemorySite) -> None:
    made = draft(site)
    site.put(PAGE, "new", site.user, "why")
    assert save(site, made, quick()[0]) == ("found", 2)
    site.put(PAGE, "newer", site.user, "why")
    assert save(site, made, quick()[0]) == ("found", 2)
    assert texts(site) == ["old", "new", "newer"]


def test_an_own_edit_of_the_same_summary_is_not_taken_for_it(site: MemorySite) -> None:
    made = draft(site)
    site.put(PAGE, "another", site.user, "why")
    with pytest.raises(ConflictError):
        save(site, made, quick()[0])


def test_a_heading_as_summary_is_kept_as_the_wiki_keeps_it(site: MemorySite) -> None:
    save(site, draft(site, summary=" == why\nnot == "), quick()[0])
    assert site.pages[PAGE][-1].comment == "why not"
