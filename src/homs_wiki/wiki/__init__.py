"""Wikis: the local one for trying, and talking to any without losing an edit."""
