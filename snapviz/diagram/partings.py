"""When the network was parted, and who could not reach whom."""

from __future__ import annotations

from typing import NamedTuple

from snapviz.engine.trace import Trace


class Parting(NamedTuple):
    """``sides``: of each process; ``row``: how many rows have happened when it begins."""

    from_us: int
    to_us: int
    row: int
    sides: tuple[int, ...]


def partings(trace: Trace, until_us: int) -> list[Parting]:
    """When the network was parted, and how."""
    found = []
    for number, begun in enumerate(trace.partitions):
        after = trace.partitions[number + 1 : number + 2]
        end_us = after[0].time_us if after else until_us
        if begun.sides is not None and end_us > begun.time_us:
            found.append(Parting(begun.time_us, end_us, begun.row, begun.sides))
    return found


def sides_at(trace: Trace, rows: int, time_us: int) -> tuple[int, ...] | None:
    """The side of each process after so many rows; None while the network is whole."""
    sides = None
    for begun in trace.partitions:
        if begun.row <= rows and begun.time_us <= time_us:
            sides = begun.sides
    return sides
