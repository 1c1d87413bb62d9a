"""Finding a parser's matches in a log, within a bounded time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from array import array
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from snapviz.scenario.problems import refusal

SECONDS = 10.0
_PROGRAM = Path(__file__).with_name("matcher.py")


@dataclass(frozen=True)
class Section:
    """The text of one execution, from ``start`` to ``end``, and the matches in it.

    ``spans``: int64[k, 1 + groups, 2], where each match and each of its groups lies in the whole
    text; -1 for a group that took no part. ``label`` is empty if the delimiter gives none.
    """

    label: str
    start: int
    end: int
    spans: np.ndarray


@dataclass(frozen=True)
class Matches:
    """What a parser finds in a text; ``groups`` names the columns of ``spans`` after the first."""

    groups: tuple[str, ...]
    sections: tuple[Section, ...]


def find(text: str, parser: str, delimiter: str | None, seconds: float = SECONDS) -> Matches:
    """Match Python patterns (see `patterns`) in a text.

    Raises ScenarioError when that takes longer than ``seconds``.
    """
    groups = tuple(re.compile(parser, re.MULTILINE).groupindex)
    wanted = json.dumps({"parser": parser, "delimiter": delimiter, "groups": groups})
    data = wanted.encode("ascii") + b"\n" + text.encode("utf-8")
    numbers = np.array(_answer(data, seconds), np.int64)
    count = int(numbers[0])
    heads = numbers[1 : 1 + 5 * count].reshape(count, 5).tolist()
    spans = numbers[1 + 5 * count :].reshape(-1, 1 + len(groups), 2)
    sections, first = [], 0
    for label_start, label_end, start, end, found in heads:
        label = text[label_start:label_end] if label_start >= 0 else ""
        sections.append(Section(label, start, end, spans[first : first + found]))
        first += found
    return Matches(groups, tuple(sections))


def _answer(data: bytes, seconds: float) -> array:
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(_PROGRAM)],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise refusal(
            "--parser",
            f"takes longer than {seconds:g} s on this log; make it simpler: "
            "a repetition inside a repetition, such as (a+)+, can take for ever",
        ) from None
    except (OSError, subprocess.CalledProcessError) as error:
        raise refusal("--parser", f"could not be tried on this log: {error}") from None
    numbers = array("q")
    numbers.frombytes(done.stdout)
    return numbers
