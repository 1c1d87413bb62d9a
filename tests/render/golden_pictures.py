"""The pictures kept under golden/. Run as a module to draw them anew, then look at them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from snapviz import load_scenario, simulate
from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.spacetime import Draft, Ghost, Hit, View, spacetime
from snapviz.diagram.theme import DARK, LIGHT
from snapviz.diagram.topology import moving, network, placed, still, topology
from snapviz.diagram.topology_over import Newcomer, Over, Rubber, over_items, under_items
from snapviz.resources import scenarios_folder
from snapviz.scenario.model import Channel, Fixed, Scenario
from tests.diagram.failing_runs import banks_run
from tests.diagram.sample_runs import (
    concurrent_run,
    lossy_run,
    ms,
    orphan_run,
    processes,
    quiet_run,
    ring_run,
    send,
)

FOLDER = Path(__file__).parent / "golden"
COLORS = 256
CUT = (ms(100), ms(250), ms(220), ms(200))  # $25 is received before it and sent after it
OVER = {
    "selected": Over((0,), (2,), hot=Hit("process", 1), handle=(1, 0.8)),
    "drawing": Over(
        rubber=Rubber(0, 190, 205), newcomer=Newcomer(250, 60, "P5"), hint="Let go to connect"
    ),
}


@lru_cache(maxsize=1)
def _faulty():
    """Channels that overtake, lose and double; nothing random has happened yet."""
    channels = (
        Channel("P1", "P2", fifo=False, delay=Fixed(ms(70))),
        Channel("P2", "P3", loss=0.3),
        Channel("P3", "P1", duplication=0.2),
        Channel("P1", "P3", fifo=False, loss=0.1),
    )
    script = (send(20, "P1", "P2", 30),)
    return simulate(Scenario(processes(3), channels, duration_us=ms(100), script=script))


def _quiet():
    return quiet_run(3)


def _shipped(start: str):
    """A run of a shipped scenario, by the number it begins with."""
    (path,) = scenarios_folder().glob(f"{start}-*.snapviz.json")
    return lambda: simulate(load_scenario(path))


def _spacetime(make, theme, size=(640, 400), **fields):
    return lambda: (spacetime(make(), View(*size, **fields)), theme)


def _editing(make, theme, **fields):
    """Smaller, as what matters lies over a picture that is kept already."""
    return _spacetime(make, theme, (520, 320), **fields)


def _topology(make, theme, over: str = "", rows: int = 0, time_us: int = 0):
    def picture():
        run, size = make(), (300, 300)
        laid = network(run, rows, time_us, placed(run, *size))
        over_it = OVER.get(over, Over())
        items = [*still(laid, *size), *under_items(laid, over_it), *moving(laid)]
        return DisplayList(*size, (*items, *over_items(laid, over_it, *size))), theme

    return picture


PICTURES = {
    "ring-with-playhead": _spacetime(ring_run, LIGHT, rows=25, time_us=ms(362), selected_rows=(4,)),
    "orphan-dark": _spacetime(orphan_run, DARK, caption=True, title="An orphan"),
    "concurrent": _spacetime(concurrent_run, LIGHT, caption=True),
    "lossy-hidden": _spacetime(lossy_run, LIGHT, rows=4, time_us=ms(100), future="hidden"),
    "topology": lambda: (topology(ring_run(), 25, ms(362), 320, 320), LIGHT),
    "cone": _editing(ring_run, LIGHT, cone_row=12, selected_rows=(12,)),
    "cone-dark": _editing(ring_run, DARK, cone_row=12, selected_rows=(12,)),
    "cut-inconsistent": _editing(ring_run, LIGHT, hand_cut=CUT, rows=12, time_us=ms(220)),
    "cut-inconsistent-dark": _editing(ring_run, DARK, hand_cut=CUT, rows=12, time_us=ms(220)),
    "draft": _editing(concurrent_run, LIGHT, draft=Draft(0, ms(60), 2, ms(240)), grips=True),
    "draft-loose-dark": _editing(
        concurrent_run, DARK, draft=Draft(1, ms(60), None, 0, 300.0, 210.0), grips=True
    ),
    "selection": _editing(
        orphan_run,
        LIGHT,
        selected_rows=(1, 6),
        selected_messages=(1,),
        selected_processes=(0,),
        path_rows=(1, 3, 6),
        hot=Hit("clock", 1),
        grips=True,
    ),
    "ghost-snapshot": _spacetime(
        _quiet, LIGHT, (300, 200), ghost=Ghost(1, ms(40), "snapshot"), grips=True
    ),
    "recovery": _spacetime(banks_run, LIGHT, (760, 440), rows=32, time_us=ms(860)),
    "recovery-dark": _spacetime(banks_run, DARK, (760, 440), rows=18, time_us=ms(405)),
    "topology-down": _topology(banks_run, LIGHT, rows=18, time_us=ms(405)),
    "agreement-dark": _editing(_shipped("62"), DARK, rows=38, time_us=ms(480)),
    "empty": _editing(lambda: None, DARK),
    "topology-faulty": _topology(_faulty, LIGHT, rows=2, time_us=ms(60)),
    "topology-selected-dark": _topology(ring_run, DARK, "selected", 12, ms(220)),
    "topology-drawing": _topology(_quiet, LIGHT, "drawing"),
}


def write() -> None:
    from PIL import Image

    from snapviz.render.application import ensure_application
    from snapviz.render.surfaces import image
    from tests.render.pixels import as_array

    ensure_application()
    FOLDER.mkdir(exist_ok=True)
    for name, make in PICTURES.items():
        drawn = Image.fromarray(as_array(image(*make())))
        # As many colours as the eye tells apart in them, for a third of the room.
        kept = drawn.quantize(COLORS, dither=Image.Dither.NONE)
        kept.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    write()
