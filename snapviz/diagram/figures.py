"""Payloads, states, offsets and times in the few characters a diagram has room for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

THIN_SPACE = "\u2009"
MINUS = "\u2212"
LONGEST = 18


def grouped(number: int) -> str:
    """``1033`` -> ``1 033`` with a thin space; a true minus sign."""
    text = f"{abs(number):,}".replace(",", THIN_SPACE)
    return MINUS + text if number < 0 else text


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def payload_text(payload: Mapping[str, Any] | None) -> str:
    """``{"amount": 40}`` -> ``$40``, ``{"token": 1}`` -> ``token``, else short JSON."""
    if not payload:
        return ""
    if len(payload) == 1:
        ((key, value),) = payload.items()
        if key == "amount" and _is_integer(value):
            return f"${grouped(value)}"
        if key == "token" and value == 1:
            return "token"
        if isinstance(value, str):
            return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
    return _short(dict(payload))


def state_text(state: Mapping[str, Any] | None) -> str:
    """``{"balance": 1033}`` -> ``$1 033``, ``{"token": 1}`` -> ``token``, else short JSON."""
    if not state:
        return ""
    if _is_integer(state.get("balance")):
        return f"${grouped(state['balance'])}"
    if "token" in state:
        return "token" if state["token"] else "–"
    return _short(dict(state))


def signed(amount: str, value: float, zero: str = "") -> str:
    """The amount of a value behind its sign: ``+25``, ``−0.311``; ``zero``: the sign of 0."""
    return ("+" if value > 0 else MINUS if value < 0 else zero) + amount


def milliseconds(time_us: int, decimals: int | None = None) -> str:
    """``274500`` -> ``274.5``: as many decimals as needed, or as many as asked for."""
    if decimals is None:
        text = f"{time_us / 1000:.3f}".rstrip("0").rstrip(".")
    else:
        text = f"{time_us / 1000:.{decimals}f}"
    return text.replace("-", MINUS)


def offset_text(offset_us: int) -> str:
    """``+35 ms``, with one decimal where the offset is no whole millisecond."""
    tenths = round(offset_us / 100)
    amount = f"{abs(tenths) // 10}" if tenths % 10 == 0 else f"{abs(tenths) / 10:.1f}"
    return f"{MINUS if tenths < 0 else '+'}{amount} ms"
