"""Reading and checking pages: speed, growth, start-up and memory."""

import sys
import tracemalloc
from functools import partial
from pathlib import Path

import mwparserfromhell
import wikitextparser

from benchmarks.corpora import ARTICLE
from benchmarks.hostile import HOSTILE
from benchmarks.jobs import lint, read_everything, read_whole, rules_of
from benchmarks.measure import compare, processes
from benchmarks.table import row
from homs_wiki.page import read_text
from homs_wiki.profile import Profile
from homs_wiki.syntax import parse


def measure_reading(texts: list[str], profile: Profile, rounds: int) -> bool:
    """Measure everything; return whether all budgets hold."""
    held = [
        speed(texts, profile, rounds),
        start_up(rounds),
        memory(texts, profile),
        growth(profile, min(rounds, 3)),
    ]
    return all(held)


def speed(texts: list[str], profile: Profile, rounds: int) -> bool:
    size = sum(map(len, texts)) / 1e6
    print(f"\nSpeed on {len(texts)} pages, {size:.2f} M code points; mwparserfromhell.parse is 1")
    rules = rules_of("recommended")
    jobs = {
        "mwparserfromhell.parse": lambda: [mwparserfromhell.parse(text) for text in texts],
        "wikitextparser.parse, templates": lambda: [
            wikitextparser.parse(text).templates for text in texts
        ],
        "syntax.parse": lambda: [parse(text, profile).records for text in texts],
        "syntax.parse, all nodes made": lambda: [parse(text, profile).nodes for text in texts],
        "page.read, every part": lambda: [read_whole(text, profile) for text in texts],
        "all rules, reading included": lambda: [
            lint(read_text(text, profile), rules) for text in texts
        ],
    }
    budgets = {
        "syntax.parse": 1 / 20,
        "syntax.parse, all nodes made": 1 / 20,
        "page.read, every part": 1 / 8,
        "all rules, reading included": 1 / 3,
    }
    held = True
    for name, seconds, ratio in compare(jobs, rounds):
        held &= row(f"{name} ({size / seconds:.1f} M/s)", ratio, budgets.get(name))
    return held


def growth(profile: Profile, rounds: int) -> bool:
    """Both texts are larger than a processor's cache, which would flatter the smaller one."""
    print("\nGrowth: the time for ten times the text, in times the time for the text")
    held = True
    for name, make in HOSTILE.items():
        jobs = {
            str(times): partial(read_whole, make(times), profile) for times in (20_000, 200_000)
        }
        held &= row(name, compare(jobs, rounds)[1].ratio, 12)
    return held


def start_up(rounds: int) -> bool:
    print("\nStart-up: whole processes, CPU; python -c 'import mwparserfromhell' is 1")
    commands = {
        "import mwparserfromhell": [sys.executable, "-c", "import mwparserfromhell"],
        "homs-wiki lint ARTICLE": [
            str(Path(sys.executable).with_name("homs-wiki")), "lint", str(ARTICLE),
        ],
    }  # fmt: skip
    *_, lint = processes(commands, max(rounds, 10))
    return row("homs-wiki lint ARTICLE", lint.ratio, 2.5)


def memory(texts: list[str], profile: Profile) -> bool:
    print("\nMemory: bytes held for each byte of wikitext, all parts read")
    for text in texts:
        read_whole(text, profile)  # tables of the profile are nobody's page
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    pages = [read_text(text, profile) for text in texts]
    for page in pages:
        read_everything(page)
    held_bytes = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    return row("pages", held_bytes / sum(len(text.encode()) for text in texts), 60)
