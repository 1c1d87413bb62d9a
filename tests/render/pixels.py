"""Images as numpy arrays."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage


def as_array(picture: QImage) -> np.ndarray:
    """uint8[height, width, 3], red green blue."""
    pixels = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(pixels.constBits(), dtype=np.uint8)
    rows = rows.reshape(pixels.height(), pixels.bytesPerLine())
    return rows[:, : pixels.width() * 3].reshape(pixels.height(), pixels.width(), 3).copy()


def rgb(color: str) -> tuple[int, int, int]:
    """The channels of ``#rrggbb``."""
    return tuple(int(color[i : i + 2], 16) for i in (1, 3, 5))


def is_near(pixel, color: str, slack: int = 12) -> bool:
    return all(abs(int(a) - b) <= slack for a, b in zip(pixel, rgb(color), strict=True))
