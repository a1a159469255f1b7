"""Rules on characters, marks and spaces: what is typed, and how it is shown."""
