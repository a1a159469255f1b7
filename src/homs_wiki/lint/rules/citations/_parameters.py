"""One parameter of a template: where it stands, and taking it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase
from homs_wiki.source import Edit, Span

if TYPE_CHECKING:
    from homs_wiki.syntax import Parameter


def written_span(parameter: Parameter) -> Span:
    """Return where name and value stand, without the white space around both."""
    raw = parameter.source[parameter.start : parameter.end]
    return Span(parameter.start + len(raw) - len(raw.lstrip()), parameter.stripped_span.end)


def name_span(parameter: Parameter) -> Span:
    """Return where the name stands, without white space; of a text without one, the text."""
    if parameter.equals is None:
        return parameter.stripped_span
    start, end = parameter.name_span
    written = parameter.source[start:end]
    start += len(written) - len(written.lstrip())
    return Span(start, start + len(written.strip()))


def remove(parameter: Parameter) -> Fix:
    """Return the fix, not a safe one, that takes out a parameter with the pipe before it.

    White space at its end stays if a line ends there, so that the lines around keep their form.
    """
    source, start, end = parameter.source, parameter.start - 1, parameter.end
    raw = source[parameter.start : end]
    if "\n" in raw[len(raw.rstrip()) :]:
        end = parameter.start + len(raw.rstrip())
        line = start
        while source[line - 1] in " \t":
            line -= 1
        if source[line - 1] == "\n":
            start = line - 1  # it stands alone on its line, which goes with it
    edit = Edit(start, end, "")
    return Fix((edit,), safe=False, description=Phrase("Remove “{text}”", text=parameter.name))
