"""Which citations are those of Citation Style 1, and which names of parameters are not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation

CS1_LANGUAGES = frozenset({"ar", "en", "es", "fa", "hi", "ja", "tr", "ur", "zh"})
"""Languages whose wikis cite with the templates of Citation Style 1."""

# Of these, those whose own names for parameters are in Latin letters.
_LATIN = frozenset({"es", "ja", "tr", "zh"})

# Templates that only wrap one of the module, with requirements of their own.
_WRAPPERS = frozenset({"tweet"})


# Parameters of which nothing is shown by themselves.
_SILENT = frozenset({"df", "language", "mode", "name-list-style", "postscript", "ref"})

PREPRINTS = frozenset({"arxiv", "biorxiv", "citeseerx", "medrxiv", "ssrn"})
"""Kinds that have few parameters, no address among them."""


def is_shown(citation: Citation) -> bool:
    """Tell whether a citation is one of the module that shows something.

    Of any other the module only says that it is empty.
    """
    return citation.kind not in _WRAPPERS and not _SILENT.issuperset(citation.parameters)


def may_be_named_otherwise(page: Page, citation: Citation) -> bool:
    """Tell whether an unknown parameter may be the one that is missed, in the wiki's language.

    English names are known; not all local names are.
    """
    is_latin = page.profile.language in _LATIN
    return any(
        not parameter.name.isascii() or (is_latin and not parameter.name.isdecimal())
        for parameter in citation.unknown
    )
