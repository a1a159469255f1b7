"""Runs the benchmarks: ``python -m benchmarks [PAGE …]``, or ``scripts/bench``.

Pages are files or folders of wikitext, or a corpus ``NAME.texts.json.gz`` (a list of name and
text). Without any, the reference corpus beside the checkout is taken, or else the article.
"""

import argparse
import sys
from pathlib import Path

from benchmarks.comparing import measure_comparing
from benchmarks.corpora import ARTICLE, CORPUS, read_pages
from benchmarks.linting import measure_linting
from benchmarks.publishing import measure_publishing
from benchmarks.reading import measure_reading
from homs_wiki.profile import load_profile

PARTS = {
    "page": measure_reading,
    "lint": measure_linting,
    "diff": measure_comparing,
    "publishing": measure_publishing,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("pages", nargs="*", type=Path)
    parser.add_argument("--profile", default="en.wikipedia")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=PARTS, help="run this part; without it, all")
    options = parser.parse_args()
    given = options.pages or [CORPUS if CORPUS.exists() else ARTICLE]
    texts, profile = read_pages(given), load_profile(options.profile)
    held = [
        measure(texts, profile, options.rounds)
        for name, measure in PARTS.items()
        if options.only in (None, name)
    ]
    print("\nAll budgets hold." if all(held) else "\nA budget is broken.")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
