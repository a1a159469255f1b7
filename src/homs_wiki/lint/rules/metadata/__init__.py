"""Rules on what a page says about itself: categories, sort keys, requests to editors."""
