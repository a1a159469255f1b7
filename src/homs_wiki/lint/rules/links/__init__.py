"""Rules on links and images: that they are closed, lead somewhere, and say what they should."""
