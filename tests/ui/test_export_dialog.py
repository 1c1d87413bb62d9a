"""The export dialog: beside the window, its preview, its files, written with mouse and keys."""

import os
from types import SimpleNamespace

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
)

from snapviz.diagram.captions import protocol_names
from snapviz.documents import load_scenario
from snapviz.formats.run_files import run_text
from snapviz.render import mp4
from snapviz.simulation import simulate
from snapviz.ui.copy_image import copy_image
from snapviz.ui.dialogs import export_form
from snapviz.ui.spacetime.words import translated

needs_encoder = pytest.mark.skipif(
    not mp4.is_installed(), reason="the extra 'video' (imageio-ffmpeg) is not installed"
)
KINDS = [
    ("PNG", ".png", b"\x89PNG"),
    ("SVG", ".svg", b"<?xml"),
    ("PDF", ".pdf", b"%PDF"),
    ("TikZ", ".tex", b"% A ring of banks"),
    ("GIF", ".gif", b"GIF89a"),
    pytest.param("MP4", ".mp4", b"ftyp", marks=needs_encoder),
]


@pytest.fixture
def dialog(window, trigger, qtbot):
    trigger(window, "export")
    shown = window.findChild(QDialog, "dialog.export")
    yield shown
    shown.close()
    qtbot.waitUntil(lambda: not shown.job.busy)


@pytest.fixture
def write_and_wait(dialog, qtbot):
    def write(path) -> None:
        dialog.write(path)
        qtbot.waitUntil(lambda: not dialog.job.busy, timeout=20_000)

    return write


def choose(dialog, name: str, data) -> None:
    box = dialog.findChild(QComboBox, f"export.{name}")
    box.setCurrentIndex(box.findData(data))


def number(dialog, name: str, value: int) -> None:
    dialog.findChild(QSpinBox, f"export.{name}").setValue(value)


def button(dialog, name: str) -> QPushButton:
    return dialog.findChild(QPushButton, f"export.{name}")


def picture(dialog) -> QImage:
    dialog._show_preview()
    return dialog._preview._image.copy()


def pick(qtbot, box: QComboBox, text: str) -> None:
    """Choose with the keys, as a person does."""
    box.setFocus()
    for _ in range(box.findText(text) - box.currentIndex()):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def retype(qtbot, box: QSpinBox, text: str) -> None:
    qtbot.mouseDClick(box.lineEdit(), Qt.MouseButton.LeftButton)
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Tab)


def type_name(qtbot, place: QFileDialog, path: str) -> None:
    """Type a file name and press Return, again while Qt's dialog still reads the folder."""
    name, chosen = place.findChild(QLineEdit), []
    place.fileSelected.connect(chosen.append)
    name.selectAll()
    qtbot.keyClicks(name, path)

    def is_accepted() -> bool:
        if not chosen:
            name.completer().popup().hide()
            qtbot.keyClick(name, Qt.Key.Key_Return)
        return bool(chosen)

    qtbot.waitUntil(is_accepted)


def test_that_the_dialog_does_not_block_the_window(window, dialog, trigger):
    assert dialog.isVisible() and not dialog.isModal()
    trigger(window, "stepForward")
    assert window.playback.rows == 1


def test_that_the_preview_shows_the_choice(dialog):
    light = picture(dialog)
    assert light.width() == 1000
    choose(dialog, "theme", "dark")
    dark = picture(dialog)
    assert light.pixelColor(2, 2).lightness() > 200
    assert dark.pixelColor(2, 2).lightness() < 60
    dialog.form.legend.setChecked(False)
    assert picture(dialog) != dark


def test_that_the_preview_of_a_film_plays_and_ends_with_the_dialog(dialog, qtbot):
    choose(dialog, "format", ".gif")
    first = picture(dialog)
    qtbot.waitUntil(lambda: dialog._preview._image != first, timeout=5000)
    assert dialog._projector.running
    choose(dialog, "format", ".png")
    picture(dialog)
    assert not dialog._projector.running
    choose(dialog, "format", ".gif")
    picture(dialog)
    dialog.close()
    assert not dialog._projector.running


def test_that_the_visible_part_can_be_exported(window, dialog, trigger):
    trigger(window, "zoomIn")
    trigger(window, "export")
    choose(dialog, "range", "visible")
    visible = window.central.view.visible_range()
    wishes = dialog.form.choice.wishes
    assert (wishes.from_us, wishes.to_us) == visible
    choose(dialog, "range", "whole")
    wishes = dialog.form.choice.wishes
    assert (wishes.from_us, wishes.to_us) == (None, None)


def test_that_only_films_are_asked_for_seconds_and_frames(dialog):
    seconds = dialog.findChild(QSpinBox, "export.seconds")
    fps = dialog.findChild(QSpinBox, "export.fps")
    for ending in (".png", ".svg", ".pdf", ".tex"):
        choose(dialog, "format", ending)
        assert not seconds.isVisible() and not fps.isVisible()
    choose(dialog, "format", ".gif")
    assert seconds.isVisible() and fps.isVisible()
    assert (seconds.value(), fps.value(), fps.maximum()) == (8, 12, 50)
    fps.setValue(20)
    choose(dialog, "format", ".mp4")
    assert (fps.value(), fps.maximum()) == (30, 60)
    choose(dialog, "format", ".gif")
    assert fps.value() == 20


def test_that_the_future_of_a_film_is_chosen_and_seen(window, dialog, trigger, qtbot):
    future = dialog.findChild(QComboBox, "export.future")
    assert not future.isVisible()
    pick(qtbot, dialog.form.format, "GIF")
    assert future.isVisible() and future.currentText() == "Faint"
    faint = picture(dialog)
    pick(qtbot, future, "Hidden")
    assert dialog.form.choice.wishes.future == "hidden"
    qtbot.waitUntil(lambda: dialog._preview._image != faint)
    dialog._projector.stop()
    inks = [ink(faint), ink(dialog._preview._image)]
    assert inks[1] < 0.7 * inks[0]
    dialog.close()
    trigger(window, "future.shown")
    assert future.currentText() == "Shown"
    trigger(window, "future.faint")


def ink(film: QImage) -> int:
    """How many pixels are no paper."""
    paper = film.pixel(2, 2)
    return sum(film.pixel(x, y) != paper for x in range(0, 1000, 2) for y in range(90, 400, 2))


def test_that_a_film_is_written_with_the_future_chosen(dialog, write_and_wait, tmp_path):
    choose(dialog, "format", ".gif")
    for name, value in (("width", 300), ("seconds", 1), ("fps", 2)):
        number(dialog, name, value)
    for mode in ("shown", "hidden"):
        choose(dialog, "future", mode)
        write_and_wait(tmp_path / f"{mode}.gif")
    colors = []
    for mode in ("shown", "hidden"):
        with Image.open(tmp_path / f"{mode}.gif") as film:
            pixels = film.convert("RGB")
            colors.append(sum(n for n, color in pixels.getcolors(99_999) if color != (255,) * 3))
    assert colors[1] < 0.7 * colors[0]


@pytest.mark.parametrize(("kind", "ending", "mark"), KINDS)
def test_that_mouse_and_keys_write_every_kind(window, dialog, qtbot, tmp_path, kind, ending, mark):
    pick(qtbot, dialog.form.format, kind)
    assert dialog.form.choice.ending == ending
    retype(qtbot, dialog.form.width_px, "500")
    if dialog.form.choice.is_film:
        retype(qtbot, dialog.form.seconds, "1")
    qtbot.mouseClick(button(dialog, "save"), Qt.MouseButton.LeftButton)
    place = dialog.findChild(QFileDialog, "dialog.exportPlace")
    assert place.isVisible()
    type_name(qtbot, place, str(tmp_path / "picture"))
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    written = tmp_path / f"picture{ending}"
    assert mark in written.read_bytes()[:24]
    assert window.findChild(QLabel, "messages.text").text() == f"Wrote picture{ending}"


def test_that_the_png_is_as_wide_as_asked_for(dialog, write_and_wait, tmp_path):
    number(dialog, "width", 900)
    write_and_wait(tmp_path / "wide.png")
    image = QImage(str(tmp_path / "wide.png"))
    assert image.width() == 900
    assert len({image.pixel(x, image.height() // 2) for x in range(900)}) > 5


def test_that_a_gif_has_the_frames_asked_for(dialog, write_and_wait, tmp_path):
    choose(dialog, "format", ".gif")
    for name, value in (("width", 300), ("seconds", 2), ("fps", 8)):
        number(dialog, name, value)
    write_and_wait(tmp_path / "film.gif")
    with Image.open(tmp_path / "film.gif") as film:
        assert (film.width, film.n_frames) == (300, 14)


def test_that_a_failed_export_is_told_in_the_dialog(dialog, write_and_wait, tmp_path):
    write_and_wait(tmp_path / "no-such-folder" / "picture.png")
    assert dialog.isVisible()
    assert dialog._messages.isVisible()
    lines = dialog.findChild(QPlainTextEdit, "messages.lines").toPlainText()
    assert "no-such-folder" in lines
    assert button(dialog, "save").isEnabled()


@pytest.mark.parametrize("ending", [".gif", pytest.param(".mp4", marks=needs_encoder)])
def test_that_writing_a_film_can_be_cancelled(window, dialog, qtbot, tmp_path, ending, trigger):
    choose(dialog, "format", ending)
    number(dialog, "seconds", 60)
    dialog.write(tmp_path / f"film{ending}")
    progress = dialog.findChild(QProgressBar, "export.progress")
    qtbot.waitUntil(lambda: progress.value() > 5, timeout=20_000)
    assert progress.isVisible() and not dialog.form.isEnabled()
    assert len(os.listdir(tmp_path)) == 2  # the scenario is there too
    trigger(window, "stepForward")  # the window works on
    assert window.playback.rows == 1
    assert button(dialog, "close").text() == "Cancel"
    qtbot.mouseClick(button(dialog, "close"), Qt.MouseButton.LeftButton)
    assert not dialog.job.busy and dialog.isVisible() and dialog.form.isEnabled()
    assert not progress.isVisible()
    assert os.listdir(tmp_path) == ["ring.snapviz.json"]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_hiding_the_dialog_stops_the_writing(dialog, qtbot, tmp_path):
    choose(dialog, "format", ".gif")
    dialog.write(tmp_path / "film.gif")
    qtbot.waitUntil(lambda: len(os.listdir(tmp_path)) == 2)
    dialog.hide()
    assert not dialog.job.busy
    assert os.listdir(tmp_path) == ["ring.snapviz.json"]


def test_that_a_film_is_written_one_frame_a_turn(dialog, qtbot, tmp_path, monkeypatch):
    """Between two frames the event loop turns."""
    from snapviz.render.frames import Frames

    choose(dialog, "format", ".gif")
    number(dialog, "width", 300)
    number(dialog, "seconds", 1)
    painted, turns = [], []
    image = Frames.image

    def counted(self, index):
        painted.append(len(turns))
        return image(self, index)

    monkeypatch.setattr(Frames, "image", counted)
    dialog.job.progressed.connect(lambda _: turns.append(True))
    dialog.write(tmp_path / "film.gif")
    qtbot.waitUntil(lambda: not dialog.job.busy, timeout=20_000)
    assert len(painted) == 3 + 12
    assert len(set(painted)) == len(painted)


def test_that_mp4_without_its_encoder_says_how_to_get_it(dialog, monkeypatch, qtbot):
    monkeypatch.setattr(export_form, "is_installed", lambda: False)
    note = dialog.findChild(QLabel, "export.note")
    choose(dialog, "format", ".mp4")
    assert note.isVisible() and "pip install 'snapviz[video]'" in note.text()
    assert not button(dialog, "save").isEnabled()
    choose(dialog, "format", ".gif")
    assert not note.isVisible() and button(dialog, "save").isEnabled()


def test_that_the_diagram_as_shown_goes_to_the_clipboard(window, trigger):
    window.playback.scrub(200_000)
    trigger(window, "zoomIn")
    view, theme = window.central.view, window.appearance.theme
    made = copy_image(view, theme, window.central.view._run)
    pasted = QGuiApplication.clipboard().image()
    assert pasted.size() == made.size() == view.size() * 2
    assert pasted.dotsPerMeterX() == round(192 / 0.0254)
    QApplication.processEvents()
    shown = view.grab().toImage().scaled(made.size())
    same = sum(
        made.pixelColor(x, y).lightness() - shown.pixelColor(x, y).lightness() in range(-40, 41)
        for x in range(0, made.width(), 7)
        for y in range(0, made.height(), 7)
    )
    count = len(range(0, made.width(), 7)) * len(range(0, made.height(), 7))
    assert same / count > 0.98
    assert copy_image(view, theme, None) is None


def test_that_chinese_words_are_drawn_in_the_export(window, dialog, write_and_wait, tmp_path):
    window.appearance.set_language("zh_CN")
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    choose(dialog, "format", ".tex")
    write_and_wait(tmp_path / "picture.tex")
    source = (tmp_path / "picture.tex").read_text(encoding="utf-8")
    assert "\\svhan{6D88}{消}{\\svglyph" in source
    asked = [SimpleNamespace(protocol=name) for name in ("naive-poll", "chandy-lamport")]
    assert (
        protocol_names(SimpleNamespace(snapshots=asked), translated) == "朴素轮询; Chandy–Lamport"
    )
    window.appearance.set_language("en")


@pytest.mark.parametrize(
    ("kind", "ending", "start"),
    [("CSV", ".csv", b"process,index,"), ("ShiViz", ".log", b'P1 {"P1"')],
)
def test_that_the_run_is_written_as_data(window, dialog, qtbot, tmp_path, kind, ending, start):
    pick(qtbot, dialog.form.format, kind)
    form, run = dialog.form, window.bench.editor.run
    looks = (form.theme, form.stretch, form.width_px, form.dpi, form.legend, form.caption)
    assert not any(part.isVisible() for part in (*looks, form.votes, form.future))
    assert form.about.isVisible() and "vector clock" in form.about.text()
    lines = dialog.findChild(QPlainTextEdit, "export.lines")
    qtbot.waitUntil(lambda: lines.toPlainText().encode().startswith(start))
    assert lines.isVisible() and not dialog._preview.isVisible()
    qtbot.mouseClick(button(dialog, "save"), Qt.MouseButton.LeftButton)
    place = dialog.findChild(QFileDialog, "dialog.exportPlace")
    type_name(qtbot, place, str(tmp_path / "run"))
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    written = tmp_path / f"run{ending}"
    assert written.read_text(encoding="utf-8") == run_text(run, written)
    assert written.read_bytes().startswith(start)
    window.open(written)
    qtbot.waitUntil(lambda: window.files.document.is_log)
    assert window.bench.editor.run.computation.event_count == run.computation.event_count


def test_that_the_choices_of_pictures_come_back_after_data(dialog):
    choose(dialog, "format", ".csv")
    assert button(dialog, "save").text() == "&Save file…"
    choose(dialog, "format", ".png")
    form = dialog.form
    assert form.theme.isVisible() and form.caption.isVisible() and not form.about.isVisible()
    assert button(dialog, "save").text() == "&Save picture…"
    picture(dialog)
    assert dialog._preview.isVisible() and not dialog._lines.isVisible()


def test_that_data_that_cannot_be_written_is_told_in_the_dialog(dialog, write_and_wait, tmp_path):
    choose(dialog, "format", ".csv")
    write_and_wait(tmp_path / "no-such-folder" / "run.csv")
    assert dialog.isVisible() and dialog._messages.isVisible()
    assert "no-such-folder" in dialog.findChild(QPlainTextEdit, "messages.lines").toPlainText()
    assert "The file was not written." in [
        label.text() for label in dialog._messages.findChildren(QLabel)
    ]


def test_that_only_the_start_of_a_large_run_is_previewed(root):
    run = simulate(load_scenario(root / "scenarios" / "08-bank-of-twelve.snapviz.json"))
    assert run.computation.event_count > 20
    for name in ("x.csv", "x.log"):
        whole, start = run_text(run, name), run_text(run, name, 20)
        assert whole.startswith(start) and start.count("\n") in (21, 40)
