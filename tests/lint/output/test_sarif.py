"""The format sarif, held against what the standard says of the objects that we write."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from homs_wiki.lint.finding import Finding, Fix, Severity
from homs_wiki.lint.output import load_format
from homs_wiki.lint.output.result import FileResult, Summary
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit, LineIndex

Found = Callable[..., Finding]
Made = Callable[..., FileResult]
Shown = Callable[..., str]
Check = Callable[[Any], bool]


def kind(*kinds: type) -> Check:
    return lambda value: (
        isinstance(value, kinds) and not (isinstance(value, bool) and bool not in kinds)
    )


def one_of(*values: str) -> Check:
    return lambda value: value in values


def natural(value: Any) -> bool:
    return type(value) is int and value >= 1


def index(value: Any) -> bool:
    return type(value) is int and value >= 0


def uri(value: Any) -> bool:
    """An RFC 3986 reference: percent-encoded, and no colon in the first segment but a scheme's."""
    return bool(re.fullmatch(r"(file:///)?(?:[\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2})+", value, re.ASCII))


def level(value: Any) -> bool:
    return value in ("none", "note", "warning", "error")


def texts(value: Any) -> bool:
    return all(isinstance(each, str) for each in value.values())


# From the standard: the properties that we use, those that an object must have with a star. A
# name in brackets is another object, in a list if the brackets are doubled.
OBJECTS: dict[str, dict[str, str | Check]] = {
    "sarifLog": {"version*": one_of("2.1.0"), "runs*": "[[run]]", "$schema": kind(str)},
    "run": {
        "tool*": "[tool]",
        "results": "[[result]]",
        "invocations": "[[invocation]]",
        "columnKind": one_of("utf16CodeUnits", "unicodeCodePoints"),
        "newlineSequences": kind(list),
        "language": lambda value: bool(re.fullmatch("[a-z]{2}(-[A-Z]{2})?", value)),
    },
    "tool": {"driver*": "[toolComponent]"},
    "toolComponent": {
        "name*": kind(str),
        "version": kind(str),
        "semanticVersion": lambda value: bool(re.fullmatch(r"\d+\.\d+\.\d+\S*", value)),
        "rules": "[[reportingDescriptor]]",
    },
    "reportingDescriptor": {
        "id*": kind(str),
        "shortDescription": "[multiformatMessageString]",
        "fullDescription": "[multiformatMessageString]",
        "help": "[multiformatMessageString]",
        "defaultConfiguration": "[reportingConfiguration]",
        "properties": kind(dict),
    },
    "multiformatMessageString": {"text*": kind(str), "markdown": kind(str)},
    "reportingConfiguration": {"level": level},
    "result": {
        "message*": "[message]",
        "ruleId": kind(str),
        "ruleIndex": index,
        "level": level,
        "locations": "[[location]]",
        "partialFingerprints": texts,
        "fixes": "[[fix]]",
    },
    "message": {"text": kind(str)},
    "location": {"physicalLocation": "[physicalLocation]"},
    "physicalLocation": {"artifactLocation": "[artifactLocation]", "region": "[region]"},
    "artifactLocation": {"uri": uri},
    "region": {
        "startLine": natural,
        "startColumn": natural,
        "endLine": natural,
        "endColumn": natural,
    },
    "fix": {
        "description": "[message]",
        "artifactChanges*": "[[artifactChange]]",
        "properties": kind(dict),
    },
    "artifactChange": {
        "artifactLocation*": "[artifactLocation]",
        "replacements*": "[[replacement]]",
    },
    "replacement": {"deletedRegion*": "[region]", "insertedContent": "[artifactContent]"},
    "artifactContent": {"text": kind(str)},
    "invocation": {
        "executionSuccessful*": kind(bool),
        "toolExecutionNotifications": "[[notification]]",
    },
    "notification": {"message*": "[message]", "level": level, "locations": "[[location]]"},
}
NEVER_EMPTY = {"artifactChanges", "replacements", "newlineSequences"}


def check(value: Any, name: str, where: str = "") -> None:
    """Fail if ``value`` is no object ``name`` as the standard describes it."""
    properties = {key.rstrip("*"): shape for key, shape in OBJECTS[name].items()}
    needed = {key.rstrip("*") for key in OBJECTS[name] if key.endswith("*")}
    assert needed <= set(value) <= set(properties), f"{where}: {sorted(value)}"
    for key, item in value.items():
        shape, place = properties[key], f"{where}.{key}"
        assert item != [] or key not in NEVER_EMPTY, place
        if callable(shape):
            assert shape(item), f"{place}: {item!r}"
        elif shape.startswith("[["):
            for number, each in enumerate(item):
                check(each, shape.strip("[]"), f"{place}[{number}]")
        else:
            check(item, shape.strip("[]"), place)


def read(text: str) -> Any:
    """Return the run of a log after having checked it."""
    log = json.loads(text)
    check(log, "sarifLog")
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result["locations"]:
            region = location["physicalLocation"]["region"]
            assert (region["startLine"], region["startColumn"]) <= (
                region["endLine"],
                region["endColumn"],
            )
    return run


def test_no_findings(shown: Shown, made: Made) -> None:
    run = read(shown("sarif", made("x")))
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert run["tool"]["driver"]["name"] == "homs-wiki"
    assert read(shown("sarif"))["results"] == []


def test_a_finding(shown: Shown, made: Made, found: Found) -> None:
    result = made("one\nسے 𐤀 سے", found(7, 11, word="سے"), name="pages/حمص.wiki")
    [each] = read(shown("sarif", result))["results"]
    assert each["message"] == {"text": "سے"}
    assert each["level"] == "error"
    [location] = each["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "pages/%D8%AD%D9%85%D8%B5.wiki"},
        "region": {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 8},
    }
    assert re.fullmatch("[0-9a-f]{32}", each["partialFingerprints"]["homsWikiFinding/v1"])


@pytest.mark.parametrize("severity", Severity)
def test_levels_have_the_names_of_severities(
    severity: Severity, shown: Shown, made: Made, found: Found
) -> None:
    [each] = read(shown("sarif", made("x", found(0, 1, severity=severity))))["results"]
    assert each["level"] == severity.value


def test_fingerprints_survive_moved_lines(shown: Shown, made: Made, found: Found) -> None:
    def prints(text: str, *starts: int) -> list[dict[str, str]]:
        result = made(text, *(found(start, start + 3) for start in starts))
        run = read(shown("sarif", result))
        return [each["partialFingerprints"] for each in run["results"]]

    before = prints("* teh\n* teh\n", 2, 8)
    assert prints("a line\n* teh\n* teh\n", 9, 15) == before
    assert before[0] != before[1]


def applied(data: bytes, fix: Any) -> str:
    """Return a file with a fix made, as a program does that knows nothing but the standard."""
    text = data.decode("utf-8-sig")
    lines = LineIndex(text)

    def offset(region: dict[str, int], which: str) -> int:
        return lines.line(region[f"{which}Line"]).start + region[f"{which}Column"] - 1

    [change] = fix["artifactChanges"]
    for replacement in reversed(change["replacements"]):
        region = replacement["deletedRegion"]
        start, end = offset(region, "start"), offset(region, "end")
        text = text[:start] + replacement["insertedContent"]["text"] + text[end:]
    return text


FILES = {
    "LF": b"one\ntwo\nthree",
    "CRLF": b"one\r\ntwo\r\nthree",
    "CR": b"one\rtwo\rthree",
    "a byte order mark": b"\xef\xbb\xbfone\r\ntwo\r\nthree",
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_fixes(data: bytes, shown: Shown, made: Made, found: Found) -> None:
    edits = (Edit(0, 1, "O"), Edit(4, 4, "a\nb "), Edit(7, 9, ""))
    result = made(data, found(4, 7, Fix(edits, safe=False, description="Mend {it}")))
    [each] = read(shown("sarif", result))["results"]
    [fix] = each["fixes"]
    assert fix["description"] == {"text": "Mend {{it}}"}
    assert fix["properties"] == {"safe": False}
    assert applied(data, fix).encode("utf-8") == result.source.edited(edits).removeprefix(
        b"\xef\xbb\xbf"
    )


def test_a_fix_without_edits_is_left_out(shown: Shown, made: Made, found: Found) -> None:
    result = made("x", found(0, 1, Fix((), safe=True, description="x")))
    [each] = read(shown("sarif", result))["results"]
    assert "fixes" not in each


MESSAGES = {
    "braces are written twice": ("{{cite web}} {0}", "{{{{cite web}}}} {{0}}"),
    "brackets are brackets": ("[[link]] [1]", "[[link]] [1]"),
    "what looks like a link is escaped": ("[a](1) \\", "\\[a\\](1) \\\\"),
}


@pytest.mark.parametrize(("value", "text"), MESSAGES.values(), ids=MESSAGES)
def test_messages(value: str, text: str, shown: Shown, made: Made, found: Found) -> None:
    [each] = read(shown("sarif", made("x", found(0, 1, word=value))))["results"]
    assert each["message"] == {"text": text}


def test_rules_that_found_something_are_explained(shown: Shown, made: Made, found: Found) -> None:
    result = made("xy", found(0, 1, rule="reference-empty"), found(1, 2, rule="repeated-word"))
    rules = read(shown("sarif", result, result))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["reference-empty", "repeated-word"]
    empty = rules[0]
    assert empty["shortDescription"]["text"].endswith("show.")
    assert "## Why it matters\n" in empty["help"]["markdown"]
    assert "```wikitext\n" in empty["help"]["markdown"]
    assert "`" not in empty["help"]["text"]
    assert empty["defaultConfiguration"] == {"level": "error"}
    assert empty["properties"] == {"tags": ["references"]}


def test_rules_of_ones_own(made: Made, found: Found) -> None:
    class Mine(Rule):
        """It is mine.

        ## What it does
        Finds `{{mine}}`.

        ## Why it matters
        It is not yours.

        ## Example
        ```wikitext
        {{mine}}
        ```

        ## Fix safety
        There is none.
        """

        name, family, message = "mine", "own", "is mine"

    class Bare(Rule):
        name, family, message = "bare", "own", "is bare"

    known = {"mine": Mine, "bare": Bare}
    form, summary = load_format("sarif", find_rule=known.get), Summary()
    result = made("x", *(found(0, 1, rule=name) for name in ("mine", "bare", "unheard-of")))
    summary.add(result.findings)
    text = "".join((form.start(), *form.file(result), form.end(summary)))
    mine, bare, unheard = read(text)["tool"]["driver"]["rules"]
    assert mine["fullDescription"] == {"text": "Finds {{mine}}."}
    assert (bare, unheard) == ({"id": "bare"}, {"id": "unheard-of"})


def test_troubles_are_notifications(shown: Shown) -> None:
    run = read(shown("sarif", troubles=[("b\x01 c.wiki", "cannot {be} read")]))
    [invocation] = run["invocations"]
    assert invocation["executionSuccessful"] is False
    [notice] = invocation["toolExecutionNotifications"]
    assert notice["message"] == {"text": "cannot {{be}} read"}
    [location] = notice["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "b%01%20c.wiki"}


def test_hostile_text(hostile: str, shown: Shown, made: Made, found: Found) -> None:
    fix = Fix((Edit(0, 1, hostile),), True, hostile)
    result = made(hostile, found(0, 1, fix, word=hostile), name=f"{hostile}.wiki")
    text = shown("sarif", result, troubles=[(hostile, hostile)])
    [each] = read(text)["results"]
    assert each["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"][
        "text"
    ] == hostile.replace("\n", result.source.newline)
    assert not set("\x1b\u202e\u2066\x9f") & set(text)
