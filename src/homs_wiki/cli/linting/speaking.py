"""The language in which a run speaks to its user."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from homs_wiki.cli.console import complain, write_aside
from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.messages import LANGUAGES, language_of_locale
from homs_wiki.lint.output.words import say
from homs_wiki.source.visible import directed, isolated_if_needed

if TYPE_CHECKING:
    from homs_wiki.cli.linting.choosing import RuleChooser

_FOR_PEOPLE = frozenset({"text", "html"})


def asked_language(format_name: str, lang: str | None) -> str | None:
    """Return the language that the command line asks for; None if it leaves that open.

    What programs read is English unless the user says ``--lang``: it must not depend on where it
    is made.
    """
    return lang if lang or format_name in _FOR_PEOPLE else LANGUAGES[0]


def usual_language(chooser: RuleChooser) -> str:
    """Return the language in which to speak where nobody asks for one.

    That is the language in the settings of the current folder, else that of the locale.
    """
    return chooser.config(Path("-")).language or language_of_locale(os.environ)


def note(text: str) -> None:
    """Write a note to standard error: a `Phrase` in the language of the run, else as it is."""
    if isinstance(text, Phrase):
        write_aside(directed(f"{say('note')}: {text.said(isolated_if_needed)}"))
    else:
        complain("note", text)
