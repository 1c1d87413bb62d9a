"""Options that several commands share, and the values they take."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable


def milliseconds(text: str) -> int:
    """A time in microseconds. Raises ArgumentTypeError in words, as all converters here do."""
    if re.fullmatch(r"[0-9]{1,13}(\.[0-9]{1,3}0*)?", text):
        whole_part, _, decimals = text.partition(".")
        us = int(whole_part) * 1000 + int(decimals[:3].ljust(3, "0"))
        if us <= 10**15:
            return us
    raise argparse.ArgumentTypeError(
        f"{text!r} is no time; allowed: milliseconds from 0 to 1000000000000, up to 3 decimals"
    )


def whole(lowest: int, highest: int) -> Callable[[str], int]:
    """A converter for whole numbers in a range, both ends included."""

    def convert(text: str) -> int:
        digits = text.removeprefix("-")
        if digits.isascii() and digits.isdigit() and len(digits) < 20:
            value = int(text)
            if lowest <= value <= highest:
                return value
        raise argparse.ArgumentTypeError(
            f"{text!r} is not allowed here; allowed: whole numbers from {lowest} to {highest}"
        )

    return convert


def protocol_names(text: str) -> tuple[str, ...]:
    """Names of snapshot protocols with commas between them; each must be one there is."""
    from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS

    names = tuple(name.strip() for name in text.split(","))
    for name in names:
        if name not in SNAPSHOT_PROTOCOLS:
            known = ", ".join(SNAPSHOT_PROTOCOLS)
            raise argparse.ArgumentTypeError(f"no protocol {name!r}; allowed: {known}")
    return names


def add_seed(parser: argparse.ArgumentParser, about: str = "another seed", **more: int) -> None:
    """``--seed``: a default only where there is no file to say it."""
    parser.add_argument("--seed", metavar="N", type=whole(0, 2**63 - 1), help=about, **more)


def add_scenario(parser: argparse.ArgumentParser, seed: str = "another seed") -> None:
    """What is run, and how long."""
    parser.add_argument("--until", metavar="MS", type=milliseconds, help="stop after this time")
    add_seed(parser, seed)
    parser.add_argument("--branch", metavar="NAME", help="run this branch of the scenario")


def add_simulation(parser: argparse.ArgumentParser) -> None:
    """What is run, how long, and the one protocol that takes its snapshots."""
    add_scenario(parser)
    parser.add_argument("--protocol", metavar="NAME", help="take every snapshot with this one")


def add_protocols(parser: argparse.ArgumentParser, otherwise: str) -> None:
    """``--protocols a,b,c``; ``otherwise``: what is taken without it."""
    parser.add_argument(
        "--protocols",
        metavar="A,B,C",
        type=protocol_names,
        default=(),
        help=f"take the snapshots with each of these; {otherwise}",
    )


def add_save_pause(parser: argparse.ArgumentParser) -> None:
    """``--save-pause``: what saving costs the system."""
    parser.add_argument(
        "--save-pause",
        metavar="MS",
        type=milliseconds,
        help="how long a process is busy saving what it records; otherwise as the file says",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help="print JSON")
