"""The parts of ``homs-wiki lint``."""
