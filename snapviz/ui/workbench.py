"""What works in the window: the views, the play-head they follow, the document."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from snapviz.diagram.figures import grouped
from snapviz.diagram.theme import Theme
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.run import Run
from snapviz.ui.branches.door import Branches
from snapviz.ui.central import CentralArea
from snapviz.ui.commands import Commands
from snapviz.ui.docks import on_card
from snapviz.ui.editor import Editor
from snapviz.ui.files import Files
from snapviz.ui.furniture import WORKING, furnish
from snapviz.ui.glimpse import Glimpse
from snapviz.ui.limits import MOST_ROWS
from snapviz.ui.logs.door import Logs
from snapviz.ui.logs.reading_only import ReadingOnly
from snapviz.ui.main_window import MainWindow
from snapviz.ui.messages import MessageBar, Refusals
from snapviz.ui.moment import SnapshotTimeline
from snapviz.ui.opening import Opening
from snapviz.ui.panels.notes import NotesPanel
from snapviz.ui.parting import Parting
from snapviz.ui.pictures import Pictures
from snapviz.ui.playback import Playback
from snapviz.ui.presentation import Presentation
from snapviz.ui.progress import Progress
from snapviz.ui.recovery import Recovery
from snapviz.ui.runner import Runner, is_large
from snapviz.ui.search.door import Search
from snapviz.ui.selection import Selection
from snapviz.ui.session import Session
from snapviz.ui.status_line import StatusLine
from snapviz.ui.studies.docks import Studies
from snapviz.ui.titles import show_title
from snapviz.ui.tools import TOOLS, Tools
from snapviz.ui.topology.view import TopologyView
from snapviz.ui.tour.offer import Offers
from snapviz.ui.transport.bar import TransportBar
from snapviz.ui.transport.marks import marks_of
from snapviz.ui.turns import in_turn
from snapviz.ui.whatif.door import ACTIONS, WhatIf
from snapviz.ui.wording import filled
from snapviz.ui.words import Sentence, moment_sentence, protocol_name

if TYPE_CHECKING:
    from snapviz.ui.lessons.door import Lessons
    from snapviz.ui.tour.door import Tour

NEEDS_RUN = (
    "save", "saveAs", "export", "exportGraphml", "copyImage", "play", "stepForward", "stepBack",
    "toStart", "toEnd", "slower", "faster", "continueFromHere", "zoomIn", "zoomOut", "fit", "present",
    "handCut", "compare", "sweep", "states", "differences", "find", "findNext", "findPrevious",
)  # fmt: skip
WANTED = ("compare", "sweep", "states", "differences", "decision", "narrator")
"""Docks that the actions of the same names show."""
ASIDE_MS = 90
NEEDS_DIAGRAM = (
    "zoomIn", "zoomOut", "fit", "handCut", "present", "find", "findNext", "findPrevious",
)  # fmt: skip


class Workbench(QObject):
    """Fills a window's frame and lets everything in it follow document and play-head."""

    def __init__(self, window: MainWindow):
        super().__init__(window)
        self._window = window
        self._actions = window.actions_
        self._timeline: SnapshotTimeline | None = None
        self._closing = False
        self._is_fresh = self._lags = False
        self._aside = QTimer(self)
        self._aside.setSingleShot(True)
        self._aside.setInterval(ASIDE_MS)
        self._aside.timeout.connect(self._catch_up)
        self.playback = Playback(self)
        self.runner = Runner(self)
        messages = MessageBar(window)
        self.editor = Editor(self.runner, Refusals(messages), self)
        self.session = Session(
            self.editor, Selection(self), Tools(self), self.playback, messages, self._actions
        )
        # First of all listeners, so that no panel meets a play-head beyond the run's end.
        self.editor.document_changed.connect(self._document_changed)
        self.editor.run_changed.connect(self._move_play_head)
        self._reading_only = ReadingOnly(window.dock, self._actions, self)
        self.commands = Commands(self.session, self)
        self.parting = Parting(self.session, self)
        self.tour_offers = Offers(window.settings, self)
        self.tour_offers.taken.connect(lambda: self.tour.start())
        self._build()
        self._connect_document()
        self._connect_views()
        self._connect_tools()
        self._connect_actions()
        window.dock["lessons"].visibilityChanged.connect(self._furnish_lessons)
        window.appearance.theme_changed.connect(self.set_theme)
        self.set_theme(window.appearance.theme)
        self.set_future(window.settings.future)
        self._actions["votes"].setChecked(window.settings.votes)
        self.set_votes(window.settings.votes)
        self.retranslate()
        self._enable()
        QTimer.singleShot(0, self, self.recovery.offer)

    @cached_property
    def lessons(self) -> Lessons:
        """Made when somebody wants to see them, or left them open the last time."""
        from snapviz.ui.lessons.door import Lessons

        return Lessons(self._window, self)

    @cached_property
    def tour(self) -> Tour:
        """Made when somebody wants it."""
        from snapviz.ui.tour.door import Tour

        return Tour(self._window, self)

    def offer_tour(self) -> None:
        """Ask above the diagram whether a person who is new would like the tour."""
        self.tour_offers.show(self.central.tour_offer)
        # Who opens something has other plans.
        self.editor.document_changed.connect(self.central.tour_offer.hide)

    def _furnish_lessons(self, seen: bool) -> None:
        dock = self._window.dock["lessons"]
        self._window.proportions.set_reading(not dock.isHidden() and not dock.isFloating())
        if seen:
            self.lessons.furnish()

    def _build(self) -> None:
        window, session = self._window, self.session
        theme = window.appearance.theme
        self.central = CentralArea(theme, window, session=session)
        window.setCentralWidget(self.central)
        self.branches = Branches(session, self.central, self)
        self._topology = TopologyView(theme, window, session=session)
        self._notes = NotesPanel(window)
        self.search = Search(session, self.central, self)
        self.studies = Studies(window, session, self)
        self.logs = Logs(self.central.log_strip, self.central.unread_strip)
        window.dock["topology"].setWidget(on_card(self._topology))
        window.dock["notes"].setWidget(self._notes)
        self._panels = furnish(window, session, self.studies, self.logs)
        self._snapshots, states = self._panels["snapshots"], self._panels["states"]
        self._panels["recovery"].line_changed.connect(self.central.view.set_recovery_line)
        states.cut_wanted.connect(self._show_cut)
        self.central.view.cut_changed.connect(states.show_cut)
        self._transport = TransportBar(self.playback, self._actions, window)
        window.bottom_bar.addWidget(self._transport)
        self._status = StatusLine(window)
        window.setStatusBar(self._status)
        self._presentation = Presentation(window, self.central)
        self.what_if = WhatIf(session, self.central, self)
        self.what_if.moved.connect(self._page_moved)
        # Only the next turn of the event loop knows how much room the new contents ask for.
        QTimer.singleShot(0, window.proportions, window.proportions.balance)
        self.opening = Opening(self)
        self.files = Files(
            window, self.central.messages, window.settings, self.opening, self.editor, self.logs
        )
        self.glimpse = Glimpse(self.opening, self.editor, self.central, self)
        self.pictures = Pictures(window, self)
        self.recovery = Recovery(self.editor, self.central.messages, self)

    def _connect_document(self) -> None:
        editor = self.editor
        editor.run_changed.connect(self._show_run)
        editor.run_changed.connect(self.central.messages.forget_refusal)
        editor.history_changed.connect(self._show_title)
        self.files.saved.connect(self._show_title)
        self.files.recent_changed.connect(self._window.menus.recent_changed)
        self.recovery.restored.connect(self.files.start)
        self.opening.refused.connect(self._leave_nobody_stranded)
        Progress(self._status, self.runner, editor, self.opening)
        for runner in (self.runner, self.opening.runner):
            runner.too_long.connect(lambda: self.session.messages.tell(self._tell_too_long))

    def _tell_too_long(self) -> None:
        text = self.tr("In this run more than %1 things happen, which is too long to show.")
        self.session.messages.problem(
            filled(text, grouped(MOST_ROWS)),
            [self.tr("Shorten the duration, or let the workload act less often.")],
        )

    def _connect_views(self) -> None:
        view, playback = self.central.view, self.playback
        playback.position_changed.connect(self._show_position)
        playback.playing_changed.connect(self._actions.set_playing)
        view.time_dragged.connect(playback.scrub)
        view.range_changed.connect(self._transport.minimap.set_visible_range)
        self.central.page_changed.connect(self._turn_page)

    def _connect_tools(self) -> None:
        tools, toolbar = self.session.tools, self._window.toolbar
        for tool in TOOLS:
            self._actions[f"tool.{tool}"].triggered.connect(lambda _=False, t=tool: tools.choose(t))
        tools.changed.connect(self._show_tool)
        self._show_tool()
        toolbar.offer_protocols(SNAPSHOT_PROTOCOLS, protocol_name, tools.choose_protocol)
        tools.protocol_changed.connect(lambda: toolbar.show_protocol(tools.protocol))
        toolbar.show_protocol(tools.protocol)

    def _show_tool(self) -> None:
        for tool in TOOLS:
            self._actions[f"tool.{tool}"].setChecked(tool == self.session.tools.current)

    def _connect_actions(self) -> None:
        view, files = self.central.view, self.files
        for name, slot in {
            "new": self._new,
            "open": files.ask_open,
            "save": files.save,
            "saveAs": files.ask_save,
            "importGraphml": files.ask_import,
            "exportGraphml": files.ask_export_topology,
            "export": self.pictures.show_export,
            "copyImage": self.pictures.copy,
            "play": lambda: self.player.toggle(),
            "stepForward": lambda: self.player.step_forward(),
            "stepBack": lambda: self.player.step_back(),
            "toStart": lambda: self.player.to_start(),
            "toEnd": lambda: self.player.to_end(),
            "slower": lambda: self.player.change_speed(-1),
            "faster": lambda: self.player.change_speed(1),
            "zoomIn": view.zoom_in,
            "zoomOut": view.zoom_out,
            "fit": self._fit,
            "rename": self._topology.rename_selected,
            "lessons": lambda: self.lessons.show(),
            **{name: self._window.dock[name].show_in_front for name in WANTED},
            "tour": lambda: self.tour.start(),
        }.items():
            self._actions[name].triggered.connect(lambda _=False, s=slot: s())
        self._actions["handCut"].triggered.connect(view.set_hand_cut)
        view.hand_cut_closed.connect(lambda: self._actions["handCut"].setChecked(False))

    def _show_cut(self, counts: tuple[int, ...]) -> None:
        self.central.view.show_cut_of(counts)
        self._actions["handCut"].setChecked(True)

    @property
    def player(self) -> Playback:
        """The play-head that Play and the steps move: the window's, or that of a page."""
        return self.what_if.playback or self.playback

    # Documents

    def open(self, path: Path) -> None:
        """Open a scenario file; what is wrong with it appears above the diagram."""
        self.files.open(path)
        self._leave_nobody_stranded()

    def open_example(self, path: Path) -> None:
        """Open a shipped scenario as an untitled document."""
        self.files.open_example(path)
        self._leave_nobody_stranded()

    def _fit(self) -> None:
        self.central.view.fit()
        self._topology.refit()

    def _new(self) -> None:
        self.files.new()

    def _leave_nobody_stranded(self) -> None:
        """Without a document there is the start page to go on from."""
        if self.files.document is None and not self.opening.busy:
            self.show_examples()

    def may_close(self) -> bool:
        """Whether nothing would be lost; if something would, the person is asked."""
        if self._closing or self.files.document is None or not self.files.document.dirty:
            return True
        self.files.leave(self._close_really)
        return False

    def _close_really(self) -> None:
        self._closing = True
        self._window.close()

    def end(self) -> None:
        """Stop everything that still moves; nothing is left to be restored."""
        self.files.end()
        self.search.end()
        self.playback.pause()
        self.what_if.end()
        if "lessons" in self.__dict__:
            self.lessons.end()
        if "tour" in self.__dict__:
            self.tour.end()
        self.runner.drop()
        self.opening.end()
        self.glimpse.end()
        self.studies.end()
        self.branches.end()
        self._window.proportions.bring_back()
        self._reading_only.bring_back()
        for name in WORKING:
            self._panels[name].end()
        self.recovery.forget()

    def show_examples(self) -> None:
        """Show the shipped scenarios to choose from."""
        page = self.central.start_page
        if not page.property("connected"):
            page.setProperty("connected", True)
            page.example_chosen.connect(lambda example: self.open_example(example.path))
            page.file_wanted.connect(self.files.ask_open)
            page.new_wanted.connect(self._new)
            page.left.connect(self.central.show_diagram)
            self.tour_offers.show(page.tour_offer)
        page.set_document_open(self.files.document is not None)
        self.playback.pause()
        self.central.show_start_page()

    # What is shown

    def _document_changed(self) -> None:
        self._is_fresh = True
        self.playback.pause()
        document = self.files.document
        is_log = document is not None and document.is_log
        self.central.log_strip.setVisible(is_log)
        self.central.unread_strip.hide()
        if is_log:
            self.session.tools.choose("select")

    def _move_play_head(self) -> None:
        """The play-head of another document stands at its start, of an edited one where it was."""
        run, playback = self.editor.run, self.playback
        playback.blockSignals(True)
        if self._is_fresh:
            playback.set_run(run.trace.row_time, run.until_us)
        playback.change_run(run.trace.row_time, run.until_us)
        playback.blockSignals(False)

    def _show_run(self) -> None:
        """Another run, of this document or of another one."""
        run: Run = self.editor.run
        self._timeline = SnapshotTimeline(run)
        self.central.view.set_run(run)
        if self._is_fresh:
            self._is_fresh = False
            self.central.show_diagram()
            self._reading_only.set_on(not run.is_timed)
            self.central.name_run()
            self.central.view.fit()
            if is_large(run.trace.row_count, run.trace.message_count):
                self._lags = True
                in_turn(self._window, self._prepare)
                in_turn(self._window, self._catch_up)
            else:
                self._show_aside()
            return
        self.central.view.set_position(self.playback.rows, self.playback.time_us)
        self._lags = True
        if not self.editor.in_gesture:
            in_turn(self._window, self._catch_up)
        elif not self._aside.isActive():
            self._aside.start()

    def _prepare(self) -> None:
        if self._lags and not self._topology.isHidden():
            self._topology.prepare(self.editor.run)

    def _catch_up(self) -> None:
        """What stands beside the diagram follows it; in the middle of a drag a little later."""
        if self._lags:
            self._show_aside()

    def _show_aside(self) -> None:
        self._lags = False
        self._aside.stop()
        run = self.editor.run
        self._topology.set_run(run)
        self._snapshots.set_run(run)
        self._notes.show_scenario(run.scenario, not run.is_timed)
        self._status.show_run(run)
        self._transport.set_run(run)
        self._show_marks()
        self._transport.run_changed()
        self.playback.position_changed.emit()
        self._show_title()
        self._enable()

    def _show_position(self) -> None:
        run = self.editor.run
        if run is None or self._is_fresh:
            return
        if self._lags:
            self._show_aside()
            return
        rows, time_us = self.playback.rows, self.playback.time_us
        self.central.view.set_position(rows, time_us)
        self._topology.set_position(rows, time_us)
        self._show_moments()
        self._enable_steps()

    def _show_moments(self) -> None:
        """What is known of the snapshots; in a long run it takes a few turns to find out."""
        run = self.editor.run
        if run is None or self._is_fresh or self._lags:
            return
        rows, time_us = self.playback.rows, self.playback.time_us
        if not self._timeline.prepare(rows, time_us):
            in_turn(self._window, self._show_moments)
            return
        moments = self._timeline.at(rows, time_us)
        self._snapshots.show_moments(moments)
        if self.what_if.page is None:
            self._status.show_sentence(moment_sentence(moments, run, rows, time_us))

    def _show_marks(self) -> None:
        run, minimap = self.editor.run, self._transport.minimap
        marks = marks_of(run, self._window.appearance.theme)
        minimap.set_run(run.trace.row_time, run.until_us, marks)
        minimap.set_visible_range(*self.central.view.visible_range())

    def _show_title(self) -> None:
        show_title(self._window, self.files.document)

    def _turn_page(self, to_start_page: bool) -> None:
        """The start page has the window to itself."""
        proportions = self._window.proportions
        if to_start_page:
            aside: list[QWidget] = [*self._window.dock.values(), self._window.bottom_bar]
            proportions.set_aside(aside)
        elif proportions.bring_back():
            # The docks are laid out and painted in the next turn; the diagram has one of its own.
            self.central.view.setUpdatesEnabled(False)
            in_turn(self.central.view, self._paint_again)
        self._enable()

    def _paint_again(self) -> None:
        self.central.view.setUpdatesEnabled(True)

    def set_presenting(self, presenting: bool) -> None:
        """Large type and nothing but the diagram."""
        if presenting:
            self.search.leave()
            # Who presents is not new here.
            self.central.tour_offer.hide()
            self._presentation.begin()
        else:
            self._presentation.end()

    @property
    def settling(self) -> bool:
        """Whether the window is still on its way to or from a presentation."""
        return self._presentation.under_way

    def _page_moved(self) -> None:
        """The status line and the steps are those of what is shown."""
        page = self.what_if.page
        if page is None:
            self._show_position()
        else:
            self._status.show_sentence(Sentence(page.chip.text()))
            self._enable_steps()

    def _enable(self) -> None:
        has_run = self.editor.run is not None
        self._actions.enable(NEEDS_RUN, has_run)
        self._transport.setEnabled(has_run)
        if self.central.on_start_page:
            self._actions.enable(NEEDS_DIAGRAM, False)
            self._actions.enable(("copyImage", "export"), self.what_if.page is not None)
        self._actions.word_pictures(self.what_if.page is not None)
        taken = has_run and bool(self.editor.run.snapshots)
        self._actions.enable(ACTIONS, taken)
        if has_run:
            self._enable_steps()

    def _enable_steps(self) -> None:
        playback = self.player
        self._actions.enable(("stepBack", "toStart"), not playback.at_start)
        self._actions.enable(("stepForward", "toEnd"), not playback.at_end)

    def set_theme(self, theme: Theme) -> None:
        for part in (
            self.central.view,
            self.central.messages,
            self._topology,
            self._transport,
            self.what_if,
            self.branches,
            self.pictures,
            *self._panels.values(),
        ):
            part.set_theme(theme)
        if self.editor.run is not None:
            self._show_marks()
            self._show_position()

    def set_future(self, mode: str) -> None:
        """``shown``, ``faint`` or ``hidden``: what lies after the play-head."""
        self.central.view.set_future(mode)
        self.branches.set_future(mode)
        self.search.limit()
        for name in ("snapshots", "clocks", "decision"):
            self._panels[name].set_future(mode)
        self.pictures.set_future(mode)

    def set_votes(self, shown: bool) -> None:
        """Whether votes and acknowledgements are drawn."""
        for part in (self.central.view, self._topology, self.branches, self.pictures):
            part.set_votes(shown)

    def retranslate(self) -> None:
        self._reading_only.refuse_commands()
        self.branches.retranslate()
        self._topology.setAccessibleName(self.tr("Topology"))
        self._show_title()
        self._show_position()
