"""What an editor sees on a page: sections, references, citations, infobox, dates, prose."""

from homs_wiki.page.page import Page, read, read_text

__all__ = ["Page", "read", "read_text"]
