"""How a page tells its story in time, as far as words say it, not dates alone.

``state`` reads whether the page's event goes on or is over, ``reckoning`` dates with "two days
later" beside them, ``order`` whether a section goes forward in time, ``yearless`` dates without a
year, ``event`` when the infobox says that the event took place and ``event_verbs`` what sentences
say of that, ``life`` when a person was born and died. Apart from ``timeline``, which
puts all statements of a page on one line of days and takes longer to load.
"""
