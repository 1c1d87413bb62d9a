"""Where results may be written, found out before the work and not after it."""

from __future__ import annotations

import os
from collections.abc import Sequence

from snapviz.commands.output import BadInput


def is_same(one: str, other: str) -> bool:
    """Both names lead to one file, be it there already or not."""
    if os.path.exists(one) and os.path.exists(other):
        return os.path.samefile(one, other)
    return os.path.realpath(one) == os.path.realpath(other)


def refuse_place(option: str, out: str, taken: Sequence[str]) -> None:
    """Raise BadInput if no file can appear at ``out``, or if one of ``taken`` is there."""
    folder = os.path.dirname(out) or os.curdir
    if not out or (os.path.exists(out) and not os.path.isfile(out)):
        _refuse(option, out, "is no file; choose another name")
    if not os.path.isdir(folder):
        _refuse(option, out, f"there is no folder {folder!r}; make it first")
    if not os.access(folder, os.W_OK):
        _refuse(option, out, f"nothing may be written in {folder!r}; choose another folder")
    for other in taken:
        if is_same(out, other):
            _refuse(option, out, f"is in use as {other!r}; choose another name")


def _refuse(option: str, out: str, why: str) -> None:
    raise BadInput(f"snapviz: {option}: {out or repr(out)}: {why}")
