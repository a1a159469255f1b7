"""Linting: side by side with wikilint, and the share of each rule."""

import json
import shutil
import statistics
import subprocess
import tempfile
import time
from collections import deque
from pathlib import Path

from platformdirs import user_cache_path

from benchmarks.reading import read_everything
from benchmarks.table import row
from homs_wiki.lint.discovery import load_rules
from homs_wiki.lint.engine import check
from homs_wiki.page import read_text
from homs_wiki.profile import Profile

WIKILINT = "wikilint@2.35.1"
MOST_OF_ONE_RULE = 0.15
SHOWN = 12


def measure_linting(texts: list[str], profile: Profile, rounds: int) -> bool:
    """Measure everything; return whether all budgets hold."""
    return all([beside_wikilint(texts, profile, rounds), shares(texts, profile, rounds)])


def beside_wikilint(texts: list[str], profile: Profile, rounds: int) -> bool:
    print(f"\nAll recommended rules, reading included; {WIKILINT} is 1 (CPU, modules loaded)")
    folder = _installed_wikilint()
    if folder is None:
        print("  left out: npm cannot install wikilint here")
        return True
    rules = load_rules()
    ratios = []
    with tempfile.TemporaryDirectory() as place:
        pages = Path(place, "texts.json")
        pages.write_text(json.dumps(texts), encoding="utf-8")
        command = ["node", str(Path(__file__).with_name("wikilint.cjs")), str(folder), str(pages)]
        for _ in range(rounds):
            output = subprocess.run(command, capture_output=True, check=True).stdout
            theirs = json.loads(output)["seconds"]
            before = time.process_time()
            for text in texts:
                check(read_text(text, profile), rules)
            ratios.append((time.process_time() - before) / theirs)
    return row("all rules / wikilint", statistics.median(ratios), 1 / 10)


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
    print("\nTime by rule, the parts of the page read before; the whole of all rules is 1")
    rules = [
        rule
        for rule in load_rules()
        if rule.languages is None or profile.language in rule.languages
    ]
    spent = dict.fromkeys((rule.name for rule in rules), 0.0)
    for _ in range(rounds):
        for text in texts:
            page = read_text(text, profile)
            read_everything(page)
            # What several rules read of the page is nobody's.
            check(page, rules)
            for rule in rules:
                before = time.process_time()
                deque(rule.check(page), maxlen=0)
                spent[rule.name] += time.process_time() - before
    whole = sum(spent.values())
    held = True
    dearest = sorted(spent.items(), key=lambda item: -item[1])[:SHOWN]
    for name, seconds in dearest:
        held &= row(name, seconds / whole, MOST_OF_ONE_RULE)
    return held
