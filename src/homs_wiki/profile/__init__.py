"""What differs between wikis and languages, as data, and the loader that reads it."""

from homs_wiki.profile.load import available_profiles, load_profile
from homs_wiki.profile.profile import Profile
from homs_wiki.profile.tables import ProfileError

__all__ = ["Profile", "ProfileError", "available_profiles", "load_profile"]
