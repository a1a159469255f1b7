"""Linting: side by side with wikilint, the share of each rule, and what a citation costs."""

import gc
import gzip
import json
import shutil
import statistics
import subprocess
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from platformdirs import user_cache_path

from benchmarks.corpora import ROOT
from benchmarks.jobs import lint, read_whole, rules_of
from benchmarks.table import row
from homs_wiki.lint.active import PATIENCE, ActiveRules
from homs_wiki.lint.discovery import load_rules
from homs_wiki.lint.engine import check
from homs_wiki.lint.rule import Rule, is_for
from homs_wiki.page import Page
from homs_wiki.page.citations import read_conditions
from homs_wiki.profile import Profile, load_profile

_T = TypeVar("_T")

WIKILINT = "wikilint@2.35.1"
CITATIONS = ROOT.parent / "shared" / "cs1" / "real.dev.jsonl.gz"
MOST_ON_A_CITATION = 60.0  # µs
MOST_OF_ONE_RULE = 0.15
SHOWN = 12


def measure_linting(texts: list[str], profile: Profile, rounds: int) -> bool:
    """Measure everything; return whether all budgets hold."""
    return all(
        [
            beside_wikilint(texts, profile, rounds),
            shares(texts, profile, rounds),
            on_a_citation(rounds),
        ]
    )


def beside_wikilint(texts: list[str], profile: Profile, rounds: int) -> bool:
    """Measure the rules on pages of which the parts are read, and reading with them.

    Reading has a budget of its own; wikilint cannot do one without the other.
    """
    print(f"\nAll recommended rules; {WIKILINT}, its reading included, is 1 (CPU, modules loaded)")
    folder = _installed_wikilint()
    if folder is None:
        print("  left out: npm cannot install wikilint here")
        return True
    rules = rules_of("recommended")
    for _ in range(1 + PATIENCE // len(texts)):
        _read_and_check(texts, profile, rules)  # loads all modules
    alone, whole = [], []
    with tempfile.TemporaryDirectory() as place:
        pages = Path(place, "texts.json")
        pages.write_text(json.dumps(texts), encoding="utf-8")
        command = ["node", str(Path(__file__).with_name("wikilint.cjs")), str(folder), str(pages)]
        for _ in range(rounds):
            output = subprocess.run(command, capture_output=True, check=True).stdout
            theirs = json.loads(output)["seconds"]
            reading, checking = _read_and_check(texts, profile, rules)
            alone.append(checking / theirs)
            whole.append((reading + checking) / theirs)
    row("reading and all rules / wikilint", statistics.median(whole), None)
    return row("all rules / wikilint", statistics.median(alone), 1 / 10)


def _read_and_check(texts: list[str], profile: Profile, rules: ActiveRules) -> tuple[float, float]:
    """Return the seconds that reading takes, and those that the rules take after it."""
    reading = checking = 0.0
    with _paused_collector():
        for text in texts:
            page, seconds = _timed(read_whole, text, profile)
            reading += seconds
            checking += _seconds(lint, page, rules)
    return reading, checking


@contextmanager
def _paused_collector() -> Iterator[None]:
    """Let the collector pause, as it does in a run, which reads a page while it checks it."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _installed_wikilint() -> Path | None:
    """Return a folder with wikilint in it; a peer to measure against, never a part of ours."""
    folder = user_cache_path("homs-wiki") / "benchmarks" / WIKILINT.replace("@", "-")
    if (folder / "node_modules" / "wikilint").is_dir():
        return folder
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    install = [npm, "install", "--silent", "--prefix", str(folder), WIKILINT]
    done = subprocess.run(install, capture_output=True, check=False)
    return folder if done.returncode == 0 else None


def shares(texts: list[str], profile: Profile, rounds: int) -> bool:
    """Measure each rule alone, on pages of which all is read that several rules need.

    What is read for several rules is nobody's: it has lines of its own, without a budget.
    """
    print("\nTime by rule, the parts of the page read before; the whole of all rules is 1")
    rules = [rule for rule in load_rules() if is_for(rule.languages, profile)]
    spent = dict.fromkeys((rule.name for rule in rules), 0.0)
    judging = first = 0.0
    for _ in range(rounds):
        for text in texts:
            page = read_whole(text, profile)
            judging += _seconds(read_conditions, page.document)
            first += _seconds(check, page, rules)
            for rule in rules:
                spent[rule.name] += _seconds(_exhaust, rule, page)
    whole = sum(spent.values())
    row("shared: the judging of citations", judging / whole, None)
    row("shared: links, tags, tables and the rest", (first - whole) / whole, None)
    held = True
    dearest = sorted(spent.items(), key=lambda item: -item[1])[:SHOWN]
    for name, seconds in dearest:
        held &= row(name, seconds / whole, MOST_OF_ONE_RULE)
    return held


def _timed(job: Callable[..., _T], *given: object) -> tuple[_T, float]:
    """Return what ``job`` returns and the CPU seconds that it takes."""
    before = time.process_time()
    done = job(*given)
    return done, time.process_time() - before


def _seconds(job: Callable[..., object], *given: object) -> float:
    """Return the CPU seconds that ``job`` takes."""
    return _timed(job, *given)[1]


def _exhaust(rule: Rule, page: Page) -> None:
    deque(rule.check(page), maxlen=0)


def on_a_citation(rounds: int) -> bool:
    """Measure judging a citation and asking every recommended rule of citations about it."""
    print("\nA citation on a page of its own, the parts of the page read before (CPU)")
    if not CITATIONS.exists():
        print("  left out: the reference citations are not there")
        return True
    profile = load_profile("en.wikipedia")
    with gzip.open(CITATIONS, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["wikitext"] for line in lines]
    rules = rules_of("citations")
    wholes, judgings = [], []
    for _ in range(rounds):
        judging, asking = [], []
        with _paused_collector():
            for text in texts:
                page = read_whole(text, profile)
                # Parts of the page that are read for other rules as well.
                _ = page.document.external_links, [each.parameters for each in page.citations]
                judging.append(_seconds(read_conditions, page.document))
                asking.append(_seconds(_ask, rules, page))
        wholes.append(statistics.median(map(sum, zip(judging, asking, strict=True))))
        judgings.append(statistics.median(judging))
    row("judging a citation, median", min(judgings) * 1e6, None, "µs")
    median = min(wholes) * 1e6
    return row("citation rules on a citation, median", median, MOST_ON_A_CITATION, "µs")


def _ask(rules: ActiveRules, page: Page) -> None:
    for rule in rules.on(page):
        deque(rule.check(page), maxlen=0)
