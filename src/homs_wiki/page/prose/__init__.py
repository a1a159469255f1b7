"""The running text of a page as a reader sees it, with a map back to the wikitext."""

from homs_wiki.page.prose.prose import Block, Foreign, Prose, count_words, read_prose

__all__ = ["Block", "Foreign", "Prose", "count_words", "read_prose"]
