"""The formats junit and checkstyle, held against the elements and attributes that readers know."""

import re
from collections.abc import Callable
from xml.etree import ElementTree  # what is parsed is our own

import pytest

from homs_wiki.lint.finding import Finding, Severity
from homs_wiki.lint.output.result import FileResult
from homs_wiki.lint.output.xml_text import exact
from homs_wiki.lint.output.xml_text import shown as as_seen
from homs_wiki.source.visible import visible

Found = Callable[..., Finding]
Made = Callable[..., FileResult]
Shown = Callable[..., str]
Element = ElementTree.Element

# What an element may hold and which attributes it has; all of these attributes must be there.
JUNIT = {
    "testsuites": ({"testsuite"}, {"name"}),
    "testsuite": ({"testcase"}, {"name", "tests", "failures", "errors", "skipped", "time"}),
    "testcase": ({"failure", "error"}, {"name", "classname", "time"}),
    "failure": (set[str](), {"type", "message"}),
    "error": (set[str](), {"type", "message"}),
}
CHECKSTYLE = {
    "checkstyle": ({"file"}, {"version"}),
    "file": ({"error"}, {"name"}),
    "error": (set[str](), {"line", "severity", "message", "source"}),
}


def check(element: Element, known: dict[str, tuple[set[str], set[str]]]) -> None:
    for each in element.iter():
        children, attributes = known[each.tag]
        assert attributes <= set(each.attrib) <= attributes | {"column"}
        assert {child.tag for child in each} <= children


def junit(text: str) -> list[Element]:
    """Return the test suites."""
    root = ElementTree.fromstring(text.encode())  # noqa: S314
    assert root.tag == "testsuites"
    check(root, JUNIT)
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(cases) > 0
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error"))
        assert len({case.attrib["name"] for case in cases}) == len(cases)
    return [*root]


def checkstyle(text: str) -> list[Element]:
    """Return the files."""
    root = ElementTree.fromstring(text.encode())  # noqa: S314
    assert root.tag == "checkstyle"
    check(root, CHECKSTYLE)
    for error in root.iter("error"):
        assert error.attrib["severity"] in {"error", "warning", "info", "ignore"}
        assert int(error.attrib["line"]) >= 1
        assert int(error.get("column", 1)) >= 1
    return [*root]


def test_junit_has_a_suite_for_each_file(shown: Shown, made: Made, found: Found) -> None:
    findings = found(4, 5, word="<سے>"), found(5, 6), found(6, 7, rule="other-rule")
    bad, clean = junit(shown("junit", made("one\ntwo", *findings), made("", name="b.wiki")))
    assert (bad.attrib["name"], bad.attrib["failures"]) == ("a.wiki", "3")
    names = [case.attrib["name"] for case in bad]
    assert names == ["some-rule", "some-rule (2)", "other-rule"]
    failure = bad[0][0]
    assert failure.attrib == {"type": "error", "message": "<سے>"}
    assert failure.text == "a.wiki:2:1: error some-rule <سے>"
    assert clean.attrib["failures"] == "0"
    assert [*clean[0]] == []


def test_junit_keeps_the_names_of_tests_when_lines_move(
    shown: Shown, made: Made, found: Found
) -> None:
    def names(result: FileResult) -> list[str]:
        [suite] = junit(shown("junit", result))
        return [case.attrib["name"] for case in suite]

    assert names(made("x x", found(0, 1), found(2, 3))) == names(
        made("\nx\nx", found(1, 2), found(3, 4))
    )


def test_junit_troubles_are_errors(shown: Shown) -> None:
    [suite] = junit(shown("junit", troubles=[("b.wiki", "no file")]))
    assert suite.attrib["errors"] == "1"
    assert suite[0][0].text == "no file"


def test_checkstyle(shown: Shown, made: Made, found: Found) -> None:
    files = checkstyle(
        shown("checkstyle", made("one\ntwo", found(5, 7, word="سے")), made("", name="b.wiki"))
    )
    assert [file.attrib["name"] for file in files] == ["a.wiki", "b.wiki"]
    assert [error.attrib for file in files for error in file] == [
        {
            "line": "2",
            "column": "2",
            "severity": "error",
            "message": "سے",
            "source": "homs-wiki.some-rule",
        }
    ]


@pytest.mark.parametrize(
    ("severity", "name"),
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}.items(),
)
def test_checkstyle_severities(
    severity: Severity, name: str, shown: Shown, made: Made, found: Found
) -> None:
    [file] = checkstyle(shown("checkstyle", made("x", found(0, 1, severity=severity))))
    assert file[0].attrib["severity"] == name


def test_checkstyle_troubles_are_errors(shown: Shown) -> None:
    [file] = checkstyle(shown("checkstyle", troubles=[("b.wiki", "no file")]))
    assert file.attrib["name"] == "b.wiki"
    assert file[0].attrib["message"] == "no file"


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_nothing_checked(name: str, shown: Shown) -> None:
    assert (junit if name == "junit" else checkstyle)(shown(name)) == []


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_hostile_text(name: str, hostile: str, shown: Shown, made: Made, found: Found) -> None:
    path = f"{hostile}.wiki"
    result = made(hostile, found(0, 1, word=hostile), name=path)
    text = shown(name, result, troubles=[(path, hostile)])
    first, second = (junit if name == "junit" else checkstyle)(text)
    assert first.attrib["name"] == second.attrib["name"]
    assert not set("\x1b\x00\x01\u202e\u2066\x9f") & set(text)
    [element] = first.iter("failure" if name == "junit" else "error")
    seen = element.attrib["message"]
    assert seen == as_seen_in_text(hostile)


def as_seen_in_text(text: str) -> str:
    return "".join(
        f"<U+{ord(char):04X}>" if char in "\ufffe\uffff" else char for char in visible(text)
    )


EXACT = {
    "markup": "<&>\"'",
    "white space": "a\tb\nc\rd",
    "direction": "\u202eabc\u202c",
    "letters": "حمص \U00010900",
}


@pytest.mark.parametrize("text", EXACT.values(), ids=EXACT)
def test_exact_text_comes_back(text: str) -> None:
    element = ElementTree.fromstring(f'<a b="{exact(text)}">{exact(text)}</a>')  # noqa: S314
    assert element.attrib["b"] == element.text == text


def test_what_xml_cannot_hold_is_made_visible() -> None:
    assert exact("\x00\x1b\ud800\uffff\ufffe") == "␀␛&lt;U+D800&gt;&lt;U+FFFF&gt;&lt;U+FFFE&gt;"
    assert as_seen("a\n\u202e") == "a␊&lt;U+202E&gt;"


def test_every_code_point_can_be_written() -> None:
    everything = "".join(map(chr, [*range(0x3100), *range(0xD700, 0x11000), 0x10FFFF]))
    ElementTree.fromstring(f"<a>{exact(everything)}</a>".encode())  # noqa: S314
    assert not re.search("[\ud800-\udfff]", exact(everything))
