"""What the engine calls: the interfaces of workloads, snapshot protocols and clock syncs.

A protocol object lives at one process and sees only what happens there; its
context is the only way it can act. It keeps its state in plain attributes, so
that the engine can copy it into a keyframe. Several protocols share a run:
what they attach, hold and answer is kept apart by protocol.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol

if TYPE_CHECKING:
    from snapviz.engine.context import ProcessContext, WorkloadContext
    from snapviz.engine.simulator import Simulator


class Awaited(NamedTuple):
    """What a process still waits for in a snapshot.

    ``what``: one word, such as ``marker``, ``report``, ``token`` or ``clock``. ``channel``: where
    it must come in, None if anywhere. ``since_us``: true time. ``sender``: the process it must
    come from, where no channel says so.
    """

    what: str
    channel: int | None
    since_us: int
    sender: int | None = None


class ProcessProtocol:
    """One process's side of a protocol. What a subclass does not override costs nothing.

    ``IDLE_UNTIL_USED`` promises that a run whose script does not name the
    protocol, and one that has it waiting for its first use, are the same. So
    nothing that attaches data or holds messages may promise it.
    """

    NAME: ClassVar[str]
    TITLE: ClassVar[str] = ""
    """How people write the name; empty: as files do."""
    ASSUMES: ClassVar[tuple[str, ...]] = ()
    """Names of ``study.assumptions``."""
    IDLE_UNTIL_USED: ClassVar[bool] = False

    def __init__(self, context: ProcessContext) -> None:
        self.context = context

    def on_start(self) -> None:
        """The run begins."""

    def piggyback(self, channel: int) -> Any:
        """What to attach to the application message about to be sent on an outgoing channel.

        A plain value of None, booleans, integers, texts, tuples, lists and dicts, not changed
        afterwards by anybody; None attaches nothing. Asked before ``on_send``. What it costs in
        bytes: see ``engine.attachments.size_bytes``.
        """
        return None

    def on_send(self, channel: int, message: int) -> None:
        """This process has sent an application message."""

    def may_deliver(self, channel: int, message: int, data: Any) -> bool:
        """Whether an application message that is here may be received now. ``data``: attached.

        If not, it is held and asked about again after whatever else happens to a protocol at
        this process. On a FIFO channel what comes behind it waits too. Must change nothing: it
        may be asked any number of times.
        """
        return True

    def on_arrival(self, channel: int, message: int, data: Any) -> None:
        """An application message will be received here now; it is not applied yet."""

    def on_receive(self, channel: int, message: int) -> None:
        """An application message was received here and applied."""

    def may_send(self) -> bool:
        """Whether this process may send application messages now.

        If not, they are kept and asked about again after whatever happens to a protocol at this
        process. Must change nothing. Asked only in runs that checkpoint or log.
        """
        return True

    def on_checkpoint(self, kind: str) -> None:
        """This process is about to save its state; see ``engine.stable`` for the kinds."""

    def on_permanent(self) -> None:
        """The last tentative checkpoint of this process has become permanent.

        Called where it is down as well: see ``before_recovery``.
        """

    def before_recovery(self) -> None:
        """Somebody is about to recover: say what of the stable storage counts.

        Called at every process, also where it is down: there only stable storage may be used.
        """

    def on_restart(self) -> None:
        """This process goes on from an earlier state, with what it remembered then.

        What it did since and stands has been told again by ``piggyback``, ``on_send``,
        ``on_arrival`` and ``on_receive``, with a context that does nothing.
        """

    def may_deliver_control(self, snapshot: int, channel: int, body: Any) -> bool:
        """``may_deliver`` for a control message of this protocol that was sent on one channel."""
        return True

    def on_control(self, snapshot: int, channel: int, body: Any) -> None:
        """A control message of this protocol, sent with ``send_control``, arrived."""

    def may_deliver_routed(self, snapshot: int | None, sender: int, body: Any) -> bool:
        """``may_deliver`` for a control message that was routed here."""
        return True

    def on_routed(self, snapshot: int | None, sender: int, body: Any) -> None:
        """A control message of this protocol, sent with ``send_to`` by process ``sender``."""

    def on_timer(self, data: Any) -> None:
        """A timer set by this object fired."""

    def on_alarm(self, data: Any) -> None:
        """An alarm set by this object fired: the local clock reads what was asked for."""

    def save(self) -> dict[str, Any]:
        """A copy of everything this object remembers."""
        return deepcopy({name: value for name, value in vars(self).items() if name != "context"})

    def restore(self, saved: dict[str, Any]) -> None:
        """Remember what ``save`` returned, and nothing since."""
        vars(self).update(deepcopy(saved))


class SnapshotProtocol(ProcessProtocol):
    """One process's side of a snapshot algorithm, for all snapshots of a run.

    A snapshot is complete when every process has called ``finish_part`` for it; with
    ``AWAITS_TRANSIT`` not before all messages sent inside its cut have been received as well,
    which the engine sees to, for a protocol that counts nothing cannot know.
    """

    AWAITS_TRANSIT: ClassVar[bool] = False
    RECORDS_TO_THE_END: ClassVar[bool] = False
    """Whether a process that has finished its part goes on recording until all have."""

    def on_initiate(self, snapshot: int) -> None:
        """This process starts a snapshot."""

    def on_announce(self, snapshot: int, local_us: int) -> None:
        """All processes are to record when their own clocks read ``local_us``.

        Called at every process, in their order, instead of ``on_initiate`` at one.
        """

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        """What this process still waits for in a snapshot that is not over. Changes nothing."""
        return ()


class KeepingProtocol(ProcessProtocol):
    """One process's side of keeping the parts of complete snapshots where a crash leaves them."""

    IDLE_UNTIL_USED = True

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        """What this process still waits for before all can agree on a snapshot. Changes nothing."""
        return ()

    def on_part(self, snapshot: int) -> None:
        """This process's part of a snapshot that is to be kept is complete: ``context.part``."""


class AgreementProtocol(ProcessProtocol):
    """One process's side of a way to agree, all or none, on whether a snapshot is committed.

    The process that proposes is the snapshot's initiator, or the first process of the file where
    the clocks started it: ``context.collector``. What it decides it writes to its own stable log
    before it calls ``context.decided``, once for a snapshot.
    """

    IDLE_UNTIL_USED = True

    def on_propose(self, snapshot: int, digest: str) -> None:
        """This process holds every part of a complete snapshot; ``digest`` is that of them all.

        Called again whenever this process restarts, after ``on_restart``.
        """

    def on_abandoned(self, snapshot: int) -> None:
        """This process would have proposed, but the capture failed, or a part cannot be had.

        Called again whenever this process restarts, after ``on_restart``.
        """

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        """What this process still waits for in an agreement not reached. Changes nothing."""
        return ()


class ClockSyncProtocol(ProcessProtocol):
    """One process's side of a clock synchronisation; its messages are routed, snapshot None."""

    def on_sync(self, order: Any) -> None:
        """Synchronise now; called at every process, in their order.

        ``order``: ``engine.adjusting.SyncOrder`` with ``server`` (a process), ``rounds`` and how
        to adjust.
        """


class Received(NamedTuple):
    """What decides whether a message that was received can be had again for a replay.

    ``flushed``: the receiver had written its log since. The receiver, the sender: whether they
    are up; ``sender_restarts``: it restarts together with the receiver.
    """

    flushed: bool
    receiver_up: bool
    sender_up: bool
    sender_restarts: bool


class LoggingProtocol(ProcessProtocol):
    """One process's side of a way of message logging.

    ``WRITES_AT_ONCE``: every receive is on stable storage before anything follows from it.
    ``IS_WITH_OTHERS``: what was received since the last checkpoint is to be had without it.
    """

    WRITES_AT_ONCE: ClassVar[bool] = False
    IS_WITH_OTHERS: ClassVar[bool] = False

    @classmethod
    def has_again(cls, received: Received) -> bool:
        """Whether its contents and its place in the order of receipt can be had again."""
        raise NotImplementedError


class Recovery(Protocol):
    """Where a run is told how to go on after a crash: rooms above the engine know it."""

    def restart(
        self,
        run: Simulator,
        processes: Mapping[int, int | None],
        without_storage: Collection[int],
        snapshots: Mapping[int, str],
    ) -> None:
        """Processes that are down come back, all at once; each on a standby, or as it was.

        ``without_storage``: those whose stable storage is lost. ``snapshots``: for those of whom
        it is said, the id of the only snapshot whose parts may serve.
        """

    def roll_back(self, run: Simulator, to_us: int) -> None:
        """Everyone goes back to the latest consistent state not after a time."""

    def collect(self, run: Simulator) -> None:
        """Discard what no recovery from a crash can ask for any more."""


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
        """The workload timer of a process fired, for which there is no plan.

        It may be down: then nothing is sent.
        """
        return None, None, None

    def on_receive(self, process: int, payload: Any) -> None:
        """An application message was received and applied at a process."""

    def on_restored(self, process: int) -> None:
        """The state of a process that is up has become another one: a recovery put it there."""

    def save(self) -> Any:
        """A copy of everything the workload remembers outside the states."""

    def restore(self, saved: Any) -> None:
        """Go on from what ``save`` returned."""
