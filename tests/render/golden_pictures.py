"""The pictures kept under golden/. Run as a module to draw them anew, then look at them."""

from __future__ import annotations

from pathlib import Path

from snapviz.diagram.spacetime import View, spacetime
from snapviz.diagram.theme import DARK, LIGHT
from snapviz.diagram.topology import topology
from tests.diagram.sample_runs import concurrent_run, lossy_run, ms, orphan_run, ring_run

FOLDER = Path(__file__).parent / "golden"


def _spacetime(make, theme, **fields):
    return lambda: (spacetime(make(), View(640, 400, **fields)), theme)


PICTURES = {
    "ring-with-playhead": _spacetime(ring_run, LIGHT, rows=25, time_us=ms(362), selected_rows=(4,)),
    "orphan-dark": _spacetime(orphan_run, DARK, caption=True, title="An orphan"),
    "concurrent": _spacetime(concurrent_run, LIGHT, caption=True),
    "lossy-hidden": _spacetime(lossy_run, LIGHT, rows=4, time_us=ms(100), future="hidden"),
    "topology": lambda: (topology(ring_run(), 25, ms(362), 320, 320), LIGHT),
}


def write() -> None:
    from snapviz.render.application import ensure_application
    from snapviz.render.surfaces import image

    ensure_application()
    FOLDER.mkdir(exist_ok=True)
    for name, make in PICTURES.items():
        picture, theme = make()
        image(picture, theme).save(str(FOLDER / f"{name}.png"))


if __name__ == "__main__":
    write()
