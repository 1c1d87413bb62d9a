"""Whole pictures, compared with kept ones by absolute difference."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from snapviz.render.surfaces import image
from tests.render.golden_pictures import FOLDER, PICTURES
from tests.render.pixels import as_array

BLOCK = 4  # pixels a side averaged, because font engines differ in antialiasing
MEAN_DIFFERENCE = 1.0  # of 255
FAR = 24  # a difference of a block that the eye sees
FAR_SHARE = 0.002  # of the blocks


def blocks(picture: QImage) -> np.ndarray:
    pixels = as_array(picture)
    height, width, _ = pixels.shape
    shape = (height // BLOCK, BLOCK, width // BLOCK, BLOCK, 3)
    return pixels.reshape(shape).mean(axis=(1, 3))


def differences(name: str, drawn: QImage) -> tuple[float, float]:
    """Mean difference, and the share of blocks that differ visibly."""
    kept = QImage(str(FOLDER / f"{name}.png"))
    assert drawn.size() == kept.size()
    difference = np.abs(blocks(drawn) - blocks(kept))
    return float(difference.mean()), float((difference.max(axis=2) > FAR).mean())


@pytest.mark.parametrize("name", PICTURES)
def test_that_the_picture_is_the_kept_one(name, qapp, bundled_fonts):
    mean, far = differences(name, image(*PICTURES[name]()))
    assert mean <= MEAN_DIFFERENCE
    assert far <= FAR_SHARE


@pytest.mark.parametrize("message", [0, 2])
def test_that_the_comparison_sees_a_missing_arrow(message, qapp, bundled_fonts):
    picture, theme = PICTURES["orphan-dark"]()
    items = tuple(i for i in picture.items if i.subject != ("message", message))
    _, far = differences("orphan-dark", image(replace(picture, items=items), theme))
    assert far > FAR_SHARE


@pytest.mark.parametrize(
    "name, kind",
    [
        ("cone", "causal-future"),
        ("cut-inconsistent", "hand-cut"),
        ("draft-loose-dark", "draft"),
        ("selection", "trail"),
        ("ghost-snapshot", "ghost"),
        ("topology-faulty", "channel"),
        ("topology-selected-dark", "selected-process"),
        ("topology-drawing", "rubber"),
        ("agreement-dark", "role"),
    ],
)
def test_that_the_comparison_sees_what_lies_over_the_picture(name, kind, qapp, bundled_fonts):
    picture, theme = PICTURES[name]()
    items = tuple(i for i in picture.items if i.subject is None or i.subject[0] != kind)
    _, far = differences(name, image(replace(picture, items=items), theme))
    assert far > FAR_SHARE


def test_that_kept_pictures_are_small():
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < 300_000
