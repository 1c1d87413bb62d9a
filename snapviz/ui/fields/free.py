"""Fields for what has no fixed shape: payloads, JSON values, groups of processes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from snapviz.ui.fields.line import LineField
from snapviz.ui.wording import filled

translate = QCoreApplication.translate
AMOUNT = re.compile(r"\$?\s*(\d[\d\s\u2009]*)")


def json_value(text: str) -> Any:
    """A JSON value, or the text itself where it is none. Raises ValueError, in words."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        if text[:1] not in '{["':
            return text
    raise ValueError(filled(translate("Fields", "“%1” is not complete JSON."), text))


class JsonField(LineField):
    """Any JSON value; what is no JSON counts as a text."""

    def parse(self, text: str) -> Any:
        if not text:
            raise ValueError(translate("Fields", "A value is missing here."))
        return json_value(text)

    def text_of(self, value: Any) -> str:
        if isinstance(value, str) and value and _reads_as_itself(value):
            return value
        return json.dumps(value, ensure_ascii=False)


class PayloadField(LineField):
    """What a message carries: ``$40`` an amount, a word a label, ``{...}`` JSON, empty nothing."""

    def parse(self, text: str) -> dict[str, Any]:
        if not text:
            return {}
        money = AMOUNT.fullmatch(text)
        if money is not None:
            return {"amount": int("".join(money[1].split()))}
        if text.startswith("$"):
            raise ValueError(translate("Fields", "An amount is a whole number from 0."))
        value = json_value(text) if text.startswith("{") else text
        return value if isinstance(value, dict) else {"label": text}

    def text_of(self, value: Mapping[str, Any]) -> str:
        if not value:
            return ""
        amount = value.get("amount")
        if len(value) == 1 and type(amount) is int:
            return f"${amount}"
        label = value.get("label")
        if len(value) == 1 and isinstance(label, str) and self._is_label(label):
            return label
        return json.dumps(dict(value), ensure_ascii=False)

    def _is_label(self, label: str) -> bool:
        stripped = label.strip() == label and label[:1] not in ("", "{", "$")
        return stripped and AMOUNT.fullmatch(label) is None


class GroupsField(LineField):
    """Groups of processes: ``P1 P2 | P3``."""

    def parse(self, text: str) -> tuple[tuple[str, ...], ...]:
        groups = tuple(tuple(part.replace(",", " ").split()) for part in text.split("|"))
        if not all(groups):
            raise ValueError(
                translate("Fields", "Every group needs a process, as in “P1 P2 | P3”.")
            )
        return groups

    def text_of(self, value: tuple[tuple[str, ...], ...]) -> str:
        return " | ".join(" ".join(group) for group in value)


def _reads_as_itself(text: str) -> bool:
    try:
        return json_value(text.strip()) == text
    except ValueError:
        return False
