"""The map below the diagram stands where the play-head stands."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from snapviz.ui.transport.minimap import Minimap
from tests.ui.settling import settle


def test_that_another_theme_leaves_the_minimap_at_the_play_head(window):
    minimap = window.findChild(Minimap)
    window.playback.scrub(200_000)
    before = minimap.value(), minimap.x_of(minimap._time_us)
    assert before[0] == window.playback.rows > 0
    window.appearance.set_theme("dark")
    QApplication.processEvents()
    assert (minimap.value(), minimap.x_of(minimap._time_us)) == before


def test_that_an_edit_that_leaves_fewer_rows_does_not_move_the_play_head(window):
    playback, editor = window.playback, window.bench.editor
    end_us = playback.end_us
    playback.to_end()
    rows = playback.row_count
    assert editor.edit(lambda s: replace(s, script=s.script[1:]), "Delete the first action")
    settle(window)
    assert playback.row_count < rows
    assert playback.time_us == end_us
    assert window.findChild(Minimap).value() == playback.row_count
