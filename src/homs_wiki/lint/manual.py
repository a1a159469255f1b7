"""The rule manual, made from the rules' own docstrings: ``python -m homs_wiki.lint.manual``.

A rule's docstring is its page, in Markdown: a sentence that says what is wrong, then the sections::

    The reference has nothing between its tags.

    ## What it does
    Finds …

    ## Example
    ```wikitext
    <ref></ref>
    ```

The headings are those of `HEADINGS`, in that order; *Use instead* may be left out.
"""

from __future__ import annotations

import re
import sys
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.discovery import families, load_rule
from homs_wiki.source import HomsWikiError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homs_wiki.lint.rule import Rule

_PAGE = Path("docs/rules.md")
_INDEX = Path("src/homs_wiki/lint/rule_index.py")

HEADINGS = ("What it does", "Why it matters", "Example", "Use instead", "Fix safety")
"""The sections of a manual, in their order."""

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)

_INTRODUCTION = """\
# The rules

<!-- Made by `python -m homs_wiki.lint.manual`; change the docstrings of the rules instead. -->

A rule belongs to one of three sets, each of which contains the one before: *recommended* runs when
nothing else is asked for, *strict* and *all* hold more. Choose rules by name, family or set:
`homs-wiki lint --select recommended,typography:strict --ignore repeated-word`. Silence one in the
wikitext with `<!-- homs-wiki: ignore[rule-name] reason -->`.
"""

_PLACES = {
    "cs1": "Citation Style 1",
    "cite": "MediaWiki Cite",
    "checkwiki": "Check Wikipedia",
    "linter": "MediaWiki Linter",
}


class ManualError(HomsWikiError):
    """A rule's docstring is not a manual."""


class Manual(NamedTuple):
    """A rule's manual: a summary of one sentence, and its sections by heading."""

    summary: str
    sections: dict[str, str]


def read_manual(rule: Rule) -> Manual:
    """Return what the docstring of ``rule`` says.

    Raises:
        ManualError: there is none, or a heading is missing, unknown, empty or out of order.
    """
    doc = type(rule).__doc__
    if not doc:
        raise ManualError(f"the rule {rule.name} has no docstring; it is the rule's manual")
    summary, *parts = _HEADING.split(cleandoc(doc))
    sections = {
        heading: body.strip() for heading, body in zip(parts[::2], parts[1::2], strict=True)
    }
    wanted = [heading for heading in HEADINGS if heading in sections or heading != "Use instead"]
    if parts[::2] != wanted:
        raise ManualError(
            f"the manual of {rule.name} has the headings {parts[::2]}, it must have {wanted}"
        )
    empty = [heading for heading, body in sections.items() if not body]
    if empty or not summary.strip():
        raise ManualError(f"the manual of {rule.name} says nothing under {empty or 'its name'}")
    return Manual(summary.strip(), sections)


def render() -> str:
    """Return the manual of all rules as Markdown.

    Raises:
        ManualError: a docstring is not a manual.
        RuleLoadError: a rule cannot be imported.
    """
    pages = [_INTRODUCTION, _overview()]
    for family, names in families().items():
        pages.append(f"## {family}\n")
        pages += [_page(load_rule(family, name)) for name in names]
    return "\n".join(pages)


def _overview() -> str:
    rows = ["| rule | severity | what is wrong |", "|---|---|---|"]
    for family, names in families().items():
        for name in names:
            rule = load_rule(family, name)
            summary = " ".join(read_manual(rule).summary.split())
            rows.append(f"| [`{name}`](#{name}) | {rule.severity} | {summary} |")
    return "\n".join(rows) + "\n"


def _page(rule: Rule) -> str:
    manual = read_manual(rule)
    facts = [f"*{rule.severity}*", f"in the set *{rule.rule_set}*"]
    if rule.languages is not None:
        facts.append("languages: " + ", ".join(sorted(rule.languages)))
    facts += [
        f"{_PLACES[who]}: " + ", ".join(f"`{name}`" for name in names.split())
        for who, names in rule.aliases.items()
    ]
    lines = [f"### {rule.name}\n", " · ".join(facts) + "\n", manual.summary + "\n"]
    lines += [f"**{heading}**\n\n{body}\n" for heading, body in manual.sections.items()]
    return "\n".join(lines)


def render_index() -> str:
    """Return the module that says what a run must know of a rule before it imports it."""
    listed = "".join(
        f"    ({family!r}, {name!r}): ({rule.rule_set.value!r}, {rule.triggers!r}),\n"
        for family, names in families().items()
        for name in names
        for rule in [load_rule(family, name)]
    ).replace("'", '"')
    return f'''"""What a run must know of a rule before it imports it: its set and its triggers.

Generated from the rules by ``python -m homs_wiki.lint.manual``; a test holds it to them.
"""

# fmt: off
RULE_INDEX: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {{
{listed}}}
'''


def main(arguments: Sequence[str]) -> int:
    """Write ``docs/rules.md`` and the index of the rules; return the exit code.

    Both lie below the current folder. With ``--check`` nothing is written, and the code is 1 if
    one of them is not current.
    """
    if [*arguments] not in ([], ["--check"]):
        sys.stderr.write("usage: python -m homs_wiki.lint.manual [--check]\n")
        return 2
    code = 0
    for path, content in ((_PAGE, render()), (_INDEX, render_index())):
        if not arguments:
            path.write_text(content, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != content:
            sys.stderr.write(
                f"{path} is not current; renew it with: python -m homs_wiki.lint.manual\n"
            )
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
