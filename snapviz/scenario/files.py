"""Scenario files: read whole or refused in words, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from .catalogue import ANY_NAME, Catalogue
from .codec import decode, encode
from .model import Scenario
from .problems import ScenarioError, refusal

MAX_BYTES = 256 * 2**20


def load_scenario(path: str | os.PathLike[str], catalogue: Catalogue = ANY_NAME) -> Scenario:
    """The scenario in a file. Raises ScenarioError, naming the file, when it is refused."""
    name = os.fspath(path)
    data = read_whole(name)
    try:
        return decode(data, catalogue)
    except ScenarioError as error:
        raise ScenarioError(error.problems, name) from None


def read_whole(name: str) -> bytes:
    """The bytes of a file; raises ScenarioError when it is a folder, missing or unreadable."""
    try:
        if os.path.isdir(name):
            raise refusal("(file)", "this is a folder; name the file inside it", name)
        with open(name, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, ScenarioError):
            raise
        raise refusal("(file)", f"cannot be read: {_reason(error)}", name) from None
    if len(data) > MAX_BYTES:
        raise refusal("(file)", f"is larger than {MAX_BYTES // 2**20} MB", name)
    return data


def save_scenario(scenario: Scenario, path: str | os.PathLike[str]) -> None:
    """Write a scenario so that at any moment the file holds the old text or the new one.

    A symbolic link stays and what it points to is replaced; permission bits stay. Raises
    ScenarioError, with the old file untouched, when the scenario could not be opened again or the
    file cannot be written.
    """
    name = os.fspath(path)
    write_whole(name, _checked_text(scenario, name).encode("utf-8"))


def write_whole(name: str, data: bytes) -> None:
    """Let a file hold ``data``, or what it held before if that fails, and nothing between.

    A symbolic link stays and what it points to is replaced; permission bits stay. Raises
    ScenarioError, naming the file.
    """
    try:
        _replace(Path(os.path.realpath(name)), data)
    except (OSError, ValueError) as error:
        raise refusal("(file)", f"cannot be saved: {_reason(error)}", name) from error


def _checked_text(scenario: Scenario, name: str) -> str:
    """The text to save, known to be a text that will be opened again."""
    try:
        text = encode(scenario)
        decode(text, ANY_NAME)
    except ScenarioError as error:
        raise ScenarioError(error.problems, name) from None
    except (TypeError, ValueError, RecursionError) as error:
        raise refusal("(document)", f"cannot be saved: {error}", name) from error
    return text


def _replace(target: Path, data: bytes) -> None:
    """Write ``data`` beside ``target``, then let it take that name in one step."""
    old = _status(target)
    temporary = target.with_name(f".snapviz-{os.urandom(6).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if old is not None:
            _keep_owner_and_mode(temporary, old)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _status(target: Path) -> os.stat_result | None:
    try:
        old = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(0, "it is a folder")
    if not stat.S_ISREG(old.st_mode):
        raise OSError(0, "it is not a regular file")
    if not os.access(target, os.W_OK):
        raise PermissionError(0, "the file is read-only")
    return old


def _keep_owner_and_mode(temporary: Path, old: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(temporary, old.st_uid, old.st_gid)
    os.chmod(temporary, stat.S_IMODE(old.st_mode))


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder, and a file system may refuse; the file itself is safe by now.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
