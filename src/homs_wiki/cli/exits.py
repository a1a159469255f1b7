"""What the exit codes of every command mean."""

CLEAN = 0
"""Done, and nothing was found."""

FINDINGS = 1
"""Done, and something was found."""

WRONG = 2
"""Used in a wrong way, an input could not be read, or the output not written."""

REFUSED = 3
"""A wiki refused."""

BUG = 4
"""A bug of ours; a log was written."""

INTERRUPTED = 130
"""Stopped with Ctrl-C, as shells report it."""

BROKEN_PIPE = 141
"""Whoever read our output stopped reading, as shells report it."""
