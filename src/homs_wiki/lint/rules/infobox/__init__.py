"""Rules about infoboxes and their fields."""
