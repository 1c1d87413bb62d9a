"""The door to the pages with two runs: from the window's actions there, and back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from snapviz.run import Run, Snapshot
from snapviz.scenario.kinds import thousandths_text
from snapviz.study.retelling import has_crashes
from snapviz.ui.central import CentralArea
from snapviz.ui.playback import Playback
from snapviz.ui.selection import RecordItem, SnapshotItem
from snapviz.ui.session import Session
from snapviz.ui.whatif.page import TwoRunsPage
from snapviz.ui.wording import filled

ACTIONS = ("neverHappened", "breakIt")


class WhatIf(QObject):
    """Shows a page for the selected snapshot, or the first; any other run closes it.

    ``moved``: the play-head that Play and the step actions move is another one, or elsewhere.
    """

    moved = Signal()

    def __init__(self, session: Session, central: CentralArea, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self._central = central
        self._pages: dict[str, TwoRunsPage] = {}
        self._page: TwoRunsPage | None = None
        session.actions["neverHappened"].triggered.connect(self.show_never_happened)
        session.actions["breakIt"].triggered.connect(self.show_break_it)
        session.editor.run_changed.connect(self.leave)
        central.page_changed.connect(lambda _: self._page_turned())

    @property
    def playback(self) -> Playback | None:
        """The play-head of the page that is shown, if any."""
        return None if self._page is None else self._page.playback

    @property
    def page(self) -> TwoRunsPage | None:
        """The page that is shown, if any."""
        return self._page

    def show_never_happened(self) -> None:
        """The run that passes through the recorded state; or, in words, why there is none."""
        run, snapshot = self._session.editor.run, self._snapshot()
        refusal = self._refusal(run, snapshot)
        if refusal:
            self._session.messages.tell(self._tell_refusal)
            return
        self._show("neverHappened").ask(run, snapshot)

    def show_break_it(self) -> None:
        """The same run with an assumption broken."""
        snapshot = self._snapshot()
        if snapshot is not None:
            self._show("breakIt").ask(self._session.editor.run, snapshot)

    def leave(self) -> None:
        """Back to the diagram."""
        if self._page is not None:
            self._central.show_diagram()

    def end(self) -> None:
        """Stop all work."""
        for page in self._pages.values():
            page.end()

    def set_theme(self, theme) -> None:
        for page in self._pages.values():
            page.set_theme(theme)

    def _snapshot(self) -> Snapshot | None:
        """The selected one; else, to be passed through, the first that can be."""
        run = self._session.editor.run
        if run is None or not run.snapshots:
            return None
        last = self._session.selection.last
        if isinstance(last, SnapshotItem | RecordItem):
            number = last.number if isinstance(last, SnapshotItem) else last.snapshot
            if number < len(run.snapshots):
                return run.snapshots[number]
        good = (s for s in run.snapshots if s.verdict is not None and s.verdict.consistent)
        return next(good, run.snapshots[0])

    def _tell_refusal(self) -> None:
        # Asked for anew: a message must not keep a run alive.
        refusal = self._refusal(self._session.editor.run, self._snapshot())
        if refusal:
            self._session.messages.problem(self.tr("No run passes through that state."), [refusal])

    def _refusal(self, run: Run, snapshot: Snapshot | None) -> str:
        if snapshot is None:
            return self.tr("This run takes no snapshot.")
        if has_crashes(run.scenario):
            return self.tr("In this run a process crashes or is rolled back; it is not reordered.")
        verdict = snapshot.verdict
        if verdict is None:
            text = self.tr("%1 is not complete, so there is no recorded state to pass through.")
            return filled(text, snapshot.id)
        if verdict.consistent:
            return ""
        trace, orphan = run.trace, verdict.orphans[0]
        ends = trace.channel_ends[int(trace.message_channel[orphan])]
        source, target = (trace.process_ids[end] for end in ends)
        text = self.tr(
            "%1 is inconsistent: the message %2 → %3 sent at %4 ms is an orphan, received before "
            "the cut and sent after it, which no order of the events can bring about."
        )
        sent = thousandths_text(int(trace.message_sent[orphan]))
        return filled(text, snapshot.id, source, target, sent)

    def _show(self, name: str) -> TwoRunsPage:
        page = self._pages.get(name) or self._made(name)
        self._session.playback.pause()
        self._session.messages.clear()
        if self._page is not None and self._page is not page:
            self._page.rest()
        self._page = page
        page.set_theme(self._central.view.theme)
        for view in page.views:
            view.set_votes(self._central.view.view().votes)
        self._central.show_page(page)
        self.moved.emit()
        return page

    def _made(self, name: str) -> TwoRunsPage:
        """Made when it is first wanted: few need it, and it brings two diagrams along."""
        theme = self._central.view.theme
        if name == "neverHappened":
            from snapviz.ui.whatif.retold import RetoldPage

            page: TwoRunsPage = RetoldPage(self._session, theme, self._central)
        else:
            from snapviz.ui.whatif.broken import BrokenPage

            page = BrokenPage(self._session, theme, self._central)
            page.kept.connect(self._keep)
        page.left.connect(self.leave)
        page.playback.position_changed.connect(self.moved)
        page.playback.playing_changed.connect(self._session.actions.set_playing)
        self._pages[name] = page
        return page

    def _keep(self, scenario, label: str) -> None:
        self._session.editor.edit(lambda _: scenario, label)

    def _page_turned(self) -> None:
        if self._page is not None and not self._central.shows(self._page):
            self._page.rest()
            self._page = None
            self.moved.emit()
