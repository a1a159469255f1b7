"""What ``homs-wiki dates --normalise`` does: all dates of an article in one form."""
