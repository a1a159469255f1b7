"""Rules on the comments that keep findings quiet."""
