"""The format github: workflow commands, read as the runner reads them."""

import re
from collections.abc import Callable

import pytest

from homs_wiki.lint.finding import Finding, Severity
from homs_wiki.lint.output.result import FileResult

Found = Callable[..., Finding]
Made = Callable[..., FileResult]
Shown = Callable[..., str]

_COMMAND = re.compile(r"::(?P<name>[a-z]+) (?P<properties>[^:\n]*)::(?P<message>.*)")


def read(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Return each command: name, properties and message; every line must be one."""
    commands = []
    for line in text.split("\n")[:-1]:
        match = _COMMAND.fullmatch(line)
        assert match, line
        pairs = [each.partition("=") for each in match["properties"].split(",")]
        properties = {key: unescaped(value) for key, _, value in pairs}
        commands.append((match["name"], properties, unescaped(match["message"])))
    return commands


def unescaped(text: str) -> str:
    for escape, char in {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}.items():
        text = text.replace(escape, char)
    return text


def test_nothing_found(shown: Shown, made: Made) -> None:
    assert shown("github", made("x")) == ""


def test_a_finding(shown: Shown, made: Made, found: Found) -> None:
    text = shown("github", made("one\ntwo", found(4, 6, word="50%: a, b")))
    assert text == (
        "::error title=homs-wiki (some-rule),file=a.wiki,line=2,endLine=2,col=1,endColumn=3"
        "::a.wiki:2:1: some-rule 50%25: a, b\n"
    )


def test_several_lines_have_no_columns(shown: Shown, made: Made, found: Found) -> None:
    [(_, properties, _)] = read(shown("github", made("one\ntwo", found(0, 5))))
    assert (properties["line"], properties["endLine"]) == ("1", "2")
    assert not {"col", "endColumn"} & set(properties)


@pytest.mark.parametrize(
    ("severity", "command"),
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}.items(),
)
def test_severities(
    severity: Severity, command: str, shown: Shown, made: Made, found: Found
) -> None:
    [(name, _, _)] = read(shown("github", made("x", found(0, 1, severity=severity))))
    assert name == command


def test_troubles_are_errors(shown: Shown) -> None:
    assert shown("github", troubles=[("b.wiki", "b.wiki: no\nfile")]) == (
        "::error title=homs-wiki,file=b.wiki::b.wiki: no␊file\n"
    )


def test_hostile_text(hostile: str, shown: Shown, made: Made, found: Found) -> None:
    name = f"{hostile}.wiki".replace("/", "")
    result = made(hostile, found(0, 1, word=hostile), name=name)
    commands = read(shown("github", result, troubles=[(name, hostile)]))
    assert len(commands) == 2
    for _, properties, message in commands:
        assert not set(map(chr, [*range(10), 11, 12, *range(14, 32), 127, 128])) & set(
            f"{properties}{message}"
        )
        if hostile.isprintable():
            assert properties["file"] == name


def test_the_names_of_files_are_kept(shown: Shown, made: Made, found: Found) -> None:
    name = "a,b:c%25\nd\u200fe.wiki"
    [(_, properties, _)] = read(shown("github", made("x", found(0, 1), name=name)))
    assert properties["file"] == name
