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

import json
import re
import sys
from inspect import cleandoc
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.discovery import families, load_rule
from homs_wiki.source import HomsWikiError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from homs_wiki.lint.rule import Rule

_FOLDER = Path("docs/rules")
_OVERVIEW = "README.md"
_INDEX = Path("src/homs_wiki/lint/rule_index.py")

HEADINGS = ("What it does", "Why it matters", "Example", "Use instead", "Fix safety")
"""The sections of a manual, in their order."""

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)

_MARK = "<!-- Made by `python -m homs_wiki.lint.manual`; change the rule's docstring instead. -->\n"

_INTRODUCTION = """\
# The rules

A rule belongs to one of three sets, each of which contains the one before: *recommended* runs when
nothing else is asked for, *strict* and *all* hold more. Choose rules by name, family or set:
`homs-wiki lint --select recommended,typography:strict --ignore repeated-word`. Silence one in the
wikitext with `<!-- homs-wiki: ignore[rule-name] reason -->`. `homs-wiki rule NAME` shows the page
of a rule in the terminal.
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

    @property
    def has_fix(self) -> bool:
        """Whether the rule has a fix, if only for some of its findings."""
        return not self.sections["Fix safety"].startswith("There is no fix")


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


def rule_page(rule: Rule) -> str:
    """Return the page of a rule, as Markdown.

    Raises:
        ManualError: its docstring is no manual.
    """
    manual = read_manual(rule)
    facts = [f"*{rule.severity}*", f"family *{rule.family}*", f"set *{rule.rule_set}*"]
    if rule.languages is not None:
        facts.append("languages: " + ", ".join(sorted(rule.languages)))
    facts += [
        f"{_PLACES[who]}: " + ", ".join(f"`{name}`" for name in names.split())
        for who, names in rule.aliases.items()
    ]
    sections = dict(manual.sections)
    if rule.options:
        sections["Options"] = "\n".join(
            f"- `{name}` ({_shown(option.default)}): {option.meaning}"
            for name, option in rule.options.items()
        )
    lines = [f"# {rule.name}\n", " · ".join(facts) + "\n", manual.summary + "\n"]
    lines += [f"## {heading}\n\n{body}\n" for heading, body in sections.items()]
    return "\n".join(lines)


def _shown(default: object) -> str:
    """Return a default as TOML writes it."""
    if isinstance(default, tuple):
        return f"`[{', '.join(map(_shown, default))}]`".replace("``", "`")
    return f"`{json.dumps(default, ensure_ascii=False)}`"


def every_rule() -> list[Rule]:
    """Return every rule, found by walking the folders, by family and name.

    Raises:
        RuleLoadError: a rule cannot be imported.
    """
    return [load_rule(family, name) for family, names in families().items() for name in names]


def render(rules: Sequence[Rule]) -> dict[str, str]:
    """Return the manual: each rule's page and the overview, Markdown by the name of its file.

    Raises:
        ManualError: a docstring is not a manual.
    """
    pages = {f"{rule.name}.md": f"{_MARK}\n{rule_page(rule)}" for rule in rules}
    pages[_OVERVIEW] = f"{_MARK}\n{_INTRODUCTION}\n{_overview(rules)}"
    return pages


def _overview(rules: Iterable[Rule]) -> str:
    lines: list[str] = []
    for family, members in groupby(rules, lambda rule: rule.family):
        lines += [f"## {family}\n", "| rule | severity | set | fix | what is wrong |"]
        lines.append("|---|---|---|---|---|")
        for rule in members:
            manual = read_manual(rule)
            cells = [
                f"[`{rule.name}`]({rule.name}.md)",
                *(rule.severity.value, rule.rule_set.value, "yes" if manual.has_fix else ""),
                " ".join(manual.summary.split()),
            ]
            lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    return "\n".join(lines)


def render_index(rules: Iterable[Rule]) -> str:
    """Return the module that says what a run must know of a rule before it imports it."""
    listed = "".join(f"    {_index_key(rule)}: {_index_value(rule)},\n" for rule in rules)
    return f'''"""What a run must know of a rule before it imports it: set, triggers and languages.

Generated from the rules by ``python -m homs_wiki.lint.manual``; a test holds it to them.
"""

# fmt: off
# ruff: noqa: E501 - a rule a line
Indexed = tuple[str, tuple[str, ...], frozenset[str] | None]
RULE_INDEX: dict[tuple[str, str], Indexed] = {{
{listed}}}
'''


def _index_key(rule: Rule) -> str:
    return _tuple_of((rule.family, rule.name))


def _index_value(rule: Rule) -> str:
    languages = rule.languages and f"frozenset({_tuple_of(tuple(sorted(rule.languages)))})"
    return f'("{rule.rule_set.value}", {_tuple_of(rule.triggers)}, {languages})'


def _tuple_of(texts: tuple[str, ...]) -> str:
    """Write a tuple of strings in double quotes, what cannot be seen in them as escapes."""
    quoted = [f'"{"".join(map(_escaped, text))}"' for text in texts]
    return f"({', '.join(quoted)}{',' * (len(quoted) == 1)})"


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else repr(character)[1:-1]


def main(arguments: Sequence[str]) -> int:
    """Write ``docs/rules/`` and the index of the rules; return the exit code.

    Both lie below the current folder; pages of rules that are gone are removed. With ``--check``
    nothing is written, and the code is 1 if something is not current.
    """
    if [*arguments] not in ([], ["--check"]):
        sys.stderr.write("usage: python -m homs_wiki.lint.manual [--check]\n")
        return 2
    rules = every_rule()
    wanted = {_FOLDER / name: page for name, page in render(rules).items()}
    wanted[_INDEX] = render_index(rules)
    stale = [*_stale(wanted), *(path for path in _FOLDER.glob("*") if path not in wanted)]
    if arguments:
        for path in stale:
            sys.stderr.write(
                f"{path} is not current; renew it with: python -m homs_wiki.lint.manual\n"
            )
        return 1 if stale else 0
    _FOLDER.mkdir(parents=True, exist_ok=True)
    for path in stale:
        if path in wanted:
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 0


def _stale(wanted: Mapping[Path, str]) -> Iterator[Path]:
    for path, content in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            yield path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
