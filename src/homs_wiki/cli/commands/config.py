"""``homs-wiki config``: the settings that hold for a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from homs_wiki.cli.configs import Configs
from homs_wiki.cli.console import write_for_machines, write_for_people
from homs_wiki.cli.inputs import ANY_PATH, format_option, profile_option, settings_option
from homs_wiki.cli.linting.choosing import RuleChooser
from homs_wiki.cli.subjects import Subjects
from homs_wiki.lint.settings import Layer
from homs_wiki.source.files import DEFAULT_LIMIT
from homs_wiki.source.visible import as_json, visible_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.settings import LintConfig


class _Line(NamedTuple):
    """One setting: its key, its value as plain data, and where it comes from."""

    key: str
    value: object
    where: str


@click.group()
def command() -> None:
    """Show the settings.

    \b
    Example:
      homs-wiki config show article/homs.wiki
    """  # noqa: D301 - click wants the character, not the escape


@command.command()
@click.argument("path", metavar="FILE", type=ANY_PATH, default="-")
@format_option("For people, or for machines.")
@profile_option("page belongs")
@settings_option
def show(path: Path, format_name: str, profile: str | None, settings: Path | None) -> None:
    """Show what holds for a page, and where each setting comes from.

    The file need not exist; without one, it is what holds for standard input in this folder.

    \b
    Example:
      homs-wiki config show article/homs.wiki
    """  # noqa: D301 - click wants the character, not the escape
    configs = Configs(settings)
    chooser = RuleChooser(configs, Layer("the command line"))
    subjects = Subjects(profile, DEFAULT_LIMIT, configs)
    lines = [*_file(configs, path), *_wiki(subjects, path), *_lint(chooser, path)]
    if format_name == "json":
        rows = [as_json(line._asdict()) for line in lines]
        body = ",\n  ".join(rows)
        write_for_machines([f'{{"version": 1, "settings": [\n  {body}\n]}}\n'])
    else:
        write_for_people(visible_lines(_text(line)) + "\n" for line in lines)


def _text(line: _Line) -> str:
    where = f"  ({line.where})" if line.where else ""
    if isinstance(line.value, (list, tuple)):
        return "\n  ".join((f"{line.key}:{where}", *map(str, line.value)))
    return f"{line.key} = {as_json(line.value)}{where}"


def _file(configs: Configs, path: Path) -> Iterator[_Line]:
    found = configs.of(path).path
    yield _Line("settings", str(found) if found else None, "" if found else "no file of settings")


def _wiki(subjects: Subjects, path: Path) -> Iterator[_Line]:
    name, where = subjects.wiki_of(path)
    yield _Line("profile", name, where)


def _lint(chooser: RuleChooser, path: Path) -> Iterator[_Line]:
    config = chooser.config(path)
    layers = config.layers(path)
    yield from _once(config)
    for layer in layers:
        yield from _laid(layer)
    chosen = chooser.chosen(path)
    yield _Line("lint: rules that run", [each.entry.name for each in chosen], "of all this")


def _once(config: LintConfig) -> Iterator[_Line]:
    """Yield what is set once for all files."""
    where = config.base.where
    for key in ("exclude", "rules_path", "language", "baseline"):
        value = getattr(config, key)
        if value:
            yield _Line(f"lint.{key.replace('_', '-')}", value, where)
    if not config.cache:
        yield _Line("lint.cache", config.cache, where)
    if config.patterns:
        yield _Line("lint.patterns", len(config.patterns), where)


def _laid(layer: Layer) -> Iterator[_Line]:
    """Yield what one layer sets."""
    for key in ("select", "ignore", "accept"):
        value = getattr(layer, key)
        if value:
            yield _Line(f"lint.{key}", value, layer.where)
    for name, severity in layer.severity.items():
        yield _Line(f"lint.severity.{name}", severity.value, layer.where)
    for rule, options in layer.options.items():
        for name, setting in options.items():
            yield _Line(f"lint.options.{rule}.{name}", setting, layer.where)
