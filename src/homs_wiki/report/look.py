"""The style and the script of a report, and its templates."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Template

_HERE = __package__


class Look(NamedTuple):
    """The style and the script of a report.

    Attributes:
        style: CSS.
        script: JavaScript.
        style_hash: the hash of the style, as a Content Security Policy names it.
        script_hash: that of the script.
    """

    style: str
    script: str
    style_hash: str
    script_hash: str


@cache
def look(package: str, style: str, script: str) -> Look:
    """Return how a report looks: the common style before its own, and its script.

    Args:
        package: the package of the report.
        style: the name of the CSS file in it.
        script: the name of the JavaScript file in it.
    """
    whole = f"{_resource(_HERE, 'frame.css')}\n{_resource(package, style)}"
    code = _resource(package, script)
    return Look(whole, code, _hash(whole), _hash(code))


def template(package: str, name: str, **filters: Callable[..., object]) -> Template:
    """Return a template of a report, which may import the macros of ``frame.html``.

    Args:
        package: the package of the report.
        name: the name of the template's file in it.
        filters: what the template may pass values through, by name.
    """
    from jinja2 import DictLoader, Environment, StrictUndefined  # seldom wanted

    environment = Environment(
        loader=DictLoader({"frame.html": _resource(_HERE, "frame.html")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters)
    return environment.from_string(_resource(package, name))


def _resource(package: str, name: str) -> str:
    return (files(package) / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
