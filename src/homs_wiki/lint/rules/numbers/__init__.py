"""Rules on numbers: how they are written, and whether they agree."""
