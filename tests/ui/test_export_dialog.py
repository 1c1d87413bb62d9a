"""The export dialog: beside the window, its preview, its file."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QPlainTextEdit, QSpinBox


@pytest.fixture
def dialog(window, trigger):
    trigger(window, "export")
    shown = window.findChild(QDialog, "dialog.export")
    yield shown
    shown.close()


def choose(dialog, name: str, data) -> None:
    box = dialog.findChild(QComboBox, f"export.{name}")
    box.setCurrentIndex(box.findData(data))


def picture(dialog) -> QImage:
    dialog._show_preview()
    return dialog._preview._image.copy()


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


def test_that_the_visible_part_can_be_exported(window, dialog, trigger):
    trigger(window, "zoomIn")
    trigger(window, "export")
    choose(dialog, "range", "visible")
    visible = window.central.view.visible_range()
    choice = dialog.form.choice
    assert (choice.from_us, choice.to_us) == visible
    choose(dialog, "range", "whole")
    assert (dialog.form.choice.from_us, dialog.form.choice.to_us) == (0, 480_000)


@pytest.mark.parametrize(("ending", "start"), [(".png", b"\x89PNG"), (".pdf", b"%PDF")])
def test_that_a_picture_is_written(window, dialog, tmp_path, ending, start):
    choose(dialog, "format", ending)
    dialog.findChild(QSpinBox, "export.width").setValue(900)
    dialog.ask_place()
    place = dialog.findChild(QFileDialog, "dialog.exportPlace")
    assert place.isVisible()
    place.fileSelected.emit(str(tmp_path / "picture"))
    place.reject()
    written = tmp_path / f"picture{ending}"
    assert written.read_bytes().startswith(start)
    assert not dialog.isVisible()
    assert window.findChild(QLabel, "messages.text").text() == f"Wrote picture{ending}"


def test_that_the_png_is_as_wide_as_asked_for(dialog, tmp_path):
    dialog.findChild(QSpinBox, "export.width").setValue(900)
    dialog.write(tmp_path / "wide.png")
    image = QImage(str(tmp_path / "wide.png"))
    assert image.width() == 900
    assert len({image.pixel(x, image.height() // 2) for x in range(900)}) > 5


def test_that_a_failed_export_is_told_in_the_dialog(window, dialog, tmp_path):
    dialog.write(tmp_path / "no-such-folder" / "picture.png")
    assert dialog.isVisible()
    assert dialog._messages.isVisible()
    lines = dialog.findChild(QPlainTextEdit, "messages.lines").toPlainText()
    assert "no-such-folder" in lines
