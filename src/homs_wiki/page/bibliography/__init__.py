"""A page's citations as a bibliography for other programs: CSL-JSON and biblatex.

``read_bibliography`` gives an entry for each citation; ``csl_item`` and ``biblatex_entry`` say it
in a format.
"""

from homs_wiki.page.bibliography.biblatex import biblatex_entry
from homs_wiki.page.bibliography.csl import csl_item
from homs_wiki.page.bibliography.entry import Entry, read_bibliography
from homs_wiki.page.bibliography.people import Credits, Name

__all__ = [
    "Credits",
    "Entry",
    "Name",
    "biblatex_entry",
    "csl_item",
    "read_bibliography",
]
