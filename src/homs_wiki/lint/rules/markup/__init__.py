"""Rules on tags, tables and other markup: that it is closed, whole, and does what it seems to."""
