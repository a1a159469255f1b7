"""Lines as MediaWiki has them: they end at LF and nowhere else."""


def whole_lines(text: str) -> list[str]:
    """Return the lines of a text with their line breaks; the last may have none."""
    *lines, last = text.split("\n")
    whole = [line + "\n" for line in lines]
    return [*whole, last] if last else whole
