"""Every algorithm by the name scenario files use."""

from __future__ import annotations

from snapviz.protocols.agreement.paxos import Paxos
from snapviz.protocols.agreement.raft import Raft
from snapviz.protocols.agreement.two_phase import TwoPhase
from snapviz.protocols.checkpointing.fdas import Fdas
from snapviz.protocols.checkpointing.independent import Independent
from snapviz.protocols.checkpointing.index_based import IndexBased
from snapviz.protocols.checkpointing.koo_toueg import KooToueg
from snapviz.protocols.clock_sync.berkeley import Berkeley
from snapviz.protocols.clock_sync.cristian import Cristian
from snapviz.protocols.clock_sync.ntp import Ntp
from snapviz.protocols.keeping.copying import Copying
from snapviz.protocols.keeping.gathering import Gathering
from snapviz.protocols.message_logging.causal import Causal
from snapviz.protocols.message_logging.optimistic import Optimistic
from snapviz.protocols.message_logging.pessimistic import Pessimistic
from snapviz.protocols.message_logging.sender_based import SenderBased
from snapviz.protocols.snapshots.acharya_badrinath import AcharyaBadrinath
from snapviz.protocols.snapshots.alagar_venkatesan import AlagarVenkatesan
from snapviz.protocols.snapshots.barrier_aligned import BarrierAligned
from snapviz.protocols.snapshots.barrier_unaligned import BarrierUnaligned
from snapviz.protocols.snapshots.chandy_lamport import ChandyLamport
from snapviz.protocols.snapshots.global_clock import GlobalClock
from snapviz.protocols.snapshots.hybrid_logical_clock import HybridLogicalClock
from snapviz.protocols.snapshots.lai_yang import LaiYang
from snapviz.protocols.snapshots.mattern import Mattern
from snapviz.protocols.snapshots.naive_poll import NaivePoll
from snapviz.protocols.snapshots.spezialetti_kearns import SpezialettiKearns
from snapviz.protocols.snapshots.vector_clock import VectorClock
from snapviz.protocols.workloads.bank import Bank
from snapviz.protocols.workloads.silent import Silent
from snapviz.protocols.workloads.token import Token

SNAPSHOT_PROTOCOLS = {
    protocol.NAME: protocol
    for protocol in (
        ChandyLamport,
        NaivePoll,
        GlobalClock,
        AcharyaBadrinath,
        AlagarVenkatesan,
        BarrierAligned,
        BarrierUnaligned,
        LaiYang,
        Mattern,
        HybridLogicalClock,
        VectorClock,
        SpezialettiKearns,
    )
}
CHECKPOINTING = {policy.NAME: policy for policy in (Independent, KooToueg, IndexBased, Fdas)}
LOGGING = {method.NAME: method for method in (Pessimistic, SenderBased, Optimistic, Causal)}
CLOCK_SYNCS = {method.NAME: method for method in (Cristian, Berkeley, Ntp)}
KEEPING = {protocol.NAME: protocol for protocol in (Copying, Gathering)}
AGREEMENT = {protocol.NAME: protocol for protocol in (TwoPhase, Paxos, Raft)}
WORKLOADS = {workload.KIND: workload for workload in (Silent, Bank, Token)}
