"""The play-back as a file: frame after frame through an encoder, never all in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QSize

from snapviz.diagram.spacetime import View
from snapviz.diagram.theme import theme

from .background import Background
from .frames import Frames
from .page import Page
from .whole import WholeFile
from .wishes import DEFAULT_RATES, Wishes

HOLD = 1 / 8  # of the film, that it stands at the end ...
LONGEST_HOLD_S = 1.5  # ... but no longer


def film_frames(run, view: View, wishes: Wishes, size: QSize, scale: float, fps: int) -> Frames:
    """The frames of a film; it takes ``wishes.seconds`` from the first to the last."""
    count = max(2, round(wishes.seconds * fps))
    hold = min(wishes.seconds * HOLD, LONGEST_HOLD_S)
    moving = max(2, round((wishes.seconds - hold) * fps))
    shown = replace(view, future=wishes.future)
    return Frames(run, shown, theme(wishes.theme), size, scale, moving, count)


def film_steps(
    run, view: View, target: Path, page: Page, wishes: Wishes, patience_s: float
) -> Iterator[float]:
    """Write a film in slices; the share done after each. See `snapviz.render.export`."""
    ending = target.suffix.lower()
    fps = wishes.fps or DEFAULT_RATES[ending]
    encoding = Background(lambda: _encoding(ending))
    while not encoding.join(patience_s):
        yield 0.0
    Writer = encoding.result
    size = Writer.size(page)
    frames = film_frames(run, view, wishes, size, page.scale, fps)
    with WholeFile(target) as whole, Writer(whole, size, fps, page) as writer:
        for index in writer.samples(frames.count):
            yield from _prepared(frames, index, 0.0)
            writer.sample(frames.image(index))
            yield 0.0
        writer.settle()
        yield 0.0
        for index in range(frames.count):
            share = index / (frames.count + 1)
            yield from _prepared(frames, index, share)
            while not writer.wait(patience_s):
                yield share
            writer.add(frames.image(index))
            yield share
        # Flushing and moving a large file may take a while on a slow disk.
        ending_work = Background(lambda: (writer.finish(), whole.commit()))
        try:
            while not ending_work.join(patience_s):
                yield frames.count / (frames.count + 1)
        except GeneratorExit:
            writer.stop()
            ending_work.wait()
            raise
    yield 1.0


def _encoding(ending: str) -> type:
    """The writer for a kind of film, imported and able to start."""
    module = import_module(ending, __package__)  # .gif and .mp4 are both, an ending and a module
    module.make_ready()
    return module.Writer


def _prepared(frames: Frames, index: int, share: float) -> Iterator[float]:
    while not frames.prepare(index):
        yield share
