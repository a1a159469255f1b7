"""Texts made to bring a reader down: each is read whole, and in no more work a character."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import parse

PROFILE = load_profile("en.wikipedia")

HOSTILE: dict[str, Callable[[int], str]] = {
    "open templates": lambda n: "{{a|" * n,
    "nested templates": lambda n: "{{a|" * n + "}}" * n,
    "braces": lambda n: "{" * n + "}" * n,
    "open braces after dashes": lambda n: "-{{" * n,
    "nested arguments": lambda n: "{{{a|" * n + "}}}" * n,
    "open refs": lambda n: "<ref>" * n,
    "open refs, one end": lambda n: "<ref>" * n + "</ref>",
    "open tags without an end": lambda n: "<ref " * n,
    "refs in poems": lambda n: "<ref><poem>" * n + "</poem></ref>" * n,
    "self-closing refs": lambda n: "<ref name=a/>" * n,
    "open comments": lambda n: "<!--" * n,
    "comments on one line": lambda n: "<!-- --> " * n,
    "comments on lines": lambda n: "\n<!-- --> <!-- -->\n" * n,
    "comment chain and no newline": lambda n: "\n" + "<!---->" * n + "x",
    "blanks before comments": lambda n: "\n" + " " * n + "<!--a-->" * n,
    "headings": lambda n: "\n== a ==" * n,
    "headings in nested templates": lambda n: "{{a|\n==b==\n" * n + "}}" * n,
    "comments behind headings": lambda n: "\n=a=" + "<!---->" * n,
    "equals": lambda n: "\n" + "=" * n,
    "links": lambda n: "[[" * n,
    "links in templates": lambda n: "{{a|[[" * n,
    "conversions": lambda n: "-{a|" * n + "}-" * n,
    "pipes": lambda n: "{{a" + "|" * n + "}}",
    "parameters": lambda n: "{{a" + "|b=c" * n + "}}",
    "gallery lines": lambda n: "<gallery>" + "\na|{{b}}" * n + "</gallery>",
    "includeonly": lambda n: "<includeonly>" * n,
    "attributes": lambda n: "<ref " + 'a="b" ' * n + "/>",
    "attribute without an end": lambda n: "<ref name='" + "a=" * n + "/>",
    "wide characters": lambda n: "{{حمص|\U00010400}}" * n,
}


def work(text: str) -> int:
    """Count the lines of Python that reading ``text`` runs: time that does not depend on load."""
    lines = 0

    def count(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        for node in parse(text, PROFILE).nodes:
            getattr(node, "parameters", None)
            getattr(node, "attributes", None)
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_ten_times_the_text_takes_at_most_twelve_times_the_work(make: Callable[[int], str]) -> None:
    work(make(1))  # fills caches
    small, large = work(make(200)), work(make(2000))
    assert large <= 12 * small


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hundred_thousand_of_them_are_read(make: Callable[[int], str]) -> None:
    text = make(100_000)
    document = parse(text, PROFILE)
    assert all(node.end <= len(text) for node in document.nodes)
