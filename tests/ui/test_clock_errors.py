"""The dock of clock errors: exact lines, bounds, a play-head in step, and a late plotting library."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from snapviz.diagram.theme import DARK, LIGHT
from snapviz.resources import scenarios_folder
from snapviz.scenario import edits
from snapviz.study.clock_errors import ClockErrors, synchronisations
from tests.ui.settling import settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(open_window, qtbot):
    """The window on a shipped scenario, with the dock of clock errors in front."""

    def open_it(start: str):
        (path,) = scenarios_folder().glob(f"{start}-*.snapviz.json")
        window = open_window(path)
        show(window, qtbot)
        return window

    return open_it


def show(window, qtbot):
    window.dock["clockErrors"].toggleViewAction().trigger()
    panel = window.dock["clockErrors"].widget()
    qtbot.waitUntil(lambda: panel._plot is not None and bool(panel._plot._items), timeout=20_000)
    qtbot.waitUntil(lambda: not panel._plot.viewport().visibleRegion().isEmpty())
    panel._plot.grab()  # the axes take their room when they are painted
    return panel


def panel_of(window):
    return window.dock["clockErrors"].widget()


def plotted(window) -> list[tuple[str, list]]:
    """(colour, corners in microseconds) of every line across the run."""
    import pyqtgraph as pg

    curves = [i for i in panel_of(window)._plot._items if type(i) is pg.PlotCurveItem]
    found = []
    for curve in curves:
        if curve.opts["connect"] == "pairs":
            continue
        times, errors = curve.getData()
        corners = [(round(t * 1000), round(e * 1000)) for t, e in zip(times, errors, strict=True)]
        found.append((curve.opts["pen"].color().name(), corners))
    return found


def bars(window) -> list[tuple[float, float, float]]:
    """(time, low, high) of every bound, in milliseconds."""
    import pyqtgraph as pg

    curves = [i for i in panel_of(window)._plot._items if type(i) is pg.PlotCurveItem]
    found = []
    for curve in curves:
        if curve.opts["connect"] == "pairs":
            times, ends = curve.getData()
            found += zip(times[::2].tolist(), ends[::2].tolist(), ends[1::2].tolist(), strict=True)
    return found


def head_ms(window) -> float:
    return panel_of(window)._plot._head.value()


def test_that_the_plotting_library_waits_for_the_dock(root):
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from snapviz.app import open_window\n"
        "from snapviz.resources import scenarios_folder\n"
        "(path,) = scenarios_folder().glob('18-*')\n"
        "window = open_window(path)\n"
        "window.grab()\n"
        "for _ in range(20): QApplication.processEvents()\n"
        "print('pyqtgraph' in sys.modules)\n"
        "window.dock['clockErrors'].toggleViewAction().trigger()\n"
        "panel = window.dock['clockErrors'].widget()\n"
        "while panel._plot is None: QApplication.processEvents()\n"
        "print('pyqtgraph' in sys.modules)\n"
    )
    words = [sys.executable, "-c", program]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_that_it_is_hidden_until_asked_for_and_then_in_front(window, qtbot):
    dock = window.dock["clockErrors"]
    assert dock.isHidden() and dock.windowTitle() == "Clock errors"
    panel = show(window, qtbot)
    assert not dock.visibleRegion().isEmpty() and panel.seen


@pytest.mark.parametrize("name", ["clockErrors", "compare", "sweep"])
@pytest.mark.parametrize("how", ["by its menu", "by a script"])
def test_that_a_dock_below_gets_its_share_of_the_height(window, qtbot, name, how):
    dock = window.dock[name]
    if how == "by a script":
        dock.show()
    else:
        dock.toggleViewAction().trigger()
    room = window.height()
    qtbot.waitUntil(lambda: 0.35 * room <= dock.height() <= 0.45 * room)
    assert window.central.view.height() > 0.2 * room


def test_that_a_height_that_a_person_chose_is_left_alone(window, qtbot):
    first, second = window.dock["clockErrors"], window.dock["sweep"]
    first.show()
    qtbot.waitUntil(lambda: first.height() > 0.35 * window.height())
    window.resizeDocks([first], [round(0.3 * window.height())], Qt.Orientation.Vertical)
    QApplication.processEvents()
    assert first.height() < 0.35 * window.height()
    chosen = window.central.height()
    second.show()
    second.raise_()
    QApplication.processEvents()
    assert window.central.height() == chosen


@pytest.mark.parametrize("start", ["14", "15", "18"])
def test_that_lines_and_bounds_are_exact(opened, start):
    window = opened(start)
    run = window.files.document.run
    assert plotted(window) == [
        (LIGHT.process(p), corners) for p, corners in enumerate(ClockErrors(run).lines())
    ]
    expected = {
        (e.at_us / 1000, (e.doubled_us - e.sample.delay_us) / 2000,
         (e.doubled_us + e.sample.delay_us) / 2000)
        for made in synchronisations(run)
        for e in made.estimates
    }  # fmt: skip
    assert set(bars(window)) == expected


def test_that_the_table_says_what_each_synchronisation_did(opened):
    assert panel_of(opened("16")).texts == [
        ["P3", "Cristian ×1", "0", "0 → 0", "✓ ±20"],
        ["P2", "Cristian ×1", "+20", "0 → +20", "✓ ±30"],
    ]


def test_that_berkeleys_server_has_no_bound(opened):
    assert panel_of(opened("17")).texts == [
        ["P1", "Berkeley", "+5", "0 → +5", "–"],
        ["P2", "Berkeley ×1", "−20", "+25 → +5", "✓ ±10"],
        ["P3", "Berkeley ×1", "+15", "−10 → +5", "✓ ±10"],
    ]


def test_that_a_bound_that_does_not_hold_is_said(open_window, write, ring_scenario, qtbot):
    clock = {"drift_ppm": -900_000}
    scenario = ring_scenario(
        processes=[{"id": "S"}, {"id": "C", "clock": clock}],
        channels=[
            {"from": "C", "to": "S", "delay": {"kind": "fixed", "ms": 0}},
            {"from": "S", "to": "C", "delay": {"kind": "fixed", "ms": 40}},
        ],
        script=[{"at_ms": 0, "action": "sync-clocks", "method": "ntp"}],
    )
    panel = show(open_window(write(scenario)), qtbot)
    assert [row[-1] for row in panel.texts] == ["✗ ±2"]


def test_that_a_slew_under_way_has_no_error_after_it(opened):
    window = opened("18")
    rows = panel_of(window).texts
    assert rows[0] == ["P2", "Cristian ×1", "−1.4", "+1.6 → +0.48", "✓ ±10.2"]
    window.bench.editor.edit(
        lambda s: edits.replace_action(s, 0, _slow(s.script[0])), "Slew slowly"
    )
    assert panel_of(window).texts[0][3] == "+1.6 → –"


def _slow(action):
    from dataclasses import replace

    return replace(action, slew_ppb=1_000, every_us=None)


@pytest.fixture
def every_move_counts():
    """pyqtgraph passes over moves that follow one another faster than a hand can."""
    import pyqtgraph as pg

    before = pg.getConfigOption("mouseRateLimit")
    pg.setConfigOption("mouseRateLimit", -1)
    yield
    pg.setConfigOption("mouseRateLimit", before)


def test_that_the_play_head_is_in_step_both_ways(opened, every_move_counts):
    window = opened("18")
    window.playback.scrub(450_000)
    QApplication.processEvents()
    assert head_ms(window) == 450.0
    plot = panel_of(window)._plot
    box = plot.box

    def spot(ms: float):
        (low, high) = box.viewRange()[1]
        scene = box.mapViewToScene(QPointF(ms, low + 0.93 * (high - low)))
        return plot.mapFromScene(scene)

    start, end = spot(450), spot(250)
    QTest.mouseMove(plot.viewport(), start)
    QTest.mousePress(plot.viewport(), LEFT, pos=start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(plot.viewport(), start + (end - start) * part)
        QApplication.processEvents()
    QTest.mouseRelease(plot.viewport(), LEFT, pos=end)
    assert abs(window.playback.time_us - 250_000) < 5_000
    assert abs(head_ms(window) * 1000 - window.playback.time_us) < 1


def test_that_the_legend_tells_the_errors_at_the_play_head(opened):
    window = opened("18")
    legend = panel_of(window)._legend
    window.playback.scrub(0)
    QApplication.processEvents()
    assert legend.texts == ["P1 0 ms", "P2 0 ms", "P3 0 ms"]
    window.playback.scrub(50_000)
    QApplication.processEvents()
    assert legend.texts == ["P1 0 ms", "P2 +1 ms", "P3 −1 ms"]


def test_that_a_click_on_a_row_takes_the_play_head_there(opened):
    window = opened("17")
    table = panel_of(window)._table
    QTest.mouseClick(table, LEFT, pos=table.row_rect(1).center())
    assert window.playback.time_us == 150_000


def test_that_it_follows_a_clock_while_it_is_dragged(opened):
    window = opened("14")
    editor = window.bench.editor
    assert editor.preview(lambda s: edits.set_clock(s, "P3", offset_us=3_000), "Set clock")
    QApplication.processEvents()
    assert plotted(window)[2][1] == [(0, 3_000), (320_000, 3_000)]
    editor.cancel()
    QApplication.processEvents()
    assert plotted(window)[2][1] == [(0, -14_000), (320_000, -14_000)]


def test_that_it_follows_the_theme_and_the_language(opened):
    window = opened("15")
    window._choose_theme("dark")
    plot = panel_of(window)._plot
    assert plot.backgroundBrush().color() == QColor(DARK.background)
    assert plotted(window)[1][0] == DARK.process(1)
    window._choose_theme("light")
    window._choose_language("zh_CN")
    settle(window)
    assert window.dock["clockErrors"].windowTitle() == "时钟误差"
    assert "误差" in plot.axes["left"].labelText


def test_that_right_clocks_are_said_to_be_right(window, qtbot):
    panel = show(window, qtbot)
    note = panel.findChild(QLabel, "clockErrors.note")
    assert note.isVisible() and note.text().startswith("All clocks are right, all the time.")
    assert "Synchronize Clocks" in note.text()
    assert panel.texts == [] and not panel._below.isVisible()


def test_that_without_a_document_nothing_is_plotted_and_nothing_breaks(open_window, qtbot):
    window = open_window()
    panel = panel_of(window)
    assert panel._plot is None and panel.texts == []


def test_that_the_plot_is_taken_along_as_a_figure(opened, qtbot, tmp_path):
    window = opened("17")
    tools = panel_of(window).tools
    QTest.mouseClick(tools.copy_button, LEFT)
    assert QGuiApplication.clipboard().image().width() == 2 * 960
    tools.write(tmp_path / "clocks.svg")
    qtbot.waitUntil(lambda: tools.job.idle, timeout=20_000)
    assert 'viewBox="0 0 960 480"' in (tmp_path / "clocks.svg").read_text()
    tools.write(tmp_path / "nowhere" / "clocks.svg")
    qtbot.waitUntil(lambda: tools.job.idle, timeout=20_000)
    told = [label.text() for label in window.central.messages.findChildren(QLabel)]
    assert "That cannot be written." in told
