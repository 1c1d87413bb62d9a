"""Numbers as the window writes them, beside those of ``diagram.figures``. No Qt here."""

from __future__ import annotations

from snapviz.diagram.figures import MINUS, THIN_SPACE

FINE_BELOW_US = 100_000


def decimals_for(duration_us: int) -> int:
    """Decimals that tell the events of a run of this length apart."""
    return 3 if duration_us < FINE_BELOW_US else 1


def run_decimals(run) -> int:
    """Decimals for the instants of a run; steps, which a log has for times, are whole."""
    return decimals_for(run.until_us) if run.is_timed else 0


def ms_text(time_us: int, decimals: int = 1) -> str:
    """Microseconds as grouped milliseconds: ``1204500`` is ``1 204.5``."""
    return _grouped(f"{time_us / 1000:,.{decimals}f}")


def round_ms_text(time_us: int) -> str:
    """Milliseconds with only the decimals there are: ``480``, ``57.002``."""
    whole, _, decimals = f"{time_us / 1000:,.3f}".partition(".")
    decimals = decimals.rstrip("0")
    return _grouped(f"{whole}.{decimals}" if decimals else whole)


def _grouped(text: str) -> str:
    return text.replace(",", THIN_SPACE).replace("-", MINUS)


def factor_text(speed: float) -> str:
    """A speed: ``0.25×``, ``2×``."""
    return f"{speed:g}\u00d7"


def digest_text(digest: str) -> str:
    """A long digest by its ends: ``sha256:9f3a…c1`` becomes ``9f3a…c1``."""
    value = digest.rpartition(":")[2]
    return f"{value[:4]}\u2026{value[-2:]}" if len(value) > 8 else value
