"""Runs the cases of ``cases/preprocessor.md`` (the file says how they are written)."""

import re
from pathlib import Path

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import ExtensionTag, Heading, Node, Template, TemplateArgument, parse

CASES = Path(__file__).with_name("cases") / "preprocessor.md"
_CASE = re.compile(
    r"^## ([^\n]+)\n\n```wikitext\n(.*?)\n```\n\n?((?:^- [^\n]*\n?)*)", re.MULTILINE | re.DOTALL
)


def described(node: Node) -> str:
    """A node as the cases write it."""
    text = f"`{node.text}`"
    match node:
        case Template() | TemplateArgument():
            kind = "template" if isinstance(node, Template) else "argument"
            parameters = "".join(f", {part.name} = `{part.value}`" for part in node.parameters)
            line = f"{kind} {text} {node.name}{parameters}"
        case ExtensionTag():
            line = f"tag {node.name} {text}"
        case Heading():
            line = f"{'possible ' if node.possible else ''}heading {node.level} {text}"
        case _:
            line = f"{type(node).__name__.lower()} {text}"
    return line.replace("\n", "⏎")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=name)
        for name, text, expected in _CASE.findall(CASES.read_text("utf-8"))
    ],
)
def test_case(text: str, expected: str) -> None:
    nodes = parse(text, load_profile("ur.wikipedia")).nodes
    assert [f"- {described(node)}" for node in nodes] == expected.splitlines()


def test_all_cases_are_read() -> None:
    assert len(_CASE.findall(CASES.read_text("utf-8"))) == CASES.read_text("utf-8").count("\n## ")
