"""What changed between two revisions of a page, in an editor's terms."""

from homs_wiki.diff.changes.describe import describe
from homs_wiki.diff.changes.model import Change, ChangeKind
from homs_wiki.diff.changes.reading import read_changes

__all__ = ["Change", "ChangeKind", "describe", "read_changes"]
