"""What the HTML reports of lint and diff have in common: their frame, style and directions.

A report is one page that needs nothing else. Its style and its script are part of it, and its
Content Security Policy names them by their hashes: whatever a reported page holds, nothing else can
run and nothing can be fetched. ``frame.html`` has the macros that stand around a report, and
``frame.css`` what comes before its own style.
"""

from __future__ import annotations

from homs_wiki.report.direction import line_direction, tags_apart
from homs_wiki.report.look import Look, look, template

__all__ = ["Look", "line_direction", "look", "tags_apart", "template"]
