"""What works in the window: the views, the play-head they follow, the document."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from snapviz.diagram.theme import Theme
from snapviz.run import Run
from snapviz.ui.central import CentralArea
from snapviz.ui.docks import on_card
from snapviz.ui.files import Files
from snapviz.ui.main_window import MainWindow
from snapviz.ui.moment import SnapshotTimeline
from snapviz.ui.panels.notes import NotesPanel
from snapviz.ui.panels.snapshots import SnapshotsPanel
from snapviz.ui.playback import Playback
from snapviz.ui.runner import Runner
from snapviz.ui.status_line import StatusLine
from snapviz.ui.topology.view import TopologyView
from snapviz.ui.transport.bar import TransportBar
from snapviz.ui.transport.minimap import Mark
from snapviz.ui.wording import filled
from snapviz.ui.words import moment_sentence, topology_text

NEEDS_RUN = (
    "save", "saveAs", "export", "play", "stepForward", "stepBack", "toStart", "toEnd",
    "slower", "faster", "zoomIn", "zoomOut", "fit",
)  # fmt: skip
NEEDS_DIAGRAM = ("zoomIn", "zoomOut", "fit")


class Workbench(QObject):
    """Fills a window's frame and lets everything in it follow document and play-head."""

    def __init__(self, window: MainWindow):
        super().__init__(window)
        self._window = window
        self._actions = window.actions_
        self._timeline: SnapshotTimeline | None = None
        self._export_dialog = None
        self.playback = Playback(self)
        self.runner = Runner(self)
        self._build()
        self._connect_files()
        self._connect_views()
        self._connect_actions()
        window.appearance.theme_changed.connect(self.set_theme)
        self.set_theme(window.appearance.theme)
        self.set_future(window.settings.future)
        self.retranslate()
        self._enable()

    def _build(self) -> None:
        window, theme = self._window, self._window.appearance.theme
        self.central = CentralArea(theme, window)
        window.setCentralWidget(self.central)
        self._topology = TopologyView(theme, window)
        self._notes = NotesPanel(window)
        self._snapshots = SnapshotsPanel(window)
        contents = (on_card(self._topology), self._notes, self._snapshots)
        for dock, content in zip(window.docks, contents, strict=True):
            dock.setWidget(content)
        self._transport = TransportBar(self.playback, self._actions, window)
        window.bottom_bar.addWidget(self._transport)
        self._status = StatusLine(window)
        window.setStatusBar(self._status)
        # Only the next turn of the event loop knows how much room the new contents ask for.
        QTimer.singleShot(0, window.proportions, window.proportions.balance)
        self.files = Files(window, self.central.messages, window.settings, self.runner)

    def _connect_files(self) -> None:
        self.files.opened.connect(self._show_document)
        self.files.saved.connect(self._show_title)
        self.files.recent_changed.connect(self._window.menus.recent_changed)
        self.runner.progressed.connect(self._status.show_progress)
        self.runner.finished.connect(self._status.hide_progress)
        self.runner.cancelled.connect(self._status.hide_progress)
        self._status.cancelled.connect(self.runner.cancel)

    def _connect_views(self) -> None:
        view, playback = self.central.view, self.playback
        playback.position_changed.connect(self._show_position)
        playback.playing_changed.connect(self._actions.set_playing)
        view.time_dragged.connect(playback.scrub)
        view.range_changed.connect(self._transport.minimap.set_visible_range)
        self.central.page_changed.connect(self._turn_page)

    def _connect_actions(self) -> None:
        view, playback, files = self.central.view, self.playback, self.files
        for name, slot in {
            "open": files.ask_open,
            "save": files.save,
            "saveAs": files.ask_save,
            "export": self.show_export,
            "play": playback.toggle,
            "stepForward": playback.step_forward,
            "stepBack": playback.step_back,
            "toStart": playback.to_start,
            "toEnd": playback.to_end,
            "slower": lambda: playback.change_speed(-1),
            "faster": lambda: playback.change_speed(1),
            "zoomIn": view.zoom_in,
            "zoomOut": view.zoom_out,
            "fit": view.fit,
        }.items():
            self._actions[name].triggered.connect(lambda _=False, s=slot: s())

    def open(self, path: Path) -> None:
        """Open a scenario file; what is wrong with it appears above the diagram."""
        self.files.open(path)
        self._leave_nobody_stranded()

    def open_example(self, path: Path) -> None:
        """Open a shipped scenario as an untitled document."""
        self.files.open_example(path)
        self._leave_nobody_stranded()

    def _leave_nobody_stranded(self) -> None:
        """Without a document there is the start page to go on from."""
        if self.files.document is None and not self.runner.busy:
            self.show_examples()

    def show_examples(self) -> None:
        """Show the shipped scenarios to choose from."""
        page = self.central.start_page
        if not page.property("connected"):
            page.setProperty("connected", True)
            page.example_chosen.connect(lambda example: self.open_example(example.path))
            page.file_wanted.connect(self.files.ask_open)
            page.left.connect(self.central.show_diagram)
        page.set_document_open(self.files.document is not None)
        self.playback.pause()
        self.central.show_start_page()

    def show_export(self) -> None:
        """Show the export dialog beside the window."""
        from snapviz.ui.dialogs.export import ExportDialog

        if self._export_dialog is None:
            self._export_dialog = ExportDialog(self._window, self.central.messages)
            self._export_dialog.set_theme(self._window.appearance.theme)
        visible = self.central.view.visible_range()
        self._export_dialog.show_document(self.files.document, visible)

    def _show_document(self) -> None:
        document = self.files.document
        run: Run = document.run
        self.central.show_diagram()
        self._timeline = SnapshotTimeline(run)
        self.central.view.set_run(run)
        self.central.view.fit()
        self._topology.set_run(run)
        self._notes.show_scenario(document.scenario)
        self._snapshots.set_run(run)
        self._status.show_run(run)
        self._show_marks()
        self.playback.set_run(run.trace.row_time, run.until_us)
        self._transport.run_changed()
        self._show_title()
        self._enable()

    def _show_position(self) -> None:
        rows, time_us = self.playback.rows, self.playback.time_us
        run = self.files.document.run
        moments = self._timeline.at(rows)
        self.central.view.set_position(rows, time_us)
        self._topology.set_position(rows, time_us)
        self._snapshots.show_moments(moments)
        self._status.show_sentence(moment_sentence(moments, run, rows, time_us))
        self._enable_steps()

    def _show_marks(self) -> None:
        run, theme = self.files.document.run, self._window.appearance.theme
        marks = []
        for snapshot in run.snapshots:
            verdict = snapshot.verdict
            failed = verdict is not None and not verdict.sound
            color = theme.bad if failed else theme.snapshot(snapshot.number)
            marks.append(Mark(snapshot.started_us, color, failed))
        self._transport.minimap.set_run(run.trace.row_time, run.until_us, marks)
        self._transport.minimap.set_visible_range(*self.central.view.visible_range())

    def _show_title(self) -> None:
        window, document = self._window, self.files.document
        if document is None:
            window.setWindowTitle("snapviz")
            return
        scenario = document.scenario
        name = document.path.name if document.path else self.tr("example, not saved")
        title = scenario.title or self.tr("Untitled scenario")
        window.setWindowTitle(f"{name if document.path else title} — snapviz")
        window.setWindowFilePath(str(document.path) if document.path else "")
        window.toolbar.title.setText(f"{title} — {name}")
        topology, notes, _ = window.docks
        topology.heading.set_caption(topology_text(scenario))
        notes.heading.set_caption(filled(self.tr("seed %1"), scenario.seed))

    def _turn_page(self, to_start_page: bool) -> None:
        """The start page has the window to itself."""
        proportions = self._window.proportions
        if to_start_page:
            aside: list[QWidget] = [*self._window.docks, self._window.bottom_bar]
            proportions.set_aside(aside)
        else:
            proportions.bring_back()
        self._enable()

    def _enable(self) -> None:
        has_run = self.files.document is not None
        self._actions.enable(NEEDS_RUN, has_run)
        self._transport.setEnabled(has_run)
        if self.central.on_start_page:
            self._actions.enable(NEEDS_DIAGRAM, False)
        if has_run:
            self._enable_steps()

    def _enable_steps(self) -> None:
        playback = self.playback
        self._actions.enable(("stepBack", "toStart"), not playback.at_start)
        self._actions.enable(("stepForward", "toEnd"), not playback.at_end)

    def set_theme(self, theme: Theme) -> None:
        for part in (
            self.central.view,
            self.central.messages,
            self._topology,
            self._snapshots,
            self._transport,
        ):
            part.set_theme(theme)
        if self._export_dialog is not None:
            self._export_dialog.set_theme(theme)
        if self.files.document is not None:
            self._show_marks()
            self._show_position()

    def set_future(self, mode: str) -> None:
        """``shown``, ``faint`` or ``hidden``: what lies after the play-head."""
        self.central.view.set_future(mode)
        self._snapshots.set_future(mode)

    def retranslate(self) -> None:
        self._topology.setAccessibleName(self.tr("Topology"))
        self._show_title()
        if self.files.document is not None:
            self._show_position()
