"""The event queue: one bucket per (time, class), a heap of the distinct ones.

The sequence number of the total order (time, class, sequence) is the place in
the bucket, so only integers are ever compared. Nearly every bucket holds one
event, which then stands there by itself, without a list around it.
"""

from __future__ import annotations

from heapq import heapify, heappush
from typing import Any

SCRIPT, WORKLOAD, TIMER, DELIVERY = range(4)
CLASS_BITS = 2
CLASS_MASK = (1 << CLASS_BITS) - 1
MICROSECOND = 1 << CLASS_BITS
"""What takes a key a microsecond on."""
AFTER_TURN = DELIVERY - WORKLOAD
"""What takes the key of a workload timer to that of a delivery at the same time."""
NEVER = 1 << 62
"""A key that stays in the heap behind every event, so that the heap is never empty."""


def key_of(time_us: int, event_class: int) -> int:
    """The one integer that orders (time, class)."""
    return time_us << CLASS_BITS | event_class


class EventQueue:
    """Pending events; no event is a list. The run loop works on the parts, being hot."""

    __slots__ = ("buckets", "keys")

    def __init__(self) -> None:
        self.keys: list[int] = [NEVER]
        self.buckets: dict[int, Any] = {}

    def push(self, time_us: int, event_class: int, event: object) -> None:
        """Add an event behind all others of its time and class."""
        self.push_key(time_us << CLASS_BITS | event_class, event)

    def push_key(self, key: int, event: object) -> None:
        """Add an event behind all others of its key."""
        if key not in self.buckets:
            self.buckets[key] = event
            heappush(self.keys, key)
        else:
            self.join(key, event)

    def join(self, key: int, event: object) -> None:
        """Add an event to a bucket that stands already."""
        bucket = self.buckets[key]
        if type(bucket) is list:
            bucket.append(event)
        else:
            self.buckets[key] = [bucket, event]

    def put_back(self, key: int, events: list) -> None:
        """Return the rest of a bucket to the front of its place."""
        if key in self.buckets:
            later = self.buckets[key]
            self.buckets[key] = events + (later if type(later) is list else [later])
        else:
            self.buckets[key] = events
            heappush(self.keys, key)

    def without(self, event_class: int) -> dict[int, Any]:
        """Copies of all buckets but those of one class, by key."""
        return {
            key: bucket.copy() if type(bucket) is list else bucket
            for key, bucket in self.buckets.items()
            if key & CLASS_MASK != event_class
        }

    def refill(self, buckets: dict[int, Any]) -> None:
        """Hold exactly the events of the given buckets, in the same parts as before."""
        self.buckets.clear()
        for key, bucket in buckets.items():
            self.buckets[key] = bucket.copy() if type(bucket) is list else bucket
        self.keys[:] = [*self.buckets, NEVER]
        heapify(self.keys)
