"""Rules on citations: what Citation Style 1 complains of, and addresses without a citation."""
