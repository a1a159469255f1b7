"""Knowing a finding again after the page was edited elsewhere.

A line number says nothing the day after. What stays is what is wrong and the text it is wrong in,
so a fingerprint is made of the rule's name, the text that was found, a little of its line before
and behind it, and, among findings that are equal in all that, the number of this one. White space
is left out of it: aligning the parameters of a template changes no fingerprint.

So a fingerprint survives moved lines, and edits of the same line that are not close by. It changes
with the words around the finding: then somebody has had the place before their eyes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homs_wiki.lint.finding import Finding

_VERSION = "1"  # part of what is hashed; another recipe must not meet the old one's fingerprints
_NEAR = 24  # code points beside the finding that count, white space not among them
_REACH = 96  # how far is looked for them: aligned parameters have many blanks
_LONGEST = 400  # of the found text; of a longer one, both ends count
_BYTES = 16


def fingerprints(text: str, findings: Sequence[Finding]) -> list[str]:
    """Return a fingerprint for each of ``findings``, no two of them equal.

    Takes time linear in the number of findings, whatever they span; the length of the text does
    not matter.

    Args:
        text: the text that was checked, its line ends LF.
        findings: what was found in it, in the order of the text.

    Returns:
        Strings of 32 hexadecimal digits, in the order of ``findings``. They tell findings of one
        file apart; who keeps those of several files must keep the file's name beside them.
    """
    from hashlib import blake2b  # most runs show findings without fingerprints

    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        likeness = _likeness(text, finding)
        seen[likeness] += 1
        data = f"{_VERSION}\n{likeness}\n{seen[likeness]}".encode("utf-8", "surrogatepass")
        made.append(blake2b(data, digest_size=_BYTES).hexdigest())
    return made


def _likeness(text: str, finding: Finding) -> str:
    """Return what makes a finding the same one; no part holds a line end, so that parts them."""
    start, end = finding.start, finding.end
    line_start = text.rfind("\n", max(0, start - _REACH), start) + 1
    line_end = text.find("\n", end, end + _REACH)
    before = _solid(text[max(line_start, start - _REACH) : start])[-_NEAR:]
    behind = _solid(text[end : line_end if line_end >= 0 else end + _REACH])[:_NEAR]
    return "\n".join((finding.rule, before, _solid(_ends(text, start, end)), behind))


def _ends(text: str, start: int, end: int) -> str:
    if end - start <= _LONGEST:
        return text[start:end]
    half = _LONGEST // 2
    return f"{text[start : start + half]}{text[end - half : end]}"


def _solid(text: str) -> str:
    return "".join(text.split())
