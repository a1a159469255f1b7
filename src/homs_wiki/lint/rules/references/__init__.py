"""Rules on references: that they are closed, defined, used, and shown."""
