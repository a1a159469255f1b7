"""The command ``timeline``: rows, and the picture."""

import csv
import json
import tomllib
import xml.dom.minidom
from collections.abc import Callable
from importlib.resources import files
from io import StringIO
from itertools import pairwise
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.cli.timeline.measure import lines, shortened, width
from homs_wiki.cli.timeline.scale import Anchor, make_scale
from homs_wiki.cli.timeline.svg import Canvas, safe
from homs_wiki.cli.timeline.ticks import make_ticks
from homs_wiki.cli.timeline.words import Words
from homs_wiki.page.timeline.days import gregorian_day

Run = Callable[..., Any]

PAGE = """\
{{Infobox military conflict
| date = 3–9 May 1712
}}
The siege of Alder Bridge began on 3 May 1712.\
<ref>{{cite web|title=News|date=1 May 1712|url=http://a.b}}</ref>
The ford was lost c. 1700.

== After ==
=== Peace ===
On 7 May 1712 the garrison of Alder Bridge surrendered to General Brook near Lowmill.

On 8 May 1712 the garrison of Alder Bridge surrendered to General Brook near Lowmill.

On 31 June 1712 it rained. On 4 April it snowed.

The office is held since 1715–present.
"""
URDU = "پل 5 مئی 1712ء کو گرا۔\n\n== بعد ==\nپھر 9 مئی 1712ء کو بنا۔ یہ 44 ق م میں بھی تھا۔\n"
EN = ("--profile", "en.wikipedia")
UR = ("--profile", "ur.wikipedia")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "siege.wiki"
    path.write_text(PAGE, encoding="utf-8")
    return path


def statements(run: Run, page: Path) -> list[dict[str, Any]]:
    result = run("timeline", *EN, "--format", "json", page)
    assert (result.code, result.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(result.out)["statements"]
    return found


# -- rows


def test_rows_are_in_order_of_time(run: Run, page: Path) -> None:
    found = statements(run, page)
    assert [row["iso"] for row in found] == [
        "1700", "1712-05-03/1712-05-09", "1712-05-03", "1712-05-07", "1712-05-08", "1715/..",
        "1712-06-31", "XXXX-04-04",
    ]  # fmt: skip


def test_a_row_says_where_it_stands_and_what_it_cites(run: Run, page: Path) -> None:
    row = statements(run, page)[2]
    assert PAGE[row["start"] : row["end"]] == row["text"] == "3 May 1712"
    assert row["sentence"] == "The siege of Alder Bridge began on 3 May 1712."
    assert row["days"] == ["1712-05-03", "1712-05-03"]
    (source,) = row["sources"]
    assert (source["number"], source["title"], source["published"]) == (1, "News", "1712-05-01")
    assert row["questions"] == [{"kind": "source-older", "lines": []}]


def test_rows_of_one_event_name_each_others_line(run: Run, page: Path) -> None:
    first, second = statements(run, page)[3:5]
    assert first["questions"] == [{"kind": "told-twice", "lines": [second["line"]]}]
    assert second["questions"] == [{"kind": "told-twice", "lines": [first["line"]]}]
    assert first["section_title"] == "Peace"


def test_what_has_no_place_says_why(run: Run, page: Path) -> None:
    impossible, yearless = statements(run, page)[6:]
    assert (impossible["days"], impossible["fault"]) == (None, "no-such-day")
    assert (yearless["days"], yearless["years"]) == (None, [1712, 1713])


def test_csv_has_one_value_in_a_cell(run: Run, page: Path) -> None:
    result = run("timeline", *EN, "--format", "csv", page)
    row = list(csv.DictReader(StringIO(result.out)))[2]
    assert (row["published"], row["questions"]) == ("1712-05-01", "source-older")


def test_the_table_is_for_people(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    result = run("timeline", *EN, page)
    assert result.code == 0
    for said in ("every source is older", "told twice: see line", "no such day", "1712 or 1713?"):
        assert said in result.out


def test_a_page_without_a_date(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.wiki"
    path.write_text("Nothing.")
    assert run("timeline", *EN, path).out == "no date\n"


def test_a_long_sentence_is_cut_around_its_date(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.wiki"
    path.write_text("word " * 1000 + "on 5 May 1712 " + "word " * 1000)
    (row,) = statements(run, path)
    assert "on 5 May 1712" in row["sentence"]
    assert len(row["sentence"]) < 600


# -- the picture


def parsed(picture: str) -> Any:
    return xml.dom.minidom.parseString(picture)  # noqa: S318 - it is our own


def drawn(run: Run, text: str, tmp_path: Path, wiki: tuple[str, ...] = EN) -> Any:
    path, picture = tmp_path / "page.wiki", tmp_path / "page.svg"
    path.write_text(text, encoding="utf-8")
    result = run("timeline", *wiki, "--svg", picture, path)
    assert (result.code, result.out, result.err) == (0, "", "")
    return parsed(picture.read_text(encoding="utf-8"))


def texts(document: Any, name: str = "text") -> list[str]:
    def text(node: Any) -> str:
        return "".join(
            each.data if each.nodeType == each.TEXT_NODE else text(each) for each in node.childNodes
        )

    return [
        text(node).translate(dict.fromkeys(range(0x2066, 0x206A)))
        for node in document.getElementsByTagName(name)
    ]


def classes(document: Any) -> set[str]:
    return {
        name
        for tag in ("g", "rect", "circle", "path")
        for node in document.getElementsByTagName(tag)
        for name in node.getAttribute("class").split()
    }


def test_a_picture_has_a_name_lanes_and_labels(run: Run, tmp_path: Path) -> None:
    document = drawn(run, PAGE, tmp_path)
    root = document.documentElement
    assert (root.getAttribute("lang"), root.getAttribute("direction")) == ("en", "ltr")
    assert texts(document, "title")[0] == "page – Timeline"
    assert texts(document, "desc") == ["Dated statements: 8. Sources: 1."]
    shown = texts(document)
    assert {"Infobox", "Lead", "After", "Peace", "Sources published"} <= set(shown)
    assert any(each.startswith("3 May 1712 The siege of Alder Bridge") for each in shown)


def test_a_picture_marks_what_there_is(run: Run, tmp_path: Path) -> None:
    document = drawn(run, PAGE, tmp_path)
    wanted = {"own", "about", "arrow", "unplaced", "ask", "asked", "left-out", "source", "cited"}
    assert wanted <= classes(document)
    legend = set(texts(document))
    assert {"told twice", "every source is older", "No certain year", "time left out"} <= legend


def test_a_picture_has_no_sign_of_what_there_is_not(run: Run, tmp_path: Path) -> None:
    document = drawn(run, "It fell on 9 May 1712.", tmp_path)
    assert not classes(document) & {"own", "about", "arrow", "unplaced", "asked", "left-out"}


def test_a_tooltip_has_the_sentence_and_its_sources(run: Run, tmp_path: Path) -> None:
    tooltips = texts(drawn(run, PAGE, tmp_path), "title")
    (said,) = [each for each in tooltips if each.startswith("3 May 1712")]
    assert "The siege of Alder Bridge began on 3 May 1712." in said
    assert "[1] 1712-05-01 News" in said
    assert "every source is older" in said


def test_time_runs_from_right_to_left_in_urdu(run: Run, tmp_path: Path) -> None:
    document = drawn(run, URDU, tmp_path, UR)
    assert document.documentElement.getAttribute("direction") == "rtl"
    years = {
        text: float(node.getAttribute("x"))
        for text, node in zip(texts(document), document.getElementsByTagName("text"), strict=True)
    }
    before, after = (
        next(x for text, x in years.items() if text.startswith(date))
        for date in ("44 ق م", "9 مئی 1712ء")
    )
    assert before > after
    assert "ابتدائیہ" in years


def test_a_picture_is_light_or_dark(run: Run, tmp_path: Path) -> None:
    drawn(run, PAGE, tmp_path)
    assert "prefers-color-scheme: dark" in (tmp_path / "page.svg").read_text()


def test_a_picture_on_standard_output(run: Run, page: Path) -> None:
    result = run("timeline", *EN, "--svg", "-", page)
    assert result.out.startswith("<?xml")


def test_a_picture_that_cannot_be_written(run: Run, page: Path, tmp_path: Path) -> None:
    result = run("timeline", *EN, "--svg", tmp_path / "no" / "a.svg", page)
    assert result.code == 2
    assert "cannot be written" in result.err


HOSTILE = [
    pytest.param("", id="empty page"),
    pytest.param("On 5 May it fell.", id="nothing has a place"),
    pytest.param("It fell on 5 May 2001.", id="one day"),
    pytest.param("It fell in 2001.", id="one year"),
    pytest.param("It is so since 2001–present.", id="no end"),
    pytest.param("It fell on 31 June 2001.", id="impossible"),
    pytest.param("In 9999 BC and in 9999 AD men came.", id="millennia"),
    pytest.param("It fell in 1 BC. It rose in 1 AD.", id="no year zero"),
    pytest.param(
        "On 5 May 2001 \u202eevil\u2066 </svg><script>alert(1)</script> ]]> & \x07 came.\n"
        "== </svg>\u202e \"'> & ==\nOn 6 May 2001 &lt;/svg&gt; came.",
        id="markup and bidirectional controls",
    ),
    pytest.param("On 5 May 2001 it fell. " * 3000, id="one day very often"),
    pytest.param(
        "".join(f"== S {i} ==\nIt fell in {1000 + i % 900} AD.\n" for i in range(3000)),
        id="many sections",
    ),
    pytest.param(" ".join(f"In {y} AD men came." for y in range(1, 9999, 3)), id="all years"),
    pytest.param("From 3 to 1 May 2001 it fell.", id="range turned around"),
    pytest.param("== " + "long " * 400 + " ==\nOn 5 May 2001 it fell.", id="long heading"),
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("wiki", ["en.wikipedia", "ur.wikipedia"])
def test_hostile_pages_give_well_formed_pictures(
    run: Run, tmp_path: Path, text: str, wiki: str
) -> None:
    document = drawn(run, text, tmp_path, ("--profile", wiki))
    written = (tmp_path / "page.svg").read_text(encoding="utf-8")
    assert not document.getElementsByTagName("script")
    assert "\u202e" not in written
    assert "NaN" not in written.replace("NaN</", "")
    assert len(written) < 1_500_000


def test_the_article_of_the_project_can_be_drawn(run: Run, tmp_path: Path) -> None:
    article = next((Path(__file__).parents[2] / "article").glob("*.wiki"))
    picture = tmp_path / "a.svg"
    assert run("timeline", "--svg", picture, article).code == 0
    document = parsed(picture.read_text(encoding="utf-8"))
    assert document.documentElement.getAttribute("direction") == "rtl"


# -- parts of it


def labels(document: Any) -> list[tuple[float, float, float]]:
    """Return baseline, start and end of every label, by the guess of its width."""
    found = []
    for group in document.getElementsByTagName("g"):
        if group.getAttribute("class") != "labels":
            continue
        (node,) = group.getElementsByTagName("text")
        runs = [span.firstChild.data.strip("\u2066\u2069") for span in node.childNodes
                if span.nodeType == span.ELEMENT_NODE]  # fmt: skip
        long = sum(width(run, 13) for run in runs)
        at = float(node.getAttribute("x"))
        start = at - long if node.getAttribute("text-anchor") == "end" else at
        found.append((float(node.getAttribute("y")), start, start + long))
    return sorted(found)


@given(st.lists(st.dates(), min_size=1, max_size=60))
def test_labels_do_not_overlap(tmp_path_factory: Any, days: Any) -> None:
    from homs_wiki.cli.reading import read
    from homs_wiki.cli.timeline.drawing import draw
    from homs_wiki.page.timeline import read_timeline

    months = "January February March April May June July August September October November December"
    path = tmp_path_factory.getbasetemp() / "labels.wiki"
    path.write_text(
        "\n\n".join(
            f"The bridge fell on {day.day} {months.split()[day.month - 1]} {day.year:04} for good."
            for day in days
        )
    )
    this = read(path, "en.wikipedia", 10**6)
    document = parsed(draw(this, read_timeline(this.page)))
    placed = labels(document)
    for one, other in pairwise(placed):
        assert one[0] != other[0] or one[2] <= other[1]


anchors = st.lists(
    st.tuples(st.integers(-4_000_000, 4_000_000), st.integers(1, 400_000)).map(
        lambda pair: Anchor(pair[0], pair[0] + pair[1])
    ),
    min_size=1,
    max_size=60,
)


@given(anchors)
def test_a_line_goes_forward_and_has_all_on_it(found: list[Anchor]) -> None:
    scale = make_scale(found, 1300.0)
    days = sorted(day for anchor in found for day in anchor[:2])
    places = [scale.at(day) for day in days]
    assert places == sorted(places)
    assert min(places) >= 0
    assert max(places) <= 1300.001
    for piece in scale.pieces:
        assert piece.end > piece.start
        assert piece.last > piece.first


@given(anchors)
def test_marks_of_the_axis_do_not_overlap(found: list[Anchor]) -> None:
    words = Words("en")
    minor = [tick for tick in make_ticks(make_scale(found, 1300.0), words, 12) if not tick.is_major]
    for one, other in pairwise(minor):
        assert one.at <= other.at
    assert len(minor) < 120


def test_a_month_does_not_reach_into_the_next_piece() -> None:
    may, december = gregorian_day(2024, 5, 1), gregorian_day(2024, 12, 4)
    found = [Anchor(may, may + 31), *(Anchor(december + day, december + day + 1) for day in (0, 2))]
    scale = make_scale(found, 1300.0)
    ticks = make_ticks(scale, Words("en"), 12.5)
    assert [tick.label for tick in ticks if tick.is_major] == ["May 2024", "December 2024"]


def test_a_long_pause_is_left_out() -> None:
    found = [Anchor(day, day + 1) for day in (1, 2, 4, 5, 9000, 9001)]
    (gap,) = make_scale(found, 1300.0).gaps
    assert gap.days > 8000


def test_even_pauses_are_not_left_out() -> None:
    found = [Anchor(day, day + 1) for day in range(0, 1000, 100)]
    assert make_scale(found, 1300.0).gaps == []


def test_much_told_of_a_short_time_gets_a_scale_of_its_own() -> None:
    found = [Anchor(day, day + 1) for day in (*range(0, 4000, 100), *range(4000, 4100))]
    scale = make_scale(found, 1300.0)
    assert len(scale.pieces) > 1
    assert scale.pieces[-1].by_day > scale.pieces[0].by_day


def test_what_xml_may_not_hold_is_left_out() -> None:
    assert safe('a\x00\x0b\ud800\ufffe\u202e<b> & "c"\'') == "a&lt;b&gt; &amp; &quot;c&quot;&#x27;"


def test_joiners_stay() -> None:
    assert safe("می\u200cشود") == "می\u200cشود"


def test_a_canvas_is_turned_around() -> None:
    canvas = Canvas(100, "rtl")
    canvas.rect(10, 30, 0, 5, "a")
    canvas.circle(10, 0, 5, "a")
    assert 'x="70"' in str(canvas)
    assert 'cx="90"' in str(canvas)


def test_shortened_text_fits() -> None:
    text = "one two three four five six"
    for room in range(0, 300, 7):
        assert width(shortened(text, 10, room).rstrip("…"), 10) <= room


def test_lines_are_as_many_as_there_may_be() -> None:
    assert lines("one two three four", 10, 60, 2)[0] == "one two"
    assert len(lines("word " * 100, 10, 60, 3)) == 3
    assert lines("", 10, 60, 3) == []


TABLES: dict[str, dict[str, str]] = tomllib.loads(
    (files("homs_wiki.cli.timeline") / "words.toml").read_text("utf-8")
)


def fields(word: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(word) if field}


@pytest.mark.parametrize("language", TABLES)
def test_words_are_those_of_english(language: str) -> None:
    english = TABLES["en"]
    for name, word in TABLES[language].items():
        assert fields(word) == fields(english[name])


@pytest.mark.parametrize(
    ("language", "year", "said"),
    [("ur", 2024, "2024ء"), ("ur", -44, "44 ق م"), ("en", -44, "44 BC"), ("xx", 5, "5")],
)
def test_years(language: str, year: int, said: str) -> None:
    assert Words(language).year(year) == said


@pytest.mark.parametrize(
    ("days", "said"), [(8, "8 days"), (100, "3 months"), (4000, "11 years"), (10**7, "27397 years")]
)
def test_durations(days: int, said: str) -> None:
    assert Words("en").duration(days) == said
    assert Words("xx").duration(days) == said
