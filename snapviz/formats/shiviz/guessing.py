"""Which of the known parsers a log was written for."""

from __future__ import annotations

import json

from snapviz.formats.shiviz.matching import Section, find
from snapviz.formats.shiviz.patterns import delimiter_pattern, parser_pattern
from snapviz.formats.shiviz.presets import GUESSES, PRESETS, Preset
from snapviz.scenario.problems import quote

GUESSED_BY = 1 << 14  # characters


def guessed(text: str) -> Preset:
    """The first preset that finds clocks in the start of a log; the default if none does.

    Where the default finds anything, it is meant, and what is wrong with a clock is told.
    """
    start = text[:GUESSED_BY]
    for name in GUESSES:
        sections = sections_of(start, PRESETS[name])
        some = any(len(section.spans) for section, _ in sections)
        if some and (name == "default" or _is_likely(start, sections)):
            return PRESETS[name]
    return PRESETS["default"]


def _is_likely(text: str, sections: list[tuple[Section, tuple[str, ...]]]) -> bool:
    """The first match has a clock that is one."""
    section, groups = next(one for one in sections if len(one[0].spans))
    start, end = section.spans[0, 1 + groups.index("clock")].tolist()
    try:
        return isinstance(json.loads(text[start:end]), dict)
    except (ValueError, RecursionError):
        return False


def sections_of(text: str, preset: Preset) -> list[tuple[Section, tuple[str, ...]]]:
    """The parts of a log that are not blank, each with the names of its groups."""
    parser = parser_pattern(preset.parser)
    delimiter = delimiter_pattern(preset.delimiter) if preset.delimiter else None
    found = find(text, parser, delimiter)
    return [(s, found.groups) for s in found.sections if text[s.start : s.end].strip()]


def fitting(text: str, preset: Preset) -> str:
    """`` (did you mean "x"?)`` of another parser that finds events in the start of a log."""
    other = guessed(text)
    found = sections_of(text[:GUESSED_BY], other)
    if other.parser == preset.parser or not any(len(section.spans) for section, _ in found):
        return ""
    name = next(name for name, known in PRESETS.items() if known is other)
    return f" (did you mean {quote(name)}?)"
