"""Putting a run together from what the command line says."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from homs_wiki.cli.inputs import STDIN, find_pages
from homs_wiki.cli.linting.old_findings import OldFindings
from homs_wiki.cli.linting.run import Manner, Run
from homs_wiki.cli.linting.speaking import usual_language
from homs_wiki.cli.linting.tasks import Task, one_by_one, weigh
from homs_wiki.lint.finding import Severity
from homs_wiki.lint.messages import use_language
from homs_wiki.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from homs_wiki.cli.linting.checker import Checker
    from homs_wiki.cli.linting.choosing import RuleChooser
    from homs_wiki.cli.linting.options import RunOptions
    from homs_wiki.cli.linting.plan import Plan
    from homs_wiki.cli.linting.tasks import Item, Work
    from homs_wiki.lint.output.result import Format

_WORTH_REMEMBERING = 1 << 16
"""Bytes; less than this is sooner checked than looked up."""

_WORTH_SHARING = 1 << 21
"""Bytes; checking less than this takes hardly longer than starting processes for it."""

_WORTH_SHARING_FILES = 8


def start(
    paths: Sequence[Path],
    plan: Plan,
    options: RunOptions,
    shown: Format,
    write: Callable[[Iterable[str]], None],
    work: Callable[[Checker], Work] = one_by_one,
) -> int:
    """Check the pages that ``paths`` mean, and return the exit code.

    Args:
        paths: files and folders.
        plan: what the checker is made of.
        options: what the command line says.
        shown: how findings are shown.
        write: takes what is to be written.
        work: makes of the checker what does the items; other work than checking is done one
            after the other.

    Raises:
        click.UsageError: options do not go together.
        HomsWikiError: settings, a baseline or a repository cannot be read.
    """
    plan = plan._replace(timings=options.timings)
    checker = plan.checker()
    chooser = checker.chooser
    use_language(options.lang or usual_language(chooser))
    items = list(_items(paths, chooser, options))
    if _is_idle(chooser, [item.path for item in items if isinstance(item, Task)]):
        raise click.UsageError("--select, --ignore and the settings leave no rule to run")
    old = OldFindings(
        chooser, options.baseline, writes=options.write_baseline, partial=options.is_partial
    )
    old.prepare(item.path for item in items if isinstance(item, Task))
    manner = Manner(
        fail_on=None if options.exit_zero else Severity(options.fail_on),
        quiet=options.quiet,
        old=old,
        timings=options.timings,
    )
    cache = _cache(options, items)
    if cache:
        checker.remember_in(cache)
    run = Run(shown, write, manner)
    with closing(checker):
        jobs = _jobs(options, items)
        if jobs == 1 or work is not one_by_one:
            return run.over(items, work(checker))
        from homs_wiki.cli.linting.pool import Pool

        with Pool(plan._replace(cache=cache), jobs, checker) as pool:
            return run.over(items, pool.work)


def _is_idle(chooser: RuleChooser, paths: Sequence[Path]) -> bool:
    """Return whether no rule runs on any file, though the settings do not single these files out.

    That a run over them finds nothing would then say nothing.
    """
    if any(map(chooser.rules, paths)):
        return False
    return not chooser.usual_rules(paths[0] if paths else STDIN)


def _jobs(options: RunOptions, items: Sequence[Item]) -> int:
    """Return how many pages are checked at a time."""
    jobs = options.jobs
    if jobs is None:
        if len(items) < _WORTH_SHARING_FILES or not weigh(items, _WORTH_SHARING):
            return 1
        jobs = _processors()
    return min(jobs, len(items)) or 1


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _cache(options: RunOptions, items: Sequence[Item]) -> Path | None:
    """Return the folder of the cache, if results are to be kept."""
    if options.no_cache or options.timings:
        return None
    if options.cache_dir:
        return options.cache_dir
    if not weigh(items, _WORTH_REMEMBERING):
        return None
    from homs_wiki.cli.linting.remembering import usual_folder

    return usual_folder()


def _items(paths: Sequence[Path], chooser: RuleChooser, options: RunOptions) -> Iterator[Item]:
    pages = find_pages(paths, chooser.excludes, named_too=options.force_exclude)
    if options.is_partial:
        from homs_wiki.cli.linting.changes import Changes

        yield from Changes(options.since, paths).tasks(pages)
        return
    for found in pages:
        yield found if isinstance(found, UnreadableError) else Task(found)
