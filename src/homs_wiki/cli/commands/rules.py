"""``homs-wiki rules``: which rules there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from homs_wiki.cli.configs import Configs
from homs_wiki.cli.inputs import format_option, names_option, settings_option
from homs_wiki.cli.linting.choosing import RuleChooser
from homs_wiki.cli.tables import FORMATS, Column, show
from homs_wiki.lint.discovery import choose
from homs_wiki.lint.manual import read_manual
from homs_wiki.lint.settings import Layer

if TYPE_CHECKING:
    from homs_wiki.cli.tables import Row
    from homs_wiki.lint.rule import Rule

_HERE = Path("-")

_COLUMNS = (
    Column("rule", "Rule"),
    Column("family", "Family"),
    Column("severity", "Severity"),
    Column("set", "Set"),
    Column("fix", "Fix"),
    Column("summary", "What is wrong"),
)


@click.command()
@format_option("A table for people, or everything for machines.", *FORMATS)
@names_option("--select", "Only these rules, families and sets, separated by commas.", ("all",))
@settings_option
def command(format_name: str, select: list[str], settings: Path | None) -> None:
    """List the rules of the linter, those of your settings included.

    JSON and CSV also have the languages a rule is for, what can be set, and what others call it:
    the ids of Citation Style 1, the message keys of Cite, the numbers of Check Wikipedia, and the
    categories of MediaWiki's Linter.

    \b
    Examples:
      homs-wiki rules --select recommended
      homs-wiki rules --select references:all --format json
    """  # noqa: D301 - click wants the character, not the escape
    chooser = RuleChooser(Configs(settings), Layer("the command line"))
    chosen = choose(chooser.entries(_HERE), select)
    rows = [_row(entry.load()()) for entry in chosen]
    if format_name == "table":
        rows = [{**row, "fix": "yes" if row["fix"] else ""} for row in rows]
    show(format_name, "rules", None, rows, _COLUMNS, "no rule")


def _row(rule: Rule) -> Row:
    manual = read_manual(rule)
    return {
        "rule": rule.name,
        "family": rule.family,
        "severity": rule.severity.value,
        "set": rule.rule_set.value,
        "fix": manual.has_fix,
        "summary": " ".join(manual.summary.split()),
        "message": rule.message,
        "languages": None if rule.languages is None else sorted(rule.languages),
        "aliases": {who: names.split() for who, names in rule.aliases.items()},
        "options": {
            name: {"default": option.default, "meaning": option.meaning}
            for name, option in rule.options.items()
        },
    }
