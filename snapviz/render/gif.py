"""Animated GIF, written frame by frame; Pillow chooses the colours and packs the pixels.

The format: CompuServe, "Graphics Interchange Format, Version 89a", 1990, and Netscape's
application extension that loops. Each frame holds the rectangle that changed.
"""

from __future__ import annotations

from struct import pack
from typing import Self

import numpy as np
from PIL import GifImagePlugin, Image, ImageChops
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from .page import Page
from .whole import WholeFile

COLOURS = 256
NEAR = 8  # Pillow's search for the nearest colour takes steps of 4, so closer ones get mixed up
FREQUENT = 24
CANDIDATES = 800
SAMPLE_WIDTH = 320
LONGEST_CS = 65_535


def make_ready() -> None:
    """Pillow is all it takes."""


class Writer:
    """Samples come first: the palette of the film is made from them."""

    def __init__(self, whole: WholeFile, size: QSize, fps: int, page: Page):
        self._whole, self._size, self._fps, self._page = whole, size, fps, page
        self._samples: list[Image.Image] = []
        self._palette: Image.Image | None = None
        self._before: Image.Image | None = None
        self._pending: tuple[int, bytes] | None = None  # its first frame number, its pixels
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    @staticmethod
    def size(page: Page) -> QSize:
        return QSize(page.width, page.height)

    @staticmethod
    def samples(count: int) -> tuple[int, ...]:
        """Which frames to show to `sample`."""
        return (0, count // 2, count - 1)

    def sample(self, frame: QImage) -> None:
        picture = _pixels(frame)
        step = max(1, round(picture.width / SAMPLE_WIDTH))
        # Every so many pixels as they are: averages would be colours that never occur.
        size = (picture.width // step, picture.height // step)
        self._samples.append(picture.resize(size, Image.Resampling.NEAREST))

    def settle(self) -> None:
        """Choose the colours, after the last sample."""
        self._palette = _palette(self._samples)
        self._samples.clear()
        self._whole.write(self._header())

    def wait(self, _patience_s: float) -> bool:
        """Whether the next frame can be added; here always."""
        return True

    def add(self, frame: QImage) -> None:
        picture = _pixels(frame)
        box = (0, 0, *picture.size)
        if self._before is not None:
            box = ImageChops.difference(picture, self._before).getbbox()
        if box is not None:
            self._flush()
            part = picture.crop(box).quantize(palette=self._palette, dither=Image.Dither.NONE)
            self._pending = (self._count, b"".join(GifImagePlugin.getdata(part, box[:2])))
        self._before = picture
        self._count += 1

    def finish(self) -> None:
        self._flush()
        self._whole.write(b";")

    def stop(self) -> None:
        """There is nobody to stop."""

    def _flush(self) -> None:
        """Write the frame that waits, now that it is known how long it stands."""
        if self._pending is None:
            return
        first, data = self._pending
        length = round(self._count * 100 / self._fps) - round(first * 100 / self._fps)
        control = pack("<4BHBB", 0x21, 0xF9, 4, 1 << 2, min(length, LONGEST_CS), 0, 0)
        self._whole.write(control + data)
        self._pending = None

    def _header(self) -> bytes:
        screen = pack("<HHBBB", self._size.width(), self._size.height(), 0xF7, 0, 0)
        loop = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
        text = f"{self._page.title}\n{self._page.description}\nsnapviz".encode()
        blocks = (text[i : i + 255] for i in range(0, len(text), 255))
        comment = b"".join(bytes([len(block)]) + block for block in blocks)
        colours = bytes(self._palette.getpalette())
        return b"GIF89a" + screen + colours + loop + b"\x21\xfe" + comment + b"\0"


def _pixels(frame: QImage) -> Image.Image:
    """A frame, 32 bits a pixel, as a picture of Pillow's."""
    size = (frame.width(), frame.height())
    return Image.frombytes("RGB", size, frame.constBits(), "raw", "BGRX", frame.bytesPerLine())


def _palette(samples: list[Image.Image]) -> Image.Image:
    """The commonest colours as they are, what median cut finds, then the less common."""
    width, height = samples[0].size
    sheet = Image.new("RGB", (width, height * len(samples)))
    for number, sample in enumerate(samples):
        sheet.paste(sample, (0, number * height))
    counted = sheet.getcolors(sheet.width * sheet.height)
    counted.sort(reverse=True)
    cut = sheet.quantize(COLOURS // 2, Image.Quantize.MEDIANCUT).getpalette()
    candidates = [color for _, color in counted[:FREQUENT]]
    candidates += [tuple(cut[start : start + 3]) for start in range(0, len(cut), 3)]
    candidates += [color for _, color in counted[FREQUENT:CANDIDATES]]
    chosen = _apart(np.array(candidates, dtype=np.int16))
    flat = [channel for color in chosen for channel in color]
    palette = Image.new("P", (1, 1))
    palette.putpalette(flat + flat[:3] * (COLOURS - len(chosen)))
    return palette


def _apart(candidates: np.ndarray) -> list[list[int]]:
    """The first colours that keep their distance from each other; int16[n, 3] in.

    A frequent one that is too near to one before it is moved off: a tint stays visible.
    """
    chosen = np.empty((COLOURS, 3), dtype=np.int16)
    count = 0
    for number, color in enumerate(candidates):
        if number < FREQUENT and count:
            color = _moved_off(color, chosen[:count])
        if count < COLOURS and (_distances(color, chosen[:count]) >= NEAR).all():
            chosen[count] = color
            count += 1
    return chosen[:count].tolist()


def _moved_off(color: np.ndarray, others: np.ndarray) -> np.ndarray:
    """The colour, or one as much like it that the nearest of the others is `NEAR` away."""
    distances = _distances(color, others)
    nearest = int(distances.argmin())
    if not 0 < distances[nearest] < NEAR:
        return color
    step = (color - others[nearest]) * NEAR / distances[nearest]
    return np.clip(others[nearest] + np.rint(step), 0, 255).astype(np.int16)


def _distances(color: np.ndarray, others: np.ndarray) -> np.ndarray:
    return np.abs(others - color).max(axis=1)
