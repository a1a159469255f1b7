"""Infoboxes: their fields in order, what the fields hold, and changing one of them."""

from homs_wiki.page.infobox.reading import Field, Infobox, read_infoboxes

__all__ = ["Field", "Infobox", "read_infoboxes"]
