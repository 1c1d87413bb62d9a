"""Pessimistic logging: what is received is on stable storage before it has any effect.

M. L. Powell and D. L. Presotto, "Publishing: a reliable broadcast communication mechanism", SOSP
1983; the survey of E. N. Elnozahy et al., ACM Computing Surveys 34(3), 2002, section 4.

Assumes piecewise determinism: a process's run is fixed by where it starts and what it receives in
which order. Promise: only those who crash go back, and they come to the state they had.
Cost: one synchronous write a message received.
"""

from __future__ import annotations

from snapviz.engine.hooks import LoggingProtocol, Received


class Pessimistic(LoggingProtocol):
    """One process: every receive is written at once."""

    NAME = "pessimistic"
    WRITES_AT_ONCE = True

    @classmethod
    def has_again(cls, received: Received) -> bool:
        return True
