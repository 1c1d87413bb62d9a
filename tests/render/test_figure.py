"""Pictures that are no run's diagram, as files."""

import pytest

from snapviz.diagram.display_list import DisplayList, Rect, Style
from snapviz.render.figure import write_figure
from snapviz.render.whole import ExportError

SQUARE = DisplayList(120, 60, (Rect(0, 0, 120, 60, Style(fill="accent")),))


@pytest.mark.parametrize(
    ("ending", "magic"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")]
)
def test_that_the_ending_decides_the_kind(qapp, tmp_path, ending, magic):
    path = write_figure(SQUARE, tmp_path / f"plot{ending}", "A plot")
    assert path.read_bytes().startswith(magic)


def test_that_width_and_theme_are_heeded(qapp, tmp_path):
    from PySide6.QtGui import QImage

    from snapviz.diagram.theme import DARK

    pixels = QImage(str(write_figure(SQUARE, tmp_path / "a.png", "A", theme="dark", width=480)))
    assert (pixels.width(), pixels.height()) == (480, 240)
    assert pixels.pixelColor(240, 120).name() == DARK.accent
    assert pixels.text("Title") == "A"


@pytest.mark.parametrize(
    ("name", "wishes", "words"),
    [
        ("plot.docx", {}, "no figure has this ending; use .png, .svg, .pdf"),
        ("plot.png", {"width": 90_000}, "too large"),
        ("no/such/folder/plot.png", {}, "cannot be written"),
    ],
)
def test_that_what_cannot_be_written_is_refused_in_words(qapp, tmp_path, name, wishes, words):
    with pytest.raises(ExportError, match=words):
        write_figure(SQUARE, tmp_path / name, "A", **wishes)
    assert list(tmp_path.iterdir()) == []
