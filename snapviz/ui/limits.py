"""How much the window takes on. No Qt here."""

MOST_ROWS = 3_000_000
"""Of a run: what fits into the memory of a laptop beside the diagram's own columns."""
