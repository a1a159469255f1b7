"""Elements of SVG as text, on a canvas on which places are counted from where a line begins.

In a language that is written from right to left, the canvas is turned around: what begins at 10
begins 10 from the right edge. Texts are escaped, and freed of what XML may not hold and of marks
that would turn the rest of a line around; every run of text is isolated from its neighbours.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final, Literal

from homs_wiki.source.visible import POP_DIRECTIONAL_ISOLATE

if TYPE_CHECKING:
    from collections.abc import Iterable

Anchor = Literal["start", "middle", "end"]

_ISOLATE: Final = {"ltr": "\u2066", "rtl": "\u2067"}

# ZERO WIDTH NON-JOINER and JOINER stay: they belong to the spelling of several languages.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """Return ``text`` without what is not seen, white space single."""
    return " ".join(_UNSEEN.sub("", text).split())


def safe(text: str) -> str:
    """Return ``text`` as it may stand in an element or attribute; line ends (LF) stay."""
    return escape("\n".join(map(clean, text.split("\n"))))


class Canvas:
    """The elements of a picture, in the order in which they are painted.

    Args:
        width: of the picture.
        direction: "rtl" if lines begin at the right edge, else "ltr".
    """

    def __init__(self, width: float, direction: str) -> None:
        self._width = width
        self._is_mirrored = direction == "rtl"
        self._isolate = _ISOLATE.get(direction, _ISOLATE["ltr"])
        self._pieces: list[str] = []

    def __str__(self) -> str:
        return "\n".join(self._pieces)

    def _x(self, at: float) -> str:
        return number(self._width - at if self._is_mirrored else at)

    def _left(self, start: float, end: float) -> str:
        return number(self._width - end if self._is_mirrored else start)

    def _isolated(self, text: str) -> str:
        """Return ``text`` safe, in the order of the page's language and apart from others."""
        return f"{self._isolate}{safe(text)}{POP_DIRECTIONAL_ISOLATE}"

    def open(self, name: str, label: str = "") -> None:
        """Begin a group of the class ``name``, called ``label`` for those who do not see it."""
        named = f' role="group" aria-label="{safe(label)}"' if label else ""
        self._pieces.append(f'<g class="{name}"{named}>')

    def close(self) -> None:
        """End the group begun last."""
        self._pieces.append("</g>")

    def rect(
        self, start: float, end: float, top: float, height: float, name: str, *, radius: float = 0
    ) -> None:
        """Draw a rectangle."""
        round_corners = f' rx="{number(radius)}"' if radius else ""
        self._pieces.append(
            f'<rect class="{name}" x="{self._left(start, end)}" y="{number(top)}"'
            f' width="{number(max(0.5, end - start))}" height="{number(height)}"{round_corners}/>'
        )

    def circle(self, at: float, middle: float, radius: float, name: str) -> None:
        """Draw a circle."""
        self._pieces.append(
            f'<circle class="{name}" cx="{self._x(at)}" cy="{number(middle)}"'
            f' r="{number(radius)}"/>'
        )

    def path(self, points: Iterable[tuple[str, float, float]], name: str) -> None:
        """Draw a line: of each point the command of SVG that leads to it, and where it is."""
        drawn = " ".join(f"{command}{self._x(x)} {number(y)}" for command, x, y in points)
        self._pieces.append(f'<path class="{name}" d="{drawn}"/>')

    def text(
        self, at: float, baseline: float, runs: Iterable[tuple[str, str]], anchor: Anchor = "start"
    ) -> None:
        """Write runs of text, each with its class; ``start`` is where a line begins."""
        written = " ".join(
            f'<tspan class="{name}">{self._isolated(run)}</tspan>' if name else self._isolated(run)
            for name, run in runs
        )
        anchored = "" if anchor == "start" else f' text-anchor="{anchor}"'
        self._pieces.append(
            f'<text x="{self._x(at)}" y="{number(baseline)}"{anchored}>{written}</text>'
        )

    def tooltip(self, text: str) -> None:
        """Say what is shown where a pointer rests on the group that is open."""
        self._pieces.append(f"<title>{safe(text)}</title>")


def number(value: float) -> str:
    """Return a length as short as a tenth of a pixel allows."""
    return f"{value:.1f}".removesuffix(".0")
