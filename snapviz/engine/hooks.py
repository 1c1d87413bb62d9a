"""What the engine calls: the interfaces of workloads and snapshot protocols.

A protocol object lives at one process and sees only what happens there; its
context is the only way it can act. It keeps its state in plain attributes, so
that the engine can copy it into a keyframe.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from snapviz.engine.context import ProcessContext, WorkloadContext


class SnapshotProtocol:
    """One process's side of a snapshot algorithm, for all snapshots of a run.

    ``IDLE_UNTIL_USED`` promises that a run whose script does not name the
    protocol, and one that has it waiting for its first snapshot, are the same.
    """

    NAME: ClassVar[str]
    IDLE_UNTIL_USED: ClassVar[bool] = False

    def __init__(self, context: ProcessContext) -> None:
        self.context = context

    def on_start(self) -> None:
        """The run begins."""

    def on_initiate(self, snapshot: int) -> None:
        """This process starts a snapshot."""

    def on_send(self, channel: int, message: int) -> None:
        """This process has sent an application message."""

    def on_receive(self, channel: int, message: int) -> None:
        """An application message was received here and applied."""

    def on_control(self, snapshot: int, channel: int, body: Any) -> None:
        """A control message of this protocol arrived."""

    def on_timer(self, data: Any) -> None:
        """A timer set by this object fired."""

    def save(self) -> dict[str, Any]:
        """A copy of everything this object remembers."""
        return deepcopy({name: value for name, value in vars(self).items() if name != "context"})

    def restore(self, saved: dict[str, Any]) -> None:
        """Remember what ``save`` returned, and nothing since."""
        vars(self).update(deepcopy(saved))


Turn = tuple[int | None, Any, int | None]
"""What a process does at a timer of the workload: the channel to send over and the payload, and
the microseconds after which it has a turn again. None: it sends nothing; it waits for nothing.
"""
PlannedTurn = tuple[int, int, int]
"""One that sends a bare amount, which may be refused, and is surely followed by another."""


class Workload:
    """What the application does by itself, at all processes of a run.

    ``plans``: for each process the turns that are certain already, the next one last. The run
    takes them from there, which is fast, and asks ``on_timer`` where there are none. The outer
    list is never replaced.
    """

    KIND: ClassVar[str]

    def __init__(self, context: WorkloadContext) -> None:
        self.context = context
        self.plans: list[list[PlannedTurn]] = [[] for _ in context.outgoing]

    def prepare(self, states: list[dict[str, Any]]) -> None:
        """Complete the initial states, before anything happens."""

    def on_start(self) -> None:
        """The run begins: set the first timers."""

    def on_timer(self, process: int) -> Turn:
        """The workload timer of a process fired, for which there is no plan."""
        return None, None, None

    def on_receive(self, process: int, payload: Any) -> None:
        """An application message was received and applied at a process."""

    def save(self) -> Any:
        """A copy of everything the workload remembers outside the states."""

    def restore(self, saved: Any) -> None:
        """Go on from what ``save`` returned."""
