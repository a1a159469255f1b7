"""How findings are shown."""

import json
import re

import pytest

from homs_wiki.lint.finding import Finding, Fix, Severity
from homs_wiki.lint.output import FORMATS, load_format
from homs_wiki.lint.output.result import FileResult, Summary, Trouble
from homs_wiki.source import Edit, SourceFile
from homs_wiki.source.visible import isolated, isolated_if_needed, visible

FSI, PDI = "\u2068", "\u2069"


def finding(start: int, end: int, fix: Fix | None = None, **values: object) -> Finding:
    template = " ".join(f"{{{name}}}" for name in values) or "is wrong"
    return Finding(start, end, "some-rule", Severity.ERROR, template, values, fix)


def shown(text: str, *findings: Finding, format_name: str = "text", colour: bool = False) -> str:
    form = load_format(format_name, colour=colour)
    summary = Summary()
    summary.add(findings)
    result = FileResult(SourceFile("a.wiki", text.encode()), findings)
    return "".join((form.start(), *form.file(result), form.end(summary)))


def excerpt(text: str, start: int, end: int, *, colour: bool = False) -> str:
    line = shown(text, finding(start, end), colour=colour).splitlines()[2 if colour else 1]
    assert line.startswith(f"    {FSI}")
    assert line.endswith(PDI)
    return line[5:-1]


LONG = "".join(chr(0x4E00 + index) for index in range(300))
EXCERPTS = {
    "a short line whole": ("one two three", 4, 7, "one ⟦two⟧ three"),
    "only its own line": ("a\none two\nb", 6, 9, "one ⟦two⟧"),
    "a place without width": ("one two", 3, 3, "one⟦⟧ two"),
    "the end of the text": ("one", 3, 3, "one⟦⟧"),
    "the empty text": ("", 0, 0, "⟦⟧"),
    "the line end itself": ("one\ntwo", 3, 4, "one⟦⟧"),
    "over the line's end": ("one\ntwo", 1, 6, "o⟦ne…⟧"),
    "right to left": ("وہ سے سے گیا", 3, 8, "وہ ⟦سے سے⟧ گیا"),
    "a window in the middle": (
        LONG,
        150,
        154,
        f"…{LONG[122:150]}⟦{LONG[150:154]}⟧{LONG[154:182]}…",
    ),
    "a window at the start": (LONG, 0, 4, f"⟦{LONG[:4]}⟧{LONG[4:60]}…"),
    "a window at the end": (LONG, 296, 300, f"…{LONG[240:296]}⟦{LONG[296:]}⟧"),
    "a long place": (
        LONG,
        100,
        200,
        f"…{LONG[90:100]}⟦{LONG[100:128]}…{LONG[188:200]}⟧{LONG[200:210]}…",
    ),
    "a window between words": (
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho",
        40,
        45,
        "…delta epsilon zeta eta ⟦theta⟧ iota kappa lambda mu nu xi…",
    ),
    "control characters": ("a\tb\x1bc", 2, 3, "a␉⟦b⟧␛c"),
    "bidirectional marks": ("a\u202eb\u2066c", 2, 3, "a<U+202E>⟦b⟧<U+2066>c"),
    "joiners stay": ("می\u200cشود", 0, 2, "⟦می⟧\u200cشود"),
}


@pytest.mark.parametrize(("text", "start", "end", "line"), EXCERPTS.values(), ids=EXCERPTS)
def test_excerpt(text: str, start: int, end: int, line: str) -> None:
    assert excerpt(text, start, end) == line


def test_no_letter_loses_its_marks_at_a_cut() -> None:
    text = "x" * 31 + "e\u0301" * 60
    left, _, right = excerpt("e\u0301" * 60 + "!" + "e\u0301" * 60, 120, 121).partition("⟦!⟧")
    assert left.startswith("…e")
    assert right.endswith("\u0301…")
    assert excerpt(text, 0, 1).endswith("\u0301…")


def test_a_tower_of_marks_does_not_make_the_window_long() -> None:
    assert len(excerpt("a" + "\u0301" * 1000, 500, 501)) < 120


def test_colour_marks_without_brackets() -> None:
    assert excerpt("one two", 4, 7, colour=True) == "one \x1b[1;4;31mtwo\x1b[0m"
    assert excerpt("one two", 3, 3, colour=True) == "one⟦⟧ two"


def test_colour_has_a_heading_for_each_file() -> None:
    heading, first, *_ = shown("x", finding(0, 1), finding(0, 1), colour=True).splitlines()
    assert heading == "\x1b[1;4ma.wiki\x1b[0m  \x1b[2m2 findings (2 errors)\x1b[0m"
    assert "a.wiki:1:1:" in re.sub("\x1b\\[[0-9;]*m", "", first)


@pytest.mark.parametrize("colour", [False, True])
def test_a_blank_line_parts_files_with_findings(colour: bool) -> None:
    form = load_format("text", colour=colour)

    def lines(name: str, *findings: Finding) -> list[str]:
        result = FileResult(SourceFile(name, b"x"), findings)
        return "".join(form.file(result)).splitlines()

    assert lines("a") == []
    assert lines("b", finding(0, 1))[0] != ""
    assert lines("c") == []
    assert lines("d", finding(0, 1))[0] == ""


def test_every_finding_has_a_line_with_file_line_and_column() -> None:
    text = shown("one\ntwo", finding(0, 1), finding(5, 6))
    assert re.findall(r"^\S+:\d+:\d+:", text, re.MULTILINE) == ["a.wiki:1:1:", "a.wiki:2:2:"]


def test_a_message_in_a_right_to_left_language_has_a_direction_of_its_own() -> None:
    urdu = finding(0, 1, word="x")._replace(template="لفظ “{word}” دہرایا گیا ہے")
    line = shown("x", urdu).splitlines()[0]
    assert line.endswith(f"  {FSI}لفظ “{FSI}x{PDI}” دہرایا گیا ہے{PDI}")


def test_page_text_in_a_message_is_isolated() -> None:
    line = shown("x", finding(0, 1, name="سے", count=2, odd="\x1b")).splitlines()[0]
    assert line == f"a.wiki:1:1: error some-rule  {FSI}سے{PDI} 2 {FSI}␛{PDI}"


def test_a_long_value_in_a_message_is_cut() -> None:
    line = shown("x", finding(0, 1, name="x" * 1000)).splitlines()[0]
    assert len(line) < 200
    assert "xx…xx" in line


def test_summary() -> None:
    fix = Fix((Edit(0, 1, ""),), safe=True, description="x")
    unsafe = fix._replace(safe=False)
    assert shown("x").endswith("no findings in 1 file\n")
    assert shown("x", finding(0, 1, fix), finding(0, 1, unsafe)).endswith(
        "\n\n2 findings in 1 file (2 errors); 1 can be fixed\n"
    )
    summary = Summary()
    summary.troubles.append(Trouble("b", "cannot be read"))
    summary.add([finding(0, 1)._replace(severity=Severity.NOTE)])
    assert load_format("text").end(summary) == (
        "\n1 finding in 1 file (1 note); 1 error on the way\n"
    )


def test_json_is_one_document() -> None:
    fix = Fix((Edit(0, 1, "y"),), safe=True, description="Write y")
    data = json.loads(shown("one\nسے", finding(4, 6, fix, word="سے"), format_name="json"))
    assert data == {
        "version": 1,
        "findings": [
            {
                "file": "a.wiki",
                "rule": "some-rule",
                "severity": "error",
                "line": 2,
                "column": 1,
                "end_line": 2,
                "end_column": 3,
                "start": 4,
                "end": 6,
                "message": "سے",
                "fix": {
                    "safe": True,
                    "description": "Write y",
                    "edits": [{"start": 0, "end": 1, "text": "y"}],
                },
            }
        ],
        "summary": {
            "files": 1,
            "files_with_findings": 1,
            "findings": 1,
            "by_severity": {"error": 1, "warning": 0, "note": 0},
            "fixable": 1,
        },
        "errors": [],
    }


def test_json_over_several_files_without_and_with_findings() -> None:
    form, summary = load_format("json"), Summary()
    pieces = [form.start()]
    for name, findings in {
        "a": [],
        "b": [finding(0, 1), finding(1, 1)],
        "c": [finding(0, 0)],
    }.items():
        summary.add(findings)
        pieces += form.file(FileResult(SourceFile(name, b"x"), findings))
    data = json.loads("".join([*pieces, form.end(summary)]))
    assert [each["file"] for each in data["findings"]] == ["b", "b", "c"]
    assert data["summary"]["files"] == 3


def test_offsets_are_those_of_the_file_and_edits_have_its_line_ends() -> None:
    text = "\ufeffa\r\nb\r\nc"
    fix = Fix((Edit(2, 3, "x\ny"),), safe=True, description="x")
    [line] = shown(text, finding(2, 5, fix), format_name="jsonl").splitlines()
    record = json.loads(line)
    assert (record["line"], record["column"], record["end_line"]) == (2, 1, 3)
    decoded = text[1:]
    assert decoded[record["start"] : record["end"]] == "b\r\nc"
    assert record["fix"]["edits"] == [{"start": 3, "end": 4, "text": "x\r\ny"}]


def test_json_is_harmless_to_a_terminal_and_still_says_the_same() -> None:
    hostile = "\x1b\x7f\x9b\u202e\u2069\u2028سے"
    out = shown("x", finding(0, 1, word=hostile), format_name="jsonl")
    assert not set(hostile[:-2]) & set(out)
    assert json.loads(out)["message"] == hostile


@pytest.mark.parametrize("name", FORMATS)
def test_a_hundred_thousand_findings_on_one_long_line(name: str) -> None:
    text = "x" * 1_000_000
    findings = [finding(start, start + 5) for start in range(0, len(text), 10)]
    assert shown(text, *findings, format_name=name).count("some-rule") >= len(findings)


def test_unknown_format() -> None:
    with pytest.raises(ValueError, match="no format 'xml'"):
        load_format("xml")


def test_visible_and_isolated() -> None:
    assert visible("a\n\x00\x7f\u200f") == "a␊␀␡<U+200F>"
    assert isolated(PDI) == f"{FSI}<U+2069>{PDI}"
    assert isolated_if_needed("a.wiki") == "a.wiki"
    assert isolated_if_needed("حمص.wiki") == f"{FSI}حمص.wiki{PDI}"


def test_many_fixes_on_one_long_line_take_linear_time() -> None:
    fix = Fix((Edit(0, 1, "b\n"),), True, "Write b")
    findings = [finding(start, start + 1, fix) for start in range(0, 1_000_000, 20)]
    data = json.loads(shown("a" * 1_000_000, *findings, format_name="json"))
    assert len(data["findings"]) == 50_000
