"""Pictures are drawn with the fonts that ship with the project."""

import pytest


@pytest.fixture
def bundled_fonts(qapp):
    from snapviz.render.fonts import register_fonts

    return register_fonts()
