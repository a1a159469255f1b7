"""What goes wrong with the wiki on this machine."""

from homs_wiki.wiki.errors import LocalWikiError


class MissingSoftwareError(LocalWikiError):
    """MediaWiki, PHP or a module of PHP is not installed; the message has the command for it."""


class FolderError(LocalWikiError):
    """The folder cannot be used: it belongs to something else, or cannot be written."""


class PortTakenError(LocalWikiError):
    """Something else listens on the port that was asked for."""


class BusyError(LocalWikiError):
    """Another process is working on the folder, or the wiki must be stopped first."""


class NotRunningError(LocalWikiError):
    """The wiki has no address, because it is not running."""


class MaintenanceError(LocalWikiError):
    """A maintenance script of MediaWiki failed; the message has the end of what it said."""


class ServerError(LocalWikiError):
    """PHP's server did not start, did not stop, or does not answer as it should."""
