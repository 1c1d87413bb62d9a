"""The line under the plot: its signs and what it says stand side by side."""

from __future__ import annotations

import pytest

from snapviz.diagram.display_list import Text
from snapviz.diagram.spacetime import View, still
from snapviz.diagram.typography import text_width
from tests.diagram.sample_runs import crowded_run


@pytest.mark.parametrize("width", [420, 520, 640, 820])
def test_that_the_legend_keeps_clear_of_what_a_crowded_picture_leaves_out(width):
    picture = still(crowded_run(), View(width, 700))
    texts = [item for item in picture.items if type(item) is Text and item.role == "legend"]
    (said,) = (item for item in texts if "not drawn" in item.text)
    begins = said.x - text_width(said.text, "legend")
    beside = [item for item in texts if item is not said and item.y == said.y]
    assert all(item.x + text_width(item.text, "legend") <= begins for item in beside)
