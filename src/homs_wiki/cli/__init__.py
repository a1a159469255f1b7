"""The command line: a thin face of the rooms below it."""
