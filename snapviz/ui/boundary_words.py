"""How near a cut by the clocks is to going wrong, in words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from snapviz.diagram.figures import signed
from snapviz.run import Run
from snapviz.study.clock_boundary import Boundary, boundaries
from snapviz.ui.figures import round_ms_text
from snapviz.ui.wording import DOT, filled
from snapviz.ui.words import message_text

translate = QCoreApplication.translate


class BoundaryRow(NamedTuple):
    """One figure of a boundary; ``message``: the one it is about, by number."""

    name: str
    figure: str
    about: str
    bad: bool = False
    message: int | None = None


def boundary_rows(run: Run, found: Boundary) -> list[BoundaryRow]:
    """Skew, fastest message and margin; then the message that comes closest."""
    about = filled(translate("Boundary", "%1 reads T first, %2 last"), found.first, found.last)
    rows = [BoundaryRow(translate("Boundary", "skew at T"), round_ms_text(found.skew_us), about)]
    if found.fastest is None:
        return rows
    name, figure = translate("Boundary", "fastest"), round_ms_text(found.flight_us)
    rows.append(BoundaryRow(name, figure, _named(run, found.fastest), False, found.fastest))
    rule = translate("Boundary", "safe while skew < fastest")
    margin, bad = _signed(found.margin_us), not found.is_safe
    rows.append(BoundaryRow(translate("Boundary", "margin"), margin, rule, bad))
    if found.closest is not None:
        rows.append(_closest_row(run, found))
    return rows


def _closest_row(run: Run, found: Boundary) -> BoundaryRow:
    bad = bool(found.guilty)
    about = filled(translate("Boundary", "%1 after T"), _named(run, found.closest))
    name = translate("Boundary", "closest")
    return BoundaryRow(name, _signed(found.slack_us), about, bad, found.closest)


def boundary_verdict(run: Run, found: Boundary) -> tuple[str, str]:
    """A sentence, and the role of the label it stands in."""
    if found.guilty:
        return _broken(run, found), "badLine"
    if found.fastest is None:
        return translate("Boundary", "No message arrives: no skew can break this cut."), "goodLine"
    if found.is_safe:
        return translate("Boundary", "No message can break this cut."), "goodLine"
    text = translate("Boundary", "It holds by luck: a message as fast as %1 ms could break it.")
    return filled(text, round_ms_text(found.flight_us)), "caption"


def _broken(run: Run, found: Boundary) -> str:
    source, target = _ends(run, found.closest)
    text = translate("Boundary", "Broken by %1: sent after T of %2, received %3 before T of %4.")
    early = round_ms_text(-found.slack_us) + " ms"
    said = filled(text, _named(run, found.closest), source, early, target)
    more = len(found.guilty) - 1
    return said + " " + filled(translate("Boundary", "%1 more do."), more) if more else said


def boundary_hint(run: Run | None) -> str:
    """The snapshot by the clocks that is nearest to going wrong, in a few words; or nothing."""
    known = boundaries(run) if run is not None else []
    found = [(b, s) for b, s in known if b.fastest is not None]
    if not found:
        return ""
    nearest, snapshot = min(found, key=lambda pair: (not pair[0].guilty, pair[0].margin_us))
    figures = translate("Boundary", "skew %1 ms, fastest message %2 ms")
    parts = [filled(figures, round_ms_text(nearest.skew_us), round_ms_text(nearest.flight_us))]
    if nearest.guilty:
        text = translate("Boundary", "✗ %1 breaks %2")
        parts.append(filled(text, _named(run, nearest.closest), snapshot.id))
    elif nearest.is_safe:
        parts.append(filled(translate("Boundary", "✓ %1 is safe"), snapshot.id))
    else:
        parts.append(filled(translate("Boundary", "%1 holds by luck"), snapshot.id))
    return DOT.join(parts)


def _named(run: Run, number: int) -> str:
    return message_text(run.message(number), *_ends(run, number))


def _ends(run: Run, number: int) -> tuple[str, str]:
    source, target = run.trace.channel_ends[run.trace.message_channel[number]]
    return run.trace.process_ids[source], run.trace.process_ids[target]


def _signed(us: int) -> str:
    return signed(round_ms_text(abs(us)), us, "±")
