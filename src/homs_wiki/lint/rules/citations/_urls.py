"""Addresses in citations."""

from __future__ import annotations

import re

# A host name and what may follow it, nothing else: www.example.org, example.org/a, example.org:80.
ADDRESS = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,18}(?::\d{1,5})?(?:[/?#][^\s{}|<>]*)?",
    re.IGNORECASE,
)
"""An address that lacks nothing but a scheme."""
