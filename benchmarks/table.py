"""The lines of the report: what was measured, its budget, and whether it holds."""


def row(
    name: str, measured: float, budget: float | None, unit: str = "", *, least: bool = False
) -> bool:
    """Print a line; return whether the budget holds, which is the most or the least allowed."""
    held = budget is None or (measured >= budget if least else measured <= budget)
    said = "" if budget is None else f"budget {budget:.3f}  {'holds' if held else 'BROKEN'}"
    print(f"  {name:<44} {measured:9.3f} {unit:<4} {said}".rstrip())
    return held
