"""Kept for files that are being written."""

from homs_wiki.source.lazy import lazily

__all__ = ["lazily"]
