"""Where the bundled program starts: as snapviz, or as the helper of one that runs.

There is no Python beside a bundle, so ``sys.executable`` is the bundle itself. What the program
starts with it, workers of a sweep and the matcher of a log's parser, comes in here with the words
meant for an interpreter.
"""

from __future__ import annotations

import multiprocessing
import re
import runpy
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

MATCHER = Path("snapviz", "formats", "shiviz", "matcher.py")
WORKER = "joblib.externals.loky.backend.popen_loky_posix"
TRACKER = re.compile(
    r"from ((?:joblib\.externals\.loky\.backend|multiprocessing)\.resource_tracker) import main; *"
    r"main\((\d+)(?:, \w+)?\)"
)


def helped(words: Sequence[str], folder: Path) -> bool:
    """Do what is asked of an interpreter, if it is one of the things known; whether it was.

    words: the command line after the program; folder: where the bundle keeps its modules.
    """
    if list(words) == ["-I", "-S", str(folder / MATCHER)]:
        runpy.run_path(words[2], run_name="__main__")
        return True
    if list(words[:2]) == ["-m", WORKER]:
        sys.argv = [words[1], *words[2:]]
        # Without altering ``sys.modules``: a worker compares its main file with its parent's.
        runpy.run_module(WORKER, run_name="__main__")
        return True
    code = words[words.index("-c") + 1] if "-c" in words[:-1] else ""
    if tracker := TRACKER.fullmatch(code):
        import_module(tracker[1]).main(int(tracker[2]))
    return tracker is not None


def main() -> int:
    """Be the helper that was asked for, or else the ``snapviz`` command."""
    multiprocessing.freeze_support()
    if helped(sys.argv[1:], Path(__file__).resolve().parent):
        return 0
    from snapviz.cli import main as snapviz

    return snapviz()


if __name__ == "__main__":
    sys.exit(main())
