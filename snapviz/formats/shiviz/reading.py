"""A log's text becomes records: who logged what, on which line, with which clock."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

import numpy as np

from snapviz.formats.shiviz.guessing import fitting, guessed, sections_of
from snapviz.formats.shiviz.matching import Section
from snapviz.formats.shiviz.patterns import NEEDED
from snapviz.formats.shiviz.presets import PRESETS, Preset, own_preset
from snapviz.scenario.problems import (
    MOST_PROBLEMS,
    Problem,
    ScenarioError,
    nearest,
    quote,
    refusal,
)

MOST_COUNTED = 10**9
AT_ONCE = 500
"""Clocks; meanwhile no other thread has its turn, not even that of the window."""


@dataclass(frozen=True)
class Records:
    """What was logged in one execution, in the order it stands there.

    hosts: in the order they first log something; unknown: those only clocks speak of.
    host: int64[E]. clocks: int64[E, hosts + unknown], 0 where a clock does not name one.
    lines: the line of each event in the file, from 1.
    """

    label: str
    hosts: tuple[str, ...]
    unknown: tuple[str, ...]
    host: np.ndarray
    clocks: np.ndarray
    lines: list[int]
    texts: list[str]


@dataclass(frozen=True)
class Found:
    """Everything a log holds, and the parser and delimiter by which it was found."""

    preset: Preset
    executions: tuple[Records, ...]


def read_records(text: str, parser: str | None = None, delimiter: str | None = None) -> Found:
    """The records of a log, with a parser and delimiter in JavaScript's or Python's writing.

    A parser may also be the name of a preset. Without one: that in the log's first line, else
    the first preset that finds something. Raises ScenarioError.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if parser is not None:
        preset = PRESETS.get(parser) or Preset(_expression(parser))
    else:
        preset = own_preset(text) or guessed(text)
    if delimiter is not None:
        preset = Preset(preset.parser, delimiter)
    sections = sections_of(text, preset)
    # What would find something is looked for where nothing is found at all.
    is_found = any(len(section.spans) for section, _ in sections)
    hint = "" if is_found or not sections else fitting(text, preset)
    return Found(preset, _executions(text, sections, hint))


def _expression(parser: str) -> str:
    """A parser that is no name; a misspelt name is told with those there are."""
    if re.fullmatch(r"[\w-]*", parser):
        names, hint = ", ".join(PRESETS), nearest(parser, list(PRESETS))
        raise refusal(
            "--parser",
            f"{quote(parser)} is no parser; allowed: {names}, or a regular expression with named "
            "groups" + hint,
        )
    return parser


def _executions(
    text: str, sections: list[tuple[Section, tuple[str, ...]]], hint: str
) -> tuple[Records, ...]:
    breaks = np.flatnonzero(np.frombuffer(text.encode("utf-32-le"), "<u4") == ord("\n"))
    problems: list[Problem] = []
    executions: list[Records] = []
    if not sections:
        problems.append(Problem("(file)", "holds no events; it is blank"))
    for section, groups in sections:
        first = int(np.searchsorted(breaks, section.start)) + 1
        if not len(section.spans):
            what = f"execution {quote(section.label)}" if section.label else "log"
            problems.append(
                Problem(
                    f"line {first}",
                    f"the parser finds no event in this {what}; give another with --parser" + hint,
                )
            )
            continue
        lines = (np.searchsorted(breaks, section.spans[:, 0, 0]) + 1).tolist()
        columns = _columns(text, section, groups)
        executions.append(records_of(section.label, lines, columns, problems))
    if problems:
        raise ScenarioError(problems[:MOST_PROBLEMS])
    return tuple(executions)


def records_of(
    label: str, lines: list[int], columns: dict[str, list[str]], problems: list[Problem]
) -> Records:
    """Records of one execution from its columns: host, clock and event.

    What is wrong with a clock goes to ``problems``.
    """
    return _Reader(label, lines, columns, problems).records()


def _columns(text: str, section: Section, groups: tuple[str, ...]) -> dict[str, list[str]]:
    columns = {}
    for name in NEEDED:
        spans = section.spans[:, 1 + groups.index(name)].tolist()
        columns[name] = [text[a:b] if a >= 0 else "" for a, b in spans]
    return columns


@dataclass
class _Reader:
    label: str
    lines: list[int]
    columns: dict[str, list[str]]
    problems: list[Problem]

    def records(self) -> Records:
        clocks = self._good_clocks() or list(map(self._clock, range(len(self.lines))))
        counts = self._counts(clocks)
        hosts = {name: n for n, name in enumerate(dict.fromkeys(self.columns["host"]))}
        spoken = [name for clock in clocks for name in clock]
        names = dict(hosts)
        for name in dict.fromkeys(spoken):
            names.setdefault(name, len(names))
        matrix = np.zeros((len(clocks), len(names)), np.int64)
        rows = np.repeat(np.arange(len(clocks)), list(map(len, clocks)))
        matrix[rows, list(map(names.__getitem__, spoken))] = counts
        # A name that is counted 0 times only is no stranger.
        shown = [name for name, n in names.items() if name in hosts or matrix[:, n].any()]
        return Records(
            self.label,
            tuple(hosts),
            tuple(shown[len(hosts) :]),
            np.array(list(map(hosts.__getitem__, self.columns["host"])), np.int64),
            matrix[:, [names[name] for name in shown]],
            self.lines,
            self.columns["event"],
        )

    def _good_clocks(self) -> list[dict[str, object]] | None:
        """All clocks, many at once; None if anything might be wrong with one of them."""
        texts = self.columns["clock"]
        found: list[dict[str, object]] = []
        for first in range(0, len(texts), AT_ONCE):
            clocks = _all_good(texts[first : first + AT_ONCE])
            if clocks is None:
                return None
            found += clocks
        return found

    def _clock(self, event: int) -> dict[str, object]:
        text = self.columns["clock"][event]
        try:
            clock = json.loads(text)
            # Colons may also stand in names.
            if text.count(":") != len(clock):
                clock = json.loads(text, object_pairs_hook=_once_each)
        except (ValueError, TypeError, RecursionError) as error:
            reason = getattr(error, "msg", str(error))
            self._refuse(
                event,
                f"{quote(text)} is no vector clock in JSON: {reason}; "
                'a clock looks like {"host": 1}',
            )
            return {}
        if type(clock) is not dict:
            self._refuse(
                event, f'{quote(text)} is no vector clock; a clock looks like {{"host": 1}}'
            )
            return {}
        return clock

    def _counts(self, clocks: list[dict[str, object]]) -> list[int]:
        """All entries in a row; what is no count is refused and taken for 0."""
        counts = [count for clock in clocks for count in clock.values()]
        if set(map(type, counts)) <= {int} and (
            not counts or (min(counts) >= 0 and max(counts) <= MOST_COUNTED)
        ):
            return counts
        return [
            self._count(event, name, count)
            for event, clock in enumerate(clocks)
            for name, count in clock.items()
        ]

    def _count(self, event: int, name: str, count: object) -> int:
        whole = type(count) is int or (type(count) is float and count == count // 1)
        if whole and 0 <= count <= MOST_COUNTED:
            return int(count)
        self._refuse(
            event,
            f"its clock counts {quote(str(count))} events of {quote(name)}; "
            f"allowed: whole numbers from 0 to {MOST_COUNTED}",
        )
        return 0

    def _refuse(self, event: int, what: str) -> None:
        where = f"line {self.lines[event]} host {quote(self.columns['host'][event])}"
        self.problems.append(Problem(where, what))


def _all_good(texts: list[str]) -> list[dict[str, object]] | None:
    try:
        clocks = json.loads(f"[{','.join(texts)}]")
    except (ValueError, RecursionError):
        return None
    if len(clocks) != len(texts) or not set(map(type, clocks)) <= {dict}:
        return None
    # Clocks that run into one another have something else than a number in them.
    plain = set(map(type, chain.from_iterable(map(dict.values, clocks)))) <= {int}
    colons = [text.count(":") for text in texts]
    return clocks if plain and colons == list(map(len, clocks)) else None


def _once_each(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    pairs = list(pairs)
    clock = dict(pairs)
    if len(clock) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"duplicate {quote(twice)} in one clock")
    return clock
