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


class Workload:
    """What the application does by itself, at all processes of a run."""

    KIND: ClassVar[str]

    def __init__(self, context: WorkloadContext) -> None:
        self.context = context

    def prepare(self, states: list[dict[str, Any]]) -> None:
        """Complete the initial states, before anything happens."""

    def on_start(self) -> None:
        """The run begins: set the first timers."""

    def on_timer(self, process: int) -> int | None:
        """The workload timer of a process fired. Returns the delay in microseconds after which
        to set it again, or None; that is the same as ``context.set_timer``, and cheaper.
        """

    def on_receive(self, process: int, payload: Any) -> None:
        """An application message was received and applied at a process."""

    def save(self) -> Any:
        """A copy of everything the workload remembers outside the states."""

    def restore(self, saved: Any) -> None:
        """Go on from what ``save`` returned."""
