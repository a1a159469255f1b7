"""The statements of a page in order of time: sentences, sources, years from the context."""

import pytest

from homs_wiki.page import read_text
from homs_wiki.page.timeline import Statement, Timeline, read_timeline
from homs_wiki.profile import load_profile


def timeline(text: str, wiki: str = "en.wikipedia", title: str | None = None) -> Timeline:
    return read_timeline(read_text(text, load_profile(wiki), title))


def only(text: str) -> Statement:
    (statement,) = timeline(text).statements
    return statement


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty page"),
        pytest.param("The bridge stood for ages.", id="no date"),
        pytest.param("== 5 May 1712 ==\nThe bridge fell.", id="date of a heading"),
        pytest.param(
            "It fell.<ref>{{cite web|title=On 5 May 1712|date=6 May 1712|url=http://a.b}}</ref>",
            id="dates of a source",
        ),
        pytest.param("It fell.{{citation needed|date=May 2012}}", id="date of a request"),
        pytest.param("It fell.<ref>Seen on 5 May 1712.</ref>", id="text of a reference"),
    ],
)
def test_no_statements(text: str) -> None:
    assert timeline(text).statements == []


def test_statements_are_in_order_of_time() -> None:
    text = (
        "It fell on 9 May 1712. It stood since 1650.\n\nIn 44 BC a ford was here. In 1712 it rose."
    )
    assert [each.found.text for each in timeline(text).statements] == [
        "44 BC", "1650", "1712", "9 May 1712",
    ]  # fmt: skip


def test_a_statement_is_its_sentence() -> None:
    statement = only("It was old. The [[bridge|old bridge]] fell on 9 May 1712. It is gone.")
    assert statement.text == "The old bridge fell on 9 May 1712."
    assert statement.section == 0


def test_two_dates_of_a_sentence_are_two_statements() -> None:
    first, second = timeline("It fell on 9 May 1712 and rose on 3 June 1715.").statements
    assert first.text == second.text
    assert first.parts == second.parts


def test_a_row_is_a_statement_where_a_cell_is_only_a_date() -> None:
    statement = only("{|\n|-\n| 9 May 1712 || The bridge fell<ref>a</ref>\n|}")
    assert statement.text == "9 May 1712 · The bridge fell"
    assert len(statement.sources) == 1


def test_a_cell_with_a_sentence_is_a_statement() -> None:
    statement = only("{|\n|-\n| Flood || The bridge fell on 9 May 1712.\n|}")
    assert statement.text == "The bridge fell on 9 May 1712."


SOURCE = "{{cite web|title=A|date=10 May 1712|url=http://a.example}}"


def test_a_source_has_a_day_of_publication() -> None:
    (source,) = only(f"It fell on 9 May 1712.<ref>{SOURCE}</ref>").sources
    assert source.published is not None
    assert source.published.start == (1712, 5, 10)
    assert source.citation is not None


def test_publication_date_counts_before_date() -> None:
    cite = "{{cite book|title=A|date=1700|publication-date=1712}}"
    (source,) = only(f"It fell on 9 May 1712.<ref>{cite}</ref>").sources
    assert source.published is not None
    assert source.published.start.year == 1712


def test_a_reference_without_a_citation_is_a_source_without_a_date() -> None:
    (source,) = only("It fell on 9 May 1712.<ref>A letter</ref>").sources
    assert (source.citation, source.published, source.when) == (None, None, None)


def test_sources_of_other_sentences_are_not_cited() -> None:
    text = f"It fell on 9 May 1712. It was old.<ref>{SOURCE}</ref>"
    assert list(only(text).sources) == []


def test_the_events_own_dates_are_those_of_the_infobox() -> None:
    text = (
        "{{Infobox military conflict\n| date = 5–8 May 1712\n| casualties1 = 20 (6 May 1712)\n}}\n"
        "It began on 5 May 1712."
    )
    found = timeline(text)
    assert [each.found.text for each in found.own] == ["5–8 May 1712"]
    assert len(found.statements) == 3


def test_birth_and_death_frame_a_life() -> None:
    text = "{{Infobox person\n| birth_date = 5 May 1650\n| death_date = 9 May 1712\n}}\n"
    assert [each.found.text for each in timeline(text).own] == ["5 May 1650", "9 May 1712"]


def test_impossible_days_have_no_place() -> None:
    statement = only("It fell on 31 June 1712.")
    assert statement.when is None
    assert statement.found.fault == "no-such-day"


def test_a_hijri_day_lies_on_a_gregorian_one() -> None:
    statement = only("It fell on 5 Ramadan 1124 AH.")
    assert statement.when is not None
    assert statement.when.tolerance == 2
    assert not statement.is_exact


RESOLVED = [
    pytest.param("It fell on 3 May 1712. It rose on 9 May.", 1712, id="sentence before"),
    pytest.param("It fell in 1712. It rose on 9 May.", 1712, id="year before"),
    pytest.param("It fell on 3 May 1712.\n\nIt rose on 9 May.", 1712, id="paragraph before"),
    pytest.param("== In 1712 ==\nIt fell on 9 May.", 1712, id="heading"),
    pytest.param("== In 1712 ==\n=== Fall ===\nIt fell on 9 May.", 1712, id="heading above"),
    pytest.param(
        "== In 1712 ==\nIt rose on 3 June 1712. It fell on 9 May.", 1712, id="heading decides"
    ),
    pytest.param(
        "It fell on 3 June 1712. It shook in 1712.\n\nIn 1712 it stood. It rose on 9 May.",
        1712, id="the only year of the page",
    ),
    pytest.param("It fell on 3 May 1712. It rose from 9 to 12 May.", 1712, id="range"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "year"), RESOLVED)
def test_a_year_from_the_context(text: str, year: int) -> None:
    resolved = [each for each in timeline(text).statements if each.is_resolved]
    assert [each.date.start.year for each in resolved] == [year]
    assert all(each.when is not None for each in resolved)


UNRESOLVED = [
    pytest.param("It fell on 9 May.", (), id="nothing before"),
    pytest.param("It fell on 3 June 1712. It rose on 9 May.", (1712, 1713), id="earlier in year"),
    pytest.param("It fell in 1712 and 1715. It rose on 9 May.", (1712, 1715), id="two years"),
    pytest.param("== A ==\nIt fell in 1712.\n== B ==\nIt rose on 9 May.", (), id="other section"),
    pytest.param("It fell in the 1710s. It rose on 9 May.", (), id="decade"),
    pytest.param("It fell in 1124 AH. It rose on 9 May.", (), id="other calendar"),
    pytest.param("It fell in 1711. It rose on 29 February.", (), id="no leap year"),
    pytest.param("It fell in 1711. A fair is held in July.", (1711,), id="month of every year"),
]


@pytest.mark.parametrize(("text", "years"), UNRESOLVED)
def test_no_year_where_several_are_possible(text: str, years: tuple[int, ...]) -> None:
    (statement,) = timeline(text).unplaced
    assert not statement.is_resolved
    assert statement.years == years


def test_the_title_gives_a_year() -> None:
    (statement,) = timeline("It fell on 9 May.", title="Flood of 9 March 1712").statements
    assert statement.date.start.year == 1712


def test_the_infobox_gives_a_year() -> None:
    text = "{{Infobox military conflict\n| date = 5–8 May 1712\n}}\nIt fell on 6 May."
    assert all(each.date.start.year == 1712 for each in timeline(text).statements)


def test_urdu() -> None:
    text = "پل 5 مئی 1712ء کو گرا۔ پھر 9 مئی کو بنا۔"
    found = timeline(text, "ur.wikipedia").statements
    assert [each.date.start for each in found] == [(1712, 5, 5), (1712, 5, 9)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In 5 May 2001 " * 3000, id="one long sentence"),
        pytest.param("== On 5 May ==\n" * 3000, id="headings"),
        pytest.param("{|\n| 5 May 2001\n" * 500, id="tables in tables"),
        pytest.param("{{Infobox person|birth_date=5 May 2001|" * 200, id="infoboxes unclosed"),
        pytest.param("<ref>On 5 May 2001" * 500, id="references unclosed"),
        pytest.param(" ".join(f"In {year} AD men came." for year in range(9999)), id="all years"),
        pytest.param(" ".join(f"In {year} BC men came." for year in range(9999)), id="all BC"),
    ],
)
def test_hostile_pages(text: str) -> None:
    found = timeline(text)
    firsts = [each.when.first for each in found.placed if each.when]
    assert firsts == sorted(firsts)
    assert found.contradictions is found.contradictions
