"""Scenarios made from a topology, ready to run and to edit."""

from __future__ import annotations

import hashlib
from math import ceil, cos, isqrt, pi, sin

from .model import Channel, Duration, Process, Scenario, Uniform, Workload
from .problems import ScenarioError, listing, nearest, refusal, show

MOST_PROCESSES = 1000
MOST_CHANNELS = 20_000
BALANCE = 1000
DELAY = Uniform(40_000, 80_000)
WORKLOADS = ("none", "bank", "token")

Link = tuple[int, int]
Point = tuple[float, float]


def from_template(
    topology: str,
    n: int,
    workload: str = "none",
    seed: int = 0,
    *,
    fifo: bool = True,
    delay: Duration = DELAY,
) -> Scenario:
    """A scenario of ``n`` processes ``P1`` to ``Pn``, each link being a channel either way.

    ``topology`` is one of `TOPOLOGIES`; ``random`` is connected, and ``seed`` chooses its links as
    well as the draws of the run. ``bank`` gives every process a balance of 1000, ``token`` gives
    ``P1`` the token. Positions are about one unit apart, x to the right and y downwards. Raises
    ScenarioError when a name is unknown or ``n`` is out of reach.
    """
    _check_name("topology", topology, TOPOLOGIES)
    _check_name("workload", workload, WORKLOADS)
    _check_integer("n", n, 1, MOST_PROCESSES)
    _check_integer("seed", seed, 0, 2**63 - 1)
    links = _LINKS[topology](n, seed)
    if 2 * len(links) > MOST_CHANNELS:
        raise _too_many_channels(topology, n, len(links))
    names = [f"P{number}" for number in range(1, n + 1)]
    channels = []
    for a, b in links:
        channels.append(Channel(names[a], names[b], fifo, delay))
        channels.append(Channel(names[b], names[a], fifo, delay))
    points = _PLACES[topology](n)
    states = _states(workload, n)
    return Scenario(
        processes=tuple(map(Process, names, states, points)),
        channels=tuple(channels),
        title=_title(topology, n),
        seed=seed,
        workload=Workload(workload),
    )


def _title(topology: str, n: int) -> str:
    what = _TITLES.get(topology, topology.capitalize())
    return f"{what} of {n} process{'es' if n > 1 else ''}"


def _states(workload: str, n: int) -> list[dict[str, int]]:
    if workload == "bank":
        return [{"balance": BALANCE} for _ in range(n)]
    if workload == "token":
        return [{"token": int(number == 0)} for number in range(n)]
    return [{} for _ in range(n)]


def _ring_links(n: int, _: int) -> list[Link]:
    links = _line_links(n, 0)
    return [*links, (n - 1, 0)] if n > 2 else links


def _line_links(n: int, _: int) -> list[Link]:
    return [(number, number + 1) for number in range(n - 1)]


def _star_links(n: int, _: int) -> list[Link]:
    return [(0, number) for number in range(1, n)]


def _complete_links(n: int, _: int) -> list[Link]:
    if n * (n - 1) > MOST_CHANNELS:
        raise _too_many_channels("complete", n, n * (n - 1) // 2)
    return [(a, b) for a in range(n) for b in range(a + 1, n)]


def _tree_links(n: int, _: int) -> list[Link]:
    return [((number - 1) // 2, number) for number in range(1, n)]


def _grid_links(n: int, _: int) -> list[Link]:
    width = _grid_width(n)
    links = []
    for number in range(n):
        if (number + 1) % width and number + 1 < n:
            links.append((number, number + 1))
        if number + width < n:
            links.append((number, number + width))
    return links


def _random_links(n: int, seed: int) -> list[Link]:
    """A random tree, so that everybody is reached, and half as many links again."""
    links = {(_draw(seed, "parent", number) % number, number): None for number in range(1, n)}
    most = n * (n - 1) // 2
    wanted = min(most, len(links) + n // 2)
    attempt = 0
    while len(links) < wanted:
        a = _draw(seed, "from", attempt) % n
        b = _draw(seed, "to", attempt) % n
        attempt += 1
        if a != b:
            links[min(a, b), max(a, b)] = None
    return sorted(links)


def _draw(seed: int, purpose: str, number: int) -> int:
    """64 bits that depend on nothing but the arguments, whatever the Python version."""
    text = f"snapviz/template/{seed}/{purpose}/{number}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _circle(n: int) -> list[Point]:
    """The first at the top, then clockwise, neighbours about one unit apart."""
    if n == 1:
        return [(0.0, 0.0)]
    radius = max(1.0, n / (2 * pi))
    turns = [2 * pi * number / n for number in range(n)]
    return [_point(radius * sin(turn), -radius * cos(turn)) for turn in turns]


def _row(n: int) -> list[Point]:
    return [_point(number, 0) for number in range(n)]


def _hub(n: int) -> list[Point]:
    return [(0.0, 0.0), *_circle(n - 1)] if n > 2 else _row(n)


def _levels(n: int) -> list[Point]:
    deepest = n.bit_length() - 1
    points = []
    for number in range(n):
        level = (number + 1).bit_length() - 1
        room = 2 ** (deepest - level)
        within = number + 1 - 2**level
        points.append(_point((within + 0.5) * room - 0.5, level))
    return points


def _rows(n: int) -> list[Point]:
    width = _grid_width(n)
    return [_point(number % width, number // width) for number in range(n)]


def _grid_width(n: int) -> int:
    return ceil(n / isqrt(n))


def _point(x: float, y: float) -> Point:
    # Three decimals hide the last bits, in which the sines of two platforms may differ.
    return round(x, 3) + 0.0, round(y, 3) + 0.0


_LINKS = {
    "ring": _ring_links,
    "line": _line_links,
    "star": _star_links,
    "complete": _complete_links,
    "tree": _tree_links,
    "grid": _grid_links,
    "random": _random_links,
}
_PLACES = {
    "ring": _circle,
    "line": _row,
    "star": _hub,
    "complete": _circle,
    "tree": _levels,
    "grid": _rows,
    "random": _circle,
}
_TITLES = {"complete": "Complete graph", "random": "Random network"}
TOPOLOGIES = tuple(_LINKS)


def _check_name(path: str, name: str, names: tuple[str, ...]) -> None:
    if name not in names:
        hint = nearest(name, names) if isinstance(name, str) else ""
        raise refusal(path, f"{show(name)} is unknown; allowed: {listing(names)}{hint}")


def _check_integer(path: str, value: int, low: int, high: int) -> None:
    if type(value) is not int or not low <= value <= high:
        raise refusal(path, f"{show(value)} is out of range; allowed: {low} to {high}")


def _too_many_channels(topology: str, n: int, links: int) -> ScenarioError:
    return refusal(
        "n",
        f"{topology} with {n} processes has {2 * links} channels; "
        f"allowed: at most {MOST_CHANNELS}, so fewer processes",
    )
