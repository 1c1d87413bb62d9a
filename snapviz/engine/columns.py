"""The trace while it grows: Python lists for the newest rows, packed arrays behind them.

Appending to a list costs a third of appending to an array; packing a few
thousand numbers at once costs next to nothing. So the hot path appends to
lists, and the run packs them now and then.
"""

from __future__ import annotations

from array import array
from struct import pack
from typing import TYPE_CHECKING, Any

import numpy as np

from snapviz.engine.queue import CLASS_BITS

if TYPE_CHECKING:
    from snapviz.engine.trace import Trace


class Columns:
    """Rows and messages. The lists are never replaced, so that the run loop can keep them.

    ``message_sent`` and ``message_due`` hold keys of the queue, which the run loop has at
    hand; they become times when a column is read. A key of -1 becomes the time -1.
    """

    def __init__(self) -> None:
        self.row_code: list[int] = []
        self.message_channel: list[int] = []
        self.message_sent: list[int] = []
        self.message_due: list[int] = []
        self.payloads: list[Any] = []
        self._packed = {name: array("q") for name in self._numbers()}

    def _numbers(self) -> dict[str, list[int]]:
        return {
            "row_code": self.row_code,
            "message_channel": self.message_channel,
            "message_sent": self.message_sent,
            "message_due": self.message_due,
        }

    @property
    def row_count(self) -> int:
        """R, so far."""
        return len(self._packed["row_code"]) + len(self.row_code)

    @property
    def last_code(self) -> int:
        """Of the newest row."""
        return self.row_code[-1] if self.row_code else self._packed["row_code"][-1]

    def pack(self) -> None:
        """Move the newest numbers behind the packed ones."""
        for name, newest in self._numbers().items():
            # Twice as fast as extending by the list, which parses every number as an argument.
            self._packed[name].frombytes(pack(f"{len(newest)}q", *newest))
            newest.clear()

    def column(self, name: str, dtype: type, first: int = 0) -> np.ndarray:
        """A copy of one column of numbers, from the ``first`` of them on."""
        self.pack()
        packed = self._packed[name]
        return np.array(packed[first:] if first else packed, dtype=dtype)

    def times(self, name: str) -> np.ndarray:
        """One whole column of keys as times in microseconds, int64."""
        return self.column(name, np.int64) >> CLASS_BITS

    def sent_us(self, message: int) -> int:
        """When one message was sent."""
        return self._one(message, "message_sent", self.message_sent) >> CLASS_BITS

    def transit_us(self, message: int) -> int:
        """How long one message was to travel."""
        due_us = self._one(message, "message_due", self.message_due) >> CLASS_BITS
        return due_us - self.sent_us(message)

    def channel(self, message: int) -> int:
        """The channel of one message."""
        return self._one(message, "message_channel", self.message_channel)

    def _one(self, message: int, name: str, newest: list[int]) -> int:
        packed = self._packed[name]
        later = message - len(packed)
        return packed[message] if later < 0 else newest[later]

    def begin_with(self, trace: Trace, rows: int, messages: int) -> None:
        """Start with the first rows and messages of a finished trace."""
        begun = {
            "row_code": trace.row_code[:rows],
            "message_channel": trace.message_channel[:messages].astype(np.int64),
            "message_sent": trace.message_sent[:messages] << CLASS_BITS,
            "message_due": trace.message_due[:messages] << CLASS_BITS,
        }
        for name, values in begun.items():
            self._packed[name] = array("q", values.tobytes())
        self.payloads.extend(trace.payloads[:messages])
