"""H.264 in MP4, through the encoder that the package imageio-ffmpeg brings along."""

from __future__ import annotations

import importlib.util
import queue
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from functools import lru_cache
from typing import Self

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from .page import Page
from .whole import ExportError, WholeFile, undisturbed

MISSING = "MP4 needs an encoder, which is not installed: pip install 'snapviz[video]'"
AHEAD = 3  # frames that wait for the encoder
QUALITY = "18"  # x264's constant rate factor at which a drawing looks as it was
COLOURS = "out_color_matrix=bt709:out_range=tv"


def is_installed() -> bool:
    """Whether there is an encoder, without waking it."""
    return importlib.util.find_spec("imageio_ffmpeg") is not None


@lru_cache(maxsize=1)
def make_ready() -> str:
    """The path of ffmpeg, which proved that it runs. Raises ExportError where there is none."""
    if not is_installed():
        raise ExportError(MISSING)
    from imageio_ffmpeg import get_ffmpeg_exe

    try:
        return get_ffmpeg_exe()
    except RuntimeError as error:
        raise ExportError(f"{MISSING} ({error})") from error


class Writer:
    """Frames go to ffmpeg from a thread, so that nobody waits for it who does not want to."""

    def __init__(self, whole: WholeFile, size: QSize, fps: int, page: Page):
        program = make_ready()
        self._whole = whole
        self._queue: queue.Queue[bytes | None] = queue.Queue(AHEAD)
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 closed at the end
        command = [program, *_options(size, fps, page), str(whole.path)]
        try:
            # An ffmpeg of which nobody knows yet would write its file after the clean-up.
            with undisturbed():
                self._process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=self._words,
                    stderr=self._words,
                    **_apart(),
                )
                whole.let_go(self.stop)
        except OSError as error:
            self._words.close()
            raise ExportError(f"{program}: cannot be started: {error.strerror}") from error
        self._has_left = False
        self._feeder = threading.Thread(target=self._feed, name="snapviz-mp4")
        self._feeder.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        with suppress(queue.Empty):
            while True:
                self._queue.get_nowait()
        self._queue.put(None)
        self._feeder.join()
        self._words.close()

    @staticmethod
    def size(page: Page) -> QSize:
        """The page, grown to even numbers: colours are kept for two by two pixels."""
        return QSize(page.width + page.width % 2, page.height + page.height % 2)

    @staticmethod
    def samples(_count: int) -> tuple[int, ...]:
        return ()

    def sample(self, frame: QImage) -> None:
        """Nothing is to be learnt from frames beforehand."""

    def settle(self) -> None:
        """Nothing is to be chosen either."""

    def wait(self, patience_s: float) -> bool:
        """Whether the next frame can be added, after waiting so long at most."""
        if self._queue.full() and patience_s:
            self._feeder.join(patience_s)
        return not self._queue.full()

    def add(self, frame: QImage) -> None:
        if self._has_left:
            raise self._failure()
        self._queue.put(bytes(frame.constBits()))

    def finish(self) -> None:
        """Wait until the film is written. Raises ExportError when it is not."""
        self._queue.put(None)
        self._feeder.join()
        if self._process.wait() != 0:
            raise self._failure()
        self._whole.take_back()

    def _feed(self) -> None:
        """Hand frames on until None comes; once ffmpeg has left, they go nowhere."""
        pipe = self._process.stdin
        while (frame := self._queue.get()) is not None:
            try:
                pipe.write(frame)
            except OSError:
                self._has_left = True
        with suppress(OSError):
            pipe.close()

    def stop(self) -> None:
        """End ffmpeg, if it has not ended by itself."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def _failure(self) -> ExportError:
        self._words.seek(0)
        lines = self._words.read().decode(errors="replace").split("\n")
        said = next((line.strip() for line in lines if line.strip()), "it said nothing")
        return ExportError(f"{self._whole.target}: ffmpeg cannot write it: {said}")


def _options(size: QSize, fps: int, page: Page) -> list[str]:
    colours = ("-colorspace", "-color_primaries", "-color_trc")
    return [
        *("-hide_banner", "-loglevel", "error", "-nostdin", "-y"),
        *("-f", "rawvideo", "-pix_fmt", "bgr0"),
        *("-s", f"{size.width()}x{size.height()}", "-r", str(fps), "-i", "pipe:0", "-an"),
        *("-vf", f"scale={COLOURS}", "-pix_fmt", "yuv420p"),
        *(word for name in colours for word in (name, "bt709")),
        *("-c:v", "libx264", "-preset", "superfast", "-crf", QUALITY, "-tune", "animation"),
        *("-metadata", f"title={page.title}", "-metadata", f"comment={page.description}"),
        *("-fflags", "+bitexact", "-movflags", "+faststart", "-f", "mp4"),
    ]


def _apart() -> dict:
    """A Ctrl-C in the terminal is for us; on Windows, no console window opens."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}
