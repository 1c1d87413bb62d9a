"""Edits that need to know how the scenario runs: what a gesture in the space-time diagram means.

``gestures`` turns what was pointed at into edits; ``traces`` says which action brought about what;
``renumbering`` keeps every pin at its message when messages come, go or move.

Every edit is scenario to scenario; ``run`` is the latest run of it, or of one it was edited from.
May import: the rooms up to ``simulation``. No Qt. Names are fetched when they are used, so that a
window is there before numpy is.
"""

from __future__ import annotations

from importlib import import_module

_HOME = {
    "action_of_message": "traces",
    "action_of_row": "traces",
    "actions_of_rows": "traces",
    "action_of_snapshot": "traces",
    "add_action": "gestures",
    "change_action": "gestures",
    "channel_index_at": "traces",
    "connected": "gestures",
    "default_payload": "gestures",
    "delete_action_of": "gestures",
    "delete_actions": "gestures",
    "local_time": "gestures",
    "message_place": "traces",
    "messages_of_action": "traces",
    "release_arrival": "gestures",
    "rows_of_action": "traces",
    "send_message": "gestures",
    "send_now": "gestures",
    "set_arrival": "gestures",
    "set_delay": "gestures",
    "set_offset": "gestures",
    "take_snapshot": "gestures",
    "with_pins_kept": "renumbering",
}

__all__ = list(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'snapviz.editing' has no attribute {name!r}")
    return getattr(import_module(f"snapviz.editing.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME])
