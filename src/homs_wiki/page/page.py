"""The page as an editor sees it: one object with all its parts."""

from functools import cached_property
from typing import TYPE_CHECKING

from homs_wiki.profile import Profile
from homs_wiki.syntax import Document, parse
from homs_wiki.syntax.collection import uncollected

if TYPE_CHECKING:
    from homs_wiki.page.citations import Citation
    from homs_wiki.page.dates import PageDate
    from homs_wiki.page.infobox import Infobox
    from homs_wiki.page.outline import Section
    from homs_wiki.page.prose import Prose
    from homs_wiki.page.references import References
    from homs_wiki.syntax.wikilinks import Wikilink


class Page:
    """A page in an editor's terms; each part is made, and its module imported, when asked for.

    Attributes:
        document: the wikitext and its structure.
        title: the page's title, if known.
    """

    def __init__(self, document: Document, title: str | None = None) -> None:
        self.document = document
        self.title = title

    def __del__(self) -> None:
        # Parts hold the document, which keeps them: a circle that only the garbage collector could
        # free, at a tenth of the cost of linting. Who still holds a part may ask it anything: what
        # it needs is read anew.
        self.document.parts.clear()

    @property
    def text(self) -> str:
        """The wikitext."""
        return self.document.text

    @property
    def profile(self) -> Profile:
        """The wiki the page is read for."""
        return self.document.profile

    @cached_property
    def sections(self) -> "list[Section]":
        """The lead and every section, in order; a section knows its parent."""
        from homs_wiki.page.outline import read_sections

        return read_sections(self.document)

    @cached_property
    def prose(self) -> "Prose":
        """What a reader reads as running text, with a map back to the wikitext."""
        from homs_wiki.page.prose import read_prose

        return read_prose(self.document)

    @cached_property
    def citations(self) -> "list[Citation]":
        """Every citation template, in order."""
        from homs_wiki.page.citations import read_citations

        return read_citations(self.document)

    @cached_property
    def references(self) -> "References":
        """Every reference with its definition and uses."""
        from homs_wiki.page.references import read_references

        return read_references(self)

    @cached_property
    @uncollected
    def infoboxes(self) -> "list[Infobox]":
        """Every infobox, in order."""
        from homs_wiki.page.infobox import read_infoboxes

        return read_infoboxes(self.document)

    @property
    def infobox(self) -> "Infobox | None":
        """The first infobox; None if there is none."""
        return self.infoboxes[0] if self.infoboxes else None

    @cached_property
    @uncollected
    def dates(self) -> "list[PageDate]":
        """Every date mentioned, in order."""
        from homs_wiki.page.dates import read_dates

        return read_dates(self)

    @property
    def links(self) -> "list[Wikilink]":
        """Every link to a page of a wiki, files and categories included, in order."""
        return self.document.wikilinks

    @property
    def categories(self) -> "list[Wikilink]":
        """The links that put the page into a category, in order."""
        return self.document.categories


def read(document: Document, title: str | None = None) -> Page:
    """Return the page that ``document`` is, every part made when first asked for."""
    return Page(document, title)


def read_text(text: str, profile: Profile, title: str | None = None) -> Page:
    """Return the page that ``text`` is on the wiki of ``profile``."""
    return read(parse(text, profile), title)
