"""Every algorithm by the name scenario files use."""

from __future__ import annotations

from snapviz.protocols.snapshots.chandy_lamport import ChandyLamport
from snapviz.protocols.workloads.bank import Bank
from snapviz.protocols.workloads.silent import Silent
from snapviz.protocols.workloads.token import Token

SNAPSHOT_PROTOCOLS = {protocol.NAME: protocol for protocol in (ChandyLamport,)}
WORKLOADS = {workload.KIND: workload for workload in (Silent, Bank, Token)}
