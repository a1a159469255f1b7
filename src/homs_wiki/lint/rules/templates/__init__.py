"""Rules on templates, those that are infoboxes apart."""
