"""Parts of a scenario as text, for the clipboard: a scenario file of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..catalogue import ANY_NAME, Catalogue
from ..codec import decode, encode
from ..model import Process, Scenario
from ..places import Point, distance, placed, rounded
from ..problems import ScenarioError
from ..tables import FORMAT
from .lookup import check_arrows, existing
from .positions import NEAREST, STEP, positioned, usual_distance
from .processes import free_id


def fragment(scenario: Scenario, ids: Iterable[str]) -> str:
    """These processes and the channels among them, as the text of a scenario file."""
    wanted = existing(scenario, ids)
    if not wanted:
        raise ValueError("nothing is chosen that could be copied")
    return encode(
        Scenario(
            processes=tuple(p for p in positioned(scenario).processes if p.id in wanted),
            channels=tuple(
                c for c in scenario.channels if c.source in wanted and c.target in wanted
            ),
        )
    )


def may_hold_processes(text: str) -> bool:
    """Whether a text looks like a scenario; it is read only to be added."""
    return f'"{FORMAT}"' in text


def with_fragment(
    scenario: Scenario,
    text: str | bytes,
    offset: Point = (0.5, 0.5),
    catalogue: Catalogue = ANY_NAME,
) -> tuple[Scenario, list[str]]:
    """The processes and channels of a text added, and the ids they got.

    An id that is taken becomes a free one. All move by ``offset``, and on in the same direction
    while one of them would hide another. The text may be any scenario. Raises ValueError, in words,
    when it is none.
    """
    part = _read(text, catalogue)
    made = positioned(scenario)
    given: dict[str, str] = {}
    for process, point in zip(part.processes, _places(made, part, offset), strict=True):
        name = _id_for(made, process.id)
        given[process.id] = name
        added = replace(process, id=name, position=point, state=_state(made, process))
        made = replace(made, processes=(*made.processes, added))
    channels = tuple(
        replace(channel, source=given[channel.source], target=given[channel.target])
        for channel in part.channels
    )
    made = replace(made, channels=(*made.channels, *channels))
    placed(made, [process.position for process in made.processes])
    check_arrows(made)
    return made, list(given.values())


def _read(text: str | bytes, catalogue: Catalogue) -> Scenario:
    try:
        return positioned(decode(text, catalogue))
    except ScenarioError as error:
        first = error.problems[0]
        whole = first.path in ("(document)", "format") or first.path.startswith("line ")
        if whole:
            words = "what was copied holds no processes; copy some in the topology view first"
            raise ValueError(words) from None
        raise ValueError(f"what was copied cannot be used: {first}") from None


def _id_for(scenario: Scenario, name: str) -> str:
    if name not in scenario.process_index():
        return name
    return free_id(scenario, name.rstrip("0123456789") or "P")


def _state(scenario: Scenario, process: Process) -> dict:
    """A copy brings no second token where there is to be one."""
    state = dict(process.state)
    if scenario.workload.kind == "token" and state.get("token"):
        state["token"] = 0
    return state


def _places(scenario: Scenario, part: Scenario, offset: Point) -> list[Point]:
    standing = [process.position for process in scenario.processes]
    usual = usual_distance(standing)
    step = offset if offset != (0, 0) else (STEP * usual, STEP * usual)
    places = [_shifted(process.position, offset) for process in part.processes]
    while any(distance(a, b) < NEAREST * usual for a in places for b in standing):
        places = [_shifted(place, step) for place in places]
    return places


def _shifted(point: Point, by: Point) -> Point:
    return rounded(point[0] + by[0], point[1] + by[1])
