"""The linter: rules, the engine that runs them, and the formats that show what they found."""
