"""Rules on headings, sections, the lead and lists: that the page is built as readers expect."""
