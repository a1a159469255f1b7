"""The git repository around a page: what it keeps, a file's history, and commits brought in."""
