"""What pictures of a large run are made of, derived before anybody waits for the first one."""

from __future__ import annotations

from collections.abc import Iterator

from .facts import facts

COLUMNS = ("end", "rest", "send_row", "arrival_row", "stays", "event_at", "first_rows", "marked")
OF_LIVES = ("undone_row", "recalled_row", "faded_row", "recalled_us", "lost_row", "lost_us")
OF_LIVES_TOO = ("waits", "outages", "mark_rows")


def derive(run) -> Iterator[float]:
    """Make everything that drawing, pointing and cones ask for; yields the share done.

    Works in any thread, as long as no other asks for the same run meanwhile.
    """
    known = facts(run)
    era = run.eras[-1]
    names = [(known.lives, name) for name in (*OF_LIVES, *OF_LIVES_TOO)]
    names += [(known, name) for name in COLUMNS]
    names += [(era, "view"), (era, "rows_of_process"), (era, "first_arrival")]
    names += [(era.computation, "causes"), (era.computation, "effects")]
    names += [(run, "message_counts"), (run, "digest")]
    names += [(known, name) for name in ("usual_flight", "pace", "sums", "loses", "recalls")]
    names += [(known, name) for name in ("lost_on_the_way", "lost_at_the_end", "_never_come")]
    for done, (owner, name) in enumerate(names):
        yield done / len(names)
        getattr(owner, name)
    yield 1.0
