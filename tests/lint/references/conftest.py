"""A real wiki that is only asked, for the rules that repeat what MediaWiki says."""

from tests.wiki.conftest import client, prepared_wiki, read_wiki, software

__all__ = ["client", "prepared_wiki", "read_wiki", "software"]
