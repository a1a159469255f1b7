"""Speed, growth, start-up and memory against the peers, as ratios within one run."""
