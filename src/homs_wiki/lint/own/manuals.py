"""The manuals of rules of one's own: what their makers say, and the rest in words of ours.

So the commands and outputs that show the manual of a rule (`homs_wiki.lint.manual`) find one.
"""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import TYPE_CHECKING

from homs_wiki.lint.manual import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.lint.own.patterns import PatternSpec

_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_MOST_WORDS = 20


def completed(doc: str | None, message: str, where: str) -> str:
    """Return the manual of a rule that others wrote.

    Args:
        doc: the docstring of its class: a summary, then sections of any headings, or nothing.
        message: its message.
        where: the place it comes from, for people.
    """
    summary, *parts = _HEADING.split(cleandoc(doc or ""))
    written = dict(zip(parts[::2], parts[1::2], strict=True))
    first, _, more = summary.strip().partition("\n\n")
    others = [f"### {heading}\n{body}" for heading, body in written.items() if _is_other(heading)]
    does = [more, written.get("What it does", ""), *others]
    sections = {
        **written,
        "What it does": "\n\n".join(each.strip() for each in does if each.strip()),
    }
    return _manual(
        first or f"Reports: {message}",
        sections,
        {
            "What it does": f"Reports: {message} It comes from {where}.",
            "Why it matters": "Its makers do not say.",
            "Example": "Its makers give none.",
            "Fix safety": "Its makers do not say; each fix says whether it is safe.",
        },
    )


def _is_other(heading: str) -> bool:
    return heading not in HEADINGS


def of_pattern(spec: PatternSpec) -> str:
    """Return the manual of a pattern."""
    words = [f"`{word}`" for word in spec.words[:_MOST_WORDS]]
    if len(spec.words) > _MOST_WORDS:
        words.append(f"{len(spec.words) - _MOST_WORDS} others")
    does = f"Finds {f'`{spec.pattern}`' if spec.pattern else ', '.join(words)} in: {spec.scope}"
    for key, names in (("template", spec.templates), ("parameter", spec.parameters)):
        does += f"; {key}: {', '.join(names)}" if names else ""
    does += f"; unless it is part of `{spec.unless}`" if spec.unless else ""
    safety = "There is no fix."
    if spec.replacement is not None:
        safe = "is safe" if spec.safe else "is not safe"
        new = f"writes `{spec.replacement}` in its place" if spec.replacement else "removes it"
        safety = f"The fix {new}. The settings say that it {safe}."
    written = {
        "What it does": f"{does}. It comes from {spec.where}.",
        "Why it matters": spec.description,
        "Fix safety": safety,
    }
    missing = {"Why it matters": "The settings do not say.", "Example": "The settings give none."}
    summary = spec.description.partition("\n\n")[0] or f"Reports: {spec.message}"
    return _manual(summary, written, missing)


def _manual(summary: str, written: Mapping[str, str], missing: Mapping[str, str]) -> str:
    sections = [_lowered(summary)]
    for heading in HEADINGS:
        body = written.get(heading, "").strip() or missing.get(heading, "")
        if body:
            sections.append(f"## {heading}\n{_lowered(body)}")
    return "\n\n".join(sections)


def _lowered(text: str) -> str:
    """Return a text of which no line is taken for a heading of the manual."""
    return _HEADING.sub(r"### \1", text)
