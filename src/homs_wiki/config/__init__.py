"""The user's own settings: ``homs-wiki.toml``, or ``[tool.homs-wiki]`` in ``pyproject.toml``.

This room finds and opens the file; each section is read by the room whose matter it is.
"""

from homs_wiki.config.files import SECTIONS, Config, ConfigError, find_config, read_config

__all__ = ["SECTIONS", "Config", "ConfigError", "find_config", "read_config"]
