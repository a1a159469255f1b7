"""Rules on the language itself: letters and words."""
