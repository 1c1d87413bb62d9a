"""The names a scenario may use that only higher rooms can know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Snapshot protocols and workload kinds that exist; ``None`` lets any name pass."""

    protocols: tuple[str, ...] | None
    workloads: tuple[str, ...] | None


ANY_NAME = Catalogue(None, None)
