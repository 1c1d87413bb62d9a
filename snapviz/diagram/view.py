"""What of a run a picture shows, and what a person is doing with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

GHOSTS = ("message", "snapshot", "checkpoint", "crash", "restart", "rollback", "internal")
VEIL = {"shown": 0.0, "faint": 0.62, "hidden": 1.0}  # opacity over the future


class Hit(NamedTuple):
    """Something in a picture that can be pointed at, and its number.

    ``event`` and ``record``: trace row of the event or of the recorded state. ``message``
    and ``head`` (its arriving end): message number. ``process`` (its line), ``label``
    (the box with its name), ``clock`` (the grip of its clock) and ``cut`` (a handle of
    the hand-drawn cut): process number. ``clock-set`` and ``mark`` (a checkpoint, crash, restart
    or rollback): trace row. ``badge``: snapshot number. ``decision``, ``role`` and ``parting``:
    number of the decision in the trace, of the stretch and of the parting of `Facts`.
    """

    kind: str
    number: int


class Draft(NamedTuple):
    """A message being dragged from a process line at ``from_us``.

    ``target`` None: it ends at the pointer ``x``, ``y`` (pixels), else on the line of
    ``target`` at ``to_us``.
    """

    source: int
    from_us: int
    target: int | None
    to_us: int
    x: float = 0.0
    y: float = 0.0


class Ghost(NamedTuple):
    """What a click of the tool would put on a process line; ``kind`` is one of `GHOSTS`."""

    process: int
    us: int
    kind: str


@dataclass(frozen=True, slots=True)
class View:
    """What of a run to show, and how large.

    ``width`` and ``height`` are logical pixels. ``to_us`` None is the end of the run.
    ``rows`` and ``time_us`` place the play-head; ``rows`` None is the end of the run,
    without a play-head. ``lane_minimum`` keeps lanes at least that far apart, in which
    case ``scroll`` pixels of them are above the plot. ``votes``: whether votes and
    acknowledgements show. ``pins``: the messages whose arrival carries a pin, as it was set by
    hand. ``translate`` turns an English word
    of the diagram into the reader's.

    The last group lies over the still picture: rings around ``selected_rows``, selected
    messages and processes in accent; ``cone_row``: the event whose causal past and future
    are lit while the rest fades; ``path_rows``: a chain of causes as a heavy trail;
    ``hand_cut``: one time for each process; ``draft`` and ``ghost``: what a gesture is
    about to do; ``hot``: what the pointer is on, on a line at ``hot_us``; ``grips``:
    whether the places that can be dragged say so.
    """

    width: float
    height: float
    from_us: int = 0
    to_us: int | None = None
    future: Literal["shown", "faint", "hidden"] = "faint"
    legend: bool = True
    caption: bool = False
    title: str = ""
    votes: bool = True
    pins: tuple[int, ...] = ()
    lane_minimum: float = 0.0
    scroll: float = 0.0
    translate: Callable[[str], str] = str

    rows: int | None = None
    time_us: int | None = None
    selected_rows: tuple[int, ...] = ()
    selected_messages: tuple[int, ...] = ()
    selected_processes: tuple[int, ...] = ()
    cone_row: int | None = None
    path_rows: tuple[int, ...] = ()
    hand_cut: tuple[int, ...] | None = None
    draft: Draft | None = None
    ghost: Ghost | None = None
    hot: Hit | None = None
    hot_us: int = 0
    grips: bool = False


def still_view(view: View) -> View:
    """The view without all that lies over the still picture, and so does the veil of a faint future."""
    return replace(
        view,
        future="hidden" if view.future == "hidden" else "faint",
        rows=None,
        time_us=None,
        selected_rows=(),
        selected_messages=(),
        selected_processes=(),
        cone_row=None,
        path_rows=(),
        hand_cut=None,
        draft=None,
        ghost=None,
        hot=None,
        hot_us=0,
        grips=False,
    )
