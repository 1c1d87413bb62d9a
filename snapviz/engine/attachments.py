"""What protocols attach to application messages, and what that costs."""

from __future__ import annotations

from typing import Any

INTEGER_BYTES = 8


def size_bytes(value: Any) -> int:
    """The size of attached data: nothing for None, 1 byte for true or false, 8 for a number,
    a text its UTF-8, a list or an object the sum of what is in it, keys included.
    """
    if value is None:
        return 0
    if isinstance(value, bool):
        return 1
    if isinstance(value, int | float):
        return INTEGER_BYTES
    if isinstance(value, str):
        return len(value.encode())
    if isinstance(value, dict):
        return sum(size_bytes(key) + size_bytes(item) for key, item in value.items())
    return sum(map(size_bytes, value))
