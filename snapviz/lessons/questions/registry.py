"""The kinds of questions, and making one."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from snapviz.lessons.questions import (
    arranging,
    channels,
    choices,
    cuts,
    linear,
    markers,
    mistakes,
    orders,
    outcomes,
    recovery,
    replays,
    states,
    survivals,
    syncs,
    vectors,
)
from snapviz.lessons.questions.question import Asking, Question, Unaskable
from snapviz.run import Run
from snapviz.scenario.problems import listing

KINDS = {
    module.KIND: module
    for module in (
        cuts, vectors, channels, orders, recovery, markers, states, linear, arranging, mistakes,
        outcomes, choices, survivals, syncs, replays,
    )
}  # fmt: skip


def make(run: Run, kind: str, about: Mapping[str, Any] | None = None, seed: str = "") -> Question:
    """A question about a run; the same seed makes the same one. Raises Unaskable in words."""
    about = about or {}
    module = KINDS[kind]
    for name in about:
        if name not in module.ABOUT:
            raise Unaskable(f"{name!r} says nothing here; allowed: {listing(module.ABOUT)}")
    return module.ask(Asking(run, about, Random(f"question:{kind}:{seed}")))
