"""What the commands that talk to a wiki do; each of them is a thin face of a module here."""
