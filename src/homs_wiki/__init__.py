"""A toolkit for people who keep Wikipedia articles: read, lint and change wikitext exactly."""
