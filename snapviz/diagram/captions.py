"""The words of a caption: enough to make the same picture again."""

from __future__ import annotations

from collections.abc import Callable

from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS

from .figures import grouped
from .typography import elided, text_width

DIGEST_CHARACTERS = 12
SEPARATOR = "  ·  "
MOST_LINES = 4

Translate = Callable[[str], str]


def verdict_text(snapshot, translate: Translate = str) -> str:
    """One snapshot in words: ``S1 consistent, Σ 4 000 = 4 000`` (recorded, then expected)."""
    verdict = snapshot.verdict
    if verdict is None:
        return f"{snapshot.id} {translate(snapshot.status)}"
    words = [f"{snapshot.id} {translate('consistent' if verdict.consistent else 'inconsistent')}"]
    for kind in ("orphans", "missing", "extra"):
        messages = getattr(verdict, kind)
        if messages:
            words.append(f"{translate(kind)}: {len(messages)}")
    if verdict.expected is not None:
        sign = "=" if verdict.expected == verdict.recorded else "≠"
        words.append(f"Σ {grouped(verdict.recorded)} {sign} {grouped(verdict.expected)}")
    return ", ".join(words)


def protocol_names(run, translate: Translate = str) -> str:
    """The protocols of the run's snapshots as people write them, each once, in order of use."""
    names = dict.fromkeys(snapshot.protocol for snapshot in run.snapshots)
    return "; ".join(translate(SNAPSHOT_PROTOCOLS[name].TITLE) for name in names)


def caption_parts(run, translate: Translate = str) -> list[str]:
    """Title, seed, protocol and each verdict."""
    seed = f"{translate('seed')} {run.scenario.seed}"
    parts = [run.scenario.title, seed, protocol_names(run, translate)]
    parts += [verdict_text(snapshot, translate) for snapshot in run.snapshots]
    return [part for part in parts if part]


def trace_text(run, translate: Translate = str) -> str:
    """The beginning of the trace's digest."""
    return f"{translate('trace')} {run.digest.removeprefix('sha256:')[:DIGEST_CHARACTERS]}"


def caption_lines(run, width: float, translate: Translate = str) -> list[str]:
    """The caption broken between its parts; the last line leaves room for the trace."""
    lines = [""]
    room = width - text_width(trace_text(run, translate), "caption") - 24
    for part in caption_parts(run, translate):
        longer = lines[-1] + SEPARATOR + part if lines[-1] else part
        if lines[-1] and text_width(longer, "caption") > room:
            if len(lines) == MOST_LINES:
                lines[-1] = elided(longer, "caption", room)
                break
            lines.append(part)
        else:
            lines[-1] = longer
    return [elided(line, "caption", room) for line in lines]
