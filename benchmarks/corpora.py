"""The pages that are measured."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from homs_wiki.profile import Profile, load_profile

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "article" / "battle-of-homs-2024.wiki"
CORPUS = ROOT.parent / "shared" / "corpus" / "wtf.texts.json.gz"
SAMPLES = Path(__file__).with_name("pages")


class Sample(NamedTuple):
    """A page and the wiki it is read for."""

    name: str
    text: str
    profile: Profile


def read_pages(paths: Sequence[Path]) -> list[str]:
    """Return the texts of files, of folders of them, and of corpora ``NAME.texts.json.gz``."""
    texts: list[str] = []
    for path in paths:
        if path.is_dir():
            texts += [file.read_text("utf-8") for file in sorted(path.glob("*.wiki"))]
        elif path.name.endswith(".json.gz"):
            texts += [text for _, text in json.loads(gzip.decompress(path.read_bytes()))]
        else:
            texts.append(path.read_text("utf-8"))
    return texts


def built_in() -> list[Sample]:
    """Return the article, and the pages written for this; their wikis stand in their names."""
    samples = [Sample("article", ARTICLE.read_text("utf-8"), load_profile("ur.wikipedia"))]
    for path in sorted(SAMPLES.glob("*.wiki")):
        wiki = path.suffixes[0][1:] + ".wikipedia"
        samples.append(Sample(path.stem, path.read_text("utf-8"), load_profile(wiki)))
    return samples
