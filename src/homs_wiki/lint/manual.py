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

HEADINGS = ("What it does", "Why it matters", "Example", "Use instead", "Fix safety")
"""The sections of a manual, in their order."""

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)

_INTRODUCTION = """\
# The rules

<!-- Made by `python -m homs_wiki.lint.manual`; change the docstrings of the rules instead. -->

Choose rules by name or family: `homs-wiki lint --select dates,language --ignore repeated-word`.
Rules marked *off by default* run when they are named, or with `--select all`. Silence one in the
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
    facts = [f"*{rule.severity}*", "on by default" if rule.default else "*off by default*"]
    if rule.languages is not None:
        facts.append("languages: " + ", ".join(sorted(rule.languages)))
    facts += [
        f"{_PLACES[who]}: " + ", ".join(f"`{name}`" for name in names.split())
        for who, names in rule.aliases.items()
    ]
    lines = [f"### {rule.name}\n", " · ".join(facts) + "\n", manual.summary + "\n"]
    lines += [f"**{heading}**\n\n{body}\n" for heading, body in manual.sections.items()]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Write the manual to ``docs/rules.md`` below the current folder; return the exit code.

    With ``--check`` nothing is written, and the code is 1 if the file is not current.
    """
    if [*arguments] not in ([], ["--check"]):
        sys.stderr.write("usage: python -m homs_wiki.lint.manual [--check]\n")
        return 2
    if not arguments:
        _PAGE.write_text(render(), encoding="utf-8")
    elif not _PAGE.exists() or _PAGE.read_text(encoding="utf-8") != render():
        sys.stderr.write(
            f"{_PAGE} is not current; renew it with: python -m homs_wiki.lint.manual\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
