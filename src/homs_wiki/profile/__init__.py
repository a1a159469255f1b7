"""What differs between wikis and languages, as data, and the loader that reads it.

``load_profile("ur.wikipedia")`` gives a :class:`Profile`, which answers every question about the
wiki: what a template is for, which kind of citation it is, what a parameter is called elsewhere,
which words are magic. ``guess_profile(text)`` names the wiki of a text by its letters.

All answers come from TOML files in ``data/``, read by topic when first asked for:

========================  ========================================================================
``mediawiki.toml``        what every MediaWiki has: extension tags, protocols, magic words
``templates.toml``        English template names, which hold on every wiki
``languages/ur.toml``     namespaces, magic words, marks, numbers and letters of a language
``wikis/…toml``           a wiki's template names, section titles, infobox names, habits
``citations/cs1.toml``    Citation Style 1: templates, parameters, identifiers
``citations/…toml``       a wiki's own citation templates and parameters
``scripts.toml``          what tells languages apart, for guessing
``dates/``, ``infoboxes/``  read by modules of their own
========================  ========================================================================

To add a wiki (``sv.wikipedia``): copy ``languages/de.toml`` to ``languages/sv.toml`` and fill it in
from the wiki's siteinfo; make ``wikis/sv.wikipedia.toml`` with its ``[namespaces]`` (an empty file
is enough to begin with) and, if it has citation templates of its own,
``citations/sv.wikipedia.toml``. Say in words at the top of each file where its facts are from. An
unknown key is an error, so a slip of the pen shows at once; the tests read every file.
"""

from homs_wiki.profile.language import (
    ForeignText,
    LetterHazard,
    Numbers,
    Punctuation,
    WordEvidence,
)
from homs_wiki.profile.load import available_profiles, load_profile
from homs_wiki.profile.magic import ImageOption
from homs_wiki.profile.profile import TEMPLATE_NAMESPACE, Profile
from homs_wiki.profile.tables import ProfileError
from homs_wiki.profile.templates import House

__all__ = [
    "TEMPLATE_NAMESPACE",
    "ForeignText",
    "House",
    "ImageOption",
    "LetterHazard",
    "Numbers",
    "Profile",
    "ProfileError",
    "Punctuation",
    "WordEvidence",
    "available_profiles",
    "load_profile",
]
