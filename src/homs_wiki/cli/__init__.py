"""The command line: a thin face of the rooms below it."""

import gc

_SELDOM = 100_000  # allocations between two searches for garbage; Python's own habit is 700

# Before anything else is imported: modules, and pages until the next one is read, are no garbage.
gc.set_threshold(_SELDOM)
