"""``homs-wiki rule``: the manual of one rule."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from homs_wiki.cli.configs import Configs
from homs_wiki.cli.console import shows_colour, write_for_people
from homs_wiki.cli.inputs import complete_rules, settings_option
from homs_wiki.cli.linting.choosing import RuleChooser
from homs_wiki.lint.discovery import unknown_rule
from homs_wiki.lint.manual import rule_page
from homs_wiki.lint.settings import Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homs_wiki.lint.discovery import RuleEntry
    from homs_wiki.lint.rule import Rule

_HERE = Path("-")


@click.command()
@click.argument("name", metavar="NAME", shell_complete=complete_rules)
@settings_option
def command(name: str, settings: Path | None) -> None:
    """Show the manual of a rule: what it finds, why, an example, and how safe its fix is.

    NAME may also be what others call it: an id of Citation Style 1 (err_bad_date), a message key of
    Cite, a number of Check Wikipedia (64), or a category of MediaWiki's Linter.

    \b
    Examples:
      homs-wiki rule reference-empty
      homs-wiki rule cite_error_ref_no_input
    """  # noqa: D301 - click wants the character, not the escape
    chooser = RuleChooser(Configs(settings), Layer("the command line"))
    pages = [rule_page(rule) for rule in _named(name, chooser.entries(_HERE))]
    for page in pages:
        _show(page)


def _named(name: str, entries: Sequence[RuleEntry]) -> list[Rule]:
    """Return the rule of that name, or the rules that others call so."""
    for entry in entries:
        if entry.name == name:
            return [entry.load()()]
    rules = [entry.load()() for entry in entries]
    called = [rule for rule in rules if name in " ".join(rule.aliases.values()).split()]
    if not called:
        raise unknown_rule("rule", name, (entry.name for entry in entries))
    return called


def _show(page: str) -> None:
    if not sys.stdout.isatty():
        write_for_people([page])
        return
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(file=sys.stdout, no_color=not shows_colour(sys.stdout))
    console.print(Markdown(page))
