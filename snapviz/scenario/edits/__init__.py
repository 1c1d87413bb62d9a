"""Pure changes, scenario to scenario: what one gesture in the window does.

An edit checks what would make its own result meaningless or a text that no file may hold; it raises
ValueError, in words, then and when what it refers to does not exist. What does not change is
shared, and an edit that changes nothing answers the very scenario it was given.
"""

from __future__ import annotations

from .channels import (
    replace_channel,
    reversed_channel,
    with_both_ways,
    with_channel,
    without_channels,
)
from .fragments import fragment, may_hold_processes, with_fragment
from .pins import shift_pins, with_pin, without_pin
from .positions import aligned, distributed, free_position, moved, positioned
from .processes import (
    free_id,
    renamed,
    replace_process,
    set_clock,
    with_new_process,
    with_process,
    with_workload,
    without_processes,
)
from .script import (
    insert_send,
    moved_action,
    remove_action,
    replace_action,
    with_action,
    without_action,
)

__all__ = [
    "aligned",
    "distributed",
    "fragment",
    "free_id",
    "free_position",
    "insert_send",
    "may_hold_processes",
    "moved",
    "moved_action",
    "positioned",
    "remove_action",
    "renamed",
    "replace_action",
    "replace_channel",
    "replace_process",
    "reversed_channel",
    "set_clock",
    "shift_pins",
    "with_action",
    "with_both_ways",
    "with_channel",
    "with_fragment",
    "with_new_process",
    "with_pin",
    "with_process",
    "with_workload",
    "without_action",
    "without_channels",
    "without_pin",
    "without_processes",
]
