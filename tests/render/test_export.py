"""Files: right kind, right size, whole or not at all."""

import os
import re
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from snapviz.diagram.spacetime import spacetime
from snapviz.diagram.theme import DARK, LIGHT
from snapviz.render.application import (
    SYSTEM_LIBRARIES,
    GraphicsMissing,
    has_display,
    missing_libraries,
)
from snapviz.render.export import ExportError, export, export_view, picture_height
from snapviz.render.surfaces import image
from tests.diagram.sample_runs import ms, orphan_run, quiet_run, ring_run
from tests.render.pixels import as_array, is_near

pytestmark = pytest.mark.usefixtures("bundled_fonts")


def test_that_a_png_has_the_width_asked_for_and_knows_its_resolution(tmp_path):
    export(ring_run(), tmp_path / "a.png", width=900, dpi=144)
    picture = QImage(str(tmp_path / "a.png"))
    assert picture.width() == 900
    assert picture.dotsPerMeterX() == round(144 / 0.0254)
    assert picture.text("Title") == "A ring of four"
    assert "seed 42" in picture.text("Description")


def test_that_a_higher_resolution_alone_gives_the_same_picture_with_more_pixels(tmp_path):
    run = orphan_run()
    export(run, tmp_path / "one.png")
    export(run, tmp_path / "two.png", dpi=192)
    one, two = QImage(str(tmp_path / "one.png")), QImage(str(tmp_path / "two.png"))
    assert (one.width(), two.width()) == (1600, 3200)
    assert two.height() == 2 * one.height()
    halved = as_array(two).reshape(one.height(), 2, 1600, 2, 3).mean(axis=(1, 3))
    assert np.abs(halved - as_array(one)).mean() < 1.5


@pytest.mark.parametrize(("name", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_that_the_theme_colours_the_paper(tmp_path, name, theme):
    export(ring_run(), tmp_path / "a.PNG", theme=name, width=600)
    pixels = as_array(QImage(str(tmp_path / "a.PNG")))
    assert is_near(pixels[2, 2], theme.background, 0)


def test_that_a_range_shows_that_stretch_of_time():
    view = export_view(ring_run(), from_us=ms(100), to_us=ms(200))
    assert (view.from_us, view.to_us) == (ms(100), ms(200))


def test_that_an_svg_drawn_again_is_the_same_picture(tmp_path):
    run = orphan_run()
    export(run, tmp_path / "a.svg", width=800)
    source = (tmp_path / "a.svg").read_bytes()
    assert b"<title>A message overtakes the marker</title>" in source
    assert b"<text" not in source  # outlines: no font is needed to read it
    renderer = QSvgRenderer(QByteArray(source))
    view = export_view(run, width=800)
    drawn = QImage(int(view.width), int(view.height), QImage.Format.Format_RGB32)
    drawn.fill(0xFF00FF)
    painter = QPainter(drawn)
    renderer.render(painter)
    painter.end()
    straight = as_array(image(spacetime(run, view), LIGHT))
    assert np.abs(as_array(drawn).astype(int) - straight).mean() < 2.0


def test_that_a_pdf_is_one_page_of_the_right_size_with_embedded_fonts(tmp_path):
    export(ring_run(), tmp_path / "a.pdf", width=960, dpi=96)
    source = (tmp_path / "a.pdf").read_bytes()
    assert source.startswith(b"%PDF-1")
    found = re.search(rb"/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)", source)
    assert float(found[1]) == pytest.approx(720, abs=1)
    assert len(re.findall(rb"/Type /Page\b(?!s)", source)) == 1
    assert b"Inter-" in source and b"/FontFile2" in source
    assert b"/CreationDate" not in source and b"/ToUnicode" in source


@pytest.mark.skipif(not os.path.exists("/usr/bin/pdftotext"), reason="pdftotext not installed")
def test_that_the_words_of_a_pdf_can_be_searched(tmp_path):
    export(orphan_run(), tmp_path / "a.pdf")
    command = ["/usr/bin/pdftotext", str(tmp_path / "a.pdf"), "-"]
    words = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    words = re.sub(r"\s", " ", words)
    for expected in ("$7", "+0 ms", "200", "S1 inconsistent", "Σ 2 003 ≠ 2 000"):
        assert expected in words


@pytest.mark.parametrize("name", ["a.jpg", "a", "a.", "a.docx"])
def test_that_an_unknown_ending_is_refused_in_words(tmp_path, name):
    with pytest.raises(ExportError, match=r"use \.png, \.svg, \.pdf, \.tex, \.gif or \.mp4"):
        export(ring_run(), tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"width": 0}, "width 0 is out of range"),
        ({"width": 10**6}, "use 120 to 20000"),
        ({"dpi": 1}, "dpi 1 is out of range"),
        ({"theme": "sepia"}, "no theme 'sepia'; use light or dark"),
        ({"from_us": 300_000, "to_us": 200_000}, "from 300 ms to 200 ms is empty"),
        ({"from_us": -1}, "is empty"),
        ({"from_us": 480_000}, "inside the run, 0 to 480 ms"),
    ],
)
def test_that_impossible_wishes_are_refused_in_words(tmp_path, fields, words):
    with pytest.raises(ExportError, match=words):
        export(ring_run(), tmp_path / "a.png", **fields)
    assert not list(tmp_path.iterdir())


def test_that_a_place_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(ExportError, match="nowhere.*cannot be written"):
        export(ring_run(), tmp_path / "nowhere" / "a.png", width=300)
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(ExportError, match=r"folder\.png: cannot be written"):
        export(ring_run(), tmp_path / "folder.png", width=300)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.png"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_that_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch, step):
    target = tmp_path / "a.svg"
    target.write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(ExportError, match="No space left on device"):
        export(ring_run(), target)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.svg"]


def test_that_an_existing_file_is_replaced_and_keeps_its_permissions(tmp_path):
    target = tmp_path / "a.svg"
    target.write_text("old")
    target.chmod(0o640)
    export(ring_run(), target)
    assert target.read_bytes().startswith(b"<?xml")
    assert sys.platform == "win32" or target.stat().st_mode & 0o777 == 0o640


def test_that_two_exports_of_one_run_are_the_same_file(tmp_path):
    for ending in ("png", "svg"):
        export(ring_run(), tmp_path / f"one.{ending}", width=500)
        export(ring_run(), tmp_path / f"two.{ending}", width=500)
        one, two = (tmp_path / f"{name}.{ending}" for name in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_that_more_processes_make_a_higher_picture():
    heights = [picture_height(count) for count in (1, 2, 4, 12, 100)]
    assert heights == sorted(heights)
    assert heights[0] < 400 and heights[-1] > 3000
    assert picture_height(4, 480) < picture_height(4)


def test_that_missing_system_libraries_are_named_for_apt():
    error = ImportError("libEGL.so.1: cannot open shared object file", name="PySide6.QtGui")
    words = str(missing_libraries(error))
    assert "apt-get install" in words and SYSTEM_LIBRARIES in words and "libEGL.so.1" in words
    assert "\n" not in words


def test_that_missing_pyside_is_named_for_pip():
    error = ModuleNotFoundError("No module named 'PySide6'", name="PySide6")
    assert "pip install PySide6-Essentials" in str(missing_libraries(error))
    assert isinstance(missing_libraries(error), GraphicsMissing)


def test_that_a_display_is_looked_for_only_on_linux(monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_display()
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.delenv("WAYLAND_DISPLAY")
    assert has_display()


def test_that_exporting_works_in_a_fresh_process_without_a_display(tmp_path, root):
    code = (
        "import sys; from tests.diagram.sample_runs import ring_run\n"
        "from snapviz.render.export import export\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)\n"
        f"export(ring_run(), {str(tmp_path / 'a.png')!r}, width=400)\n"
    )
    removed = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in removed}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert QImage(str(tmp_path / "a.png")).width() == 400


def test_that_a_narrow_picture_is_not_much_taller_than_wide():
    view = export_view(ring_run(), width=500)
    assert view.height < 1.3 * view.width
    assert replace(view, width=1600) != view


def test_that_a_range_ends_with_the_run():
    assert export_view(ring_run(), to_us=ms(9000)).to_us == ms(480)


def test_that_an_image_without_end_is_refused_in_words(tmp_path):
    with pytest.raises(ExportError, match="pixels large is too large; use a smaller width"):
        export(quiet_run(1000), tmp_path / "a.png", width=20_000, dpi=1000)
