"""Rules on dates: that they exist, that they agree, that they are written one way."""
