"""The snapshots of the run, a card each, as the play-head finds them."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.run import Run
from snapviz.study.pipeline import Stage
from snapviz.ui.actions import button_text
from snapviz.ui.figures import decimals_for
from snapviz.ui.moment import SnapshotMoment
from snapviz.ui.panels.cards import CardColumn, remark
from snapviz.ui.panels.protocol_cost import ProtocolCostCard
from snapviz.ui.panels.sight import Sight
from snapviz.ui.panels.snapshot_card import SnapshotCard
from snapviz.ui.panels.snapshot_cost import CostCard
from snapviz.ui.panels.snapshot_ways import SnapshotWays
from snapviz.ui.selection import Item, RecordItem, SnapshotItem
from snapviz.ui.session import Session
from snapviz.ui.studies.comparing import ComparisonModel
from snapviz.ui.turns import in_turn
from snapviz.ui.wording import filled

NAMED = "tool.snapshot", "takeSnapshot"  # how to take one
AT_ONCE = 6  # so many cards are brought up to date without a pause, more of them as they are seen


class SnapshotsPanel(CardColumn):
    """Cards in the order of the snapshots' starts; with a hidden future, of those started."""

    def __init__(
        self,
        session: Session | None = None,
        parent: QWidget | None = None,
        comparison: ComparisonModel | None = None,
    ):
        super().__init__(parent)
        self.setObjectName("panel.snapshots")
        self._session = session
        self._theme = LIGHT
        self._run: Run | None = None
        self._moments: tuple[SnapshotMoment, ...] = ()
        self._told: list[SnapshotMoment | None] = []
        self._show_future = True
        self._cards: list[SnapshotCard] = []
        self._sight = Sight(self)
        self._sight.appeared.connect(self._catch_up)
        for name in NAMED if session is not None else ():
            # They get their words in another language later than this.
            session.actions[name].changed.connect(self._show_note)
        bar = self.verticalScrollBar()
        for changed in (bar.valueChanged, bar.rangeChanged):
            changed.connect(self._look_again)
        page = self.widget()
        self.ways = SnapshotWays(self)
        self.ways.ready.connect(self._show_ways)
        self._cost = CostCard(page)
        self._cost.hide()
        self._note = remark(page, "snapshots.note")
        self._how = remark(page, "snapshots.how")
        self.protocols: ProtocolCostCard | None = None
        for part in (self._cost, self._note, self._how):
            self.column.addWidget(part)
        if comparison is not None:
            self.protocols = ProtocolCostCard(comparison, page)
            self.protocols.follow_sight(self._sight)
            self.column.addWidget(self.protocols)
        for text in (self._note, self._how):
            text.setContentsMargins(4, 0, 4, 0)
        self.column.addStretch(1)
        self._cost.snapshot_chosen.connect(lambda n, added: self._choose(SnapshotItem(n), added))
        if session is not None:
            session.selection.changed.connect(self._show_selection)
        self.retranslate()

    # What is shown

    def set_run(self, run: Run | None) -> None:
        """Show another run's snapshots; cards stay as they are for those that are there again."""
        self._run, self._moments = run, ()
        self.ways.set_run(run)
        snapshots = run.snapshots if run is not None else ()
        while len(self._cards) > len(snapshots):
            card = self._cards.pop()
            self.column.removeWidget(card)
            card.kept.end()
            card.hide()
            card.deleteLater()
        for index, snapshot in enumerate(snapshots):
            if index == len(self._cards):
                self._cards.append(self._new_card(index))
            self._cards[index].set_snapshot(run, snapshot)
        self._told = [None] * len(snapshots)
        self._cost.setVisible(False)
        self._show_note()

    def _new_card(self, index: int) -> SnapshotCard:
        card = SnapshotCard(self._session, self.widget())
        card.hide()
        card.item_chosen.connect(self._choose)
        card.pipeline.chosen.connect(self._go_to)
        self.column.insertWidget(index, card)
        card.set_theme(self._theme)
        return card

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (*self._cards, self._cost.bars):
            part.set_theme(theme)
        if self.protocols is not None:
            self.protocols.bars.set_theme(theme)

    def set_future(self, mode: str) -> None:
        """``hidden``: do not tell which snapshots are still to come."""
        self._show_future = mode != "hidden"
        self._show_cards()

    def show_moments(self, moments: tuple[SnapshotMoment, ...]) -> None:
        """Bring the cards up to date, touching only those that changed; when hidden, later."""
        self._moments = moments
        if self._sight.seen:
            self._catch_up()

    def _catch_up(self) -> None:
        behind = self._behind()
        is_long = len(self._cards) > AT_ONCE
        self._tell(self._in_sight(behind)[:1] if is_long else behind)
        self._show_ways()
        if behind:
            if is_long:
                in_turn(self, self._compare)
            else:
                self._compare()
            self._show_cards()
            self._show_selection()
            self._look_again()

    def _compare(self) -> None:
        """What those cost that have started, side by side."""
        self._cost.show_moments(self._run, self._moments)
        self._show_selected_costs()

    def _look_again(self, *_) -> None:
        """Other cards may be in sight now."""
        if len(self._cards) > AT_ONCE:
            in_turn(self, self._go_on)

    def _go_on(self) -> None:
        """The next card that is in sight, in a turn of the event loop of its own."""
        behind = self._in_sight(self._behind()) if self._sight.seen else []
        if behind:
            self._tell(behind[:1])
            self._show_way(behind[0])
            in_turn(self, self._go_on)

    def _behind(self) -> list[int]:
        """The cards that do not tell what is so now."""
        return [i for i, moment in enumerate(self._moments) if self._is_behind(i, moment)]

    def _is_behind(self, index: int, moment: SnapshotMoment) -> bool:
        told = self._told[index]
        return told is not moment and told != moment

    def _in_sight(self, indices: list[int]) -> list[int]:
        """Those that are seen, or would be a screen further up or down."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        return [
            index
            for index in indices
            if (card := self._cards[index]).isVisible()
            and card.geometry().bottom() >= top - height
            and card.y() <= top + 2 * height
        ]

    def _tell(self, indices: list[int]) -> None:
        for index in indices:
            self._cards[index].show_moment(self._moments[index])
            self._told[index] = self._moments[index]

    def _show_ways(self) -> None:
        """How far those that are kept have come; of cards that are behind, in their turn."""
        for index, moment in enumerate(self._moments):
            if not self._is_behind(index, moment):
                self._show_way(index)

    def _show_way(self, index: int) -> None:
        if self._session is None or self._run is None:
            return
        moment, playback = self._moments[index], self._session.playback
        when = playback.rows, playback.time_us
        number = moment.snapshot.number
        stages = self.ways.stages(number, *when, moment.given_up) if moment.started else ()
        self._cards[index].pipeline.show_stages(stages, decimals_for(self._run.until_us))

    def _go_to(self, stage: Stage) -> None:
        """The play-head goes to where a stage was reached."""
        if self._session is not None:
            self._session.playback.scrub(stage.time_us)

    def end(self) -> None:
        """Stop all work."""
        self.ways.end()
        for card in self._cards:
            card.kept.end()

    def _show_cards(self) -> None:
        for card, moment in zip(self._cards, self._moments, strict=False):
            card.setVisible(moment.started or self._show_future)
        self._show_note()

    def _show_note(self) -> None:
        note = self._note_text()
        self._note.setText(note)
        self._note.setVisible(bool(note))
        how = self._how_text() if note and self._run is not None else ""
        self._how.setText(how)
        self._how.setVisible(bool(how))

    def _note_text(self) -> str:
        if self._run is None:
            return ""
        if not self._run.snapshots:
            return self.tr("This scenario takes no snapshot.")
        if not self._show_future and not any(m.started for m in self._moments):
            return self.tr("No snapshot has started yet.")
        return ""

    def _how_text(self) -> str:
        """How to take one, by the names that tool and command have in the window."""
        if self._session is None:
            return ""
        actions = self._session.actions
        tool, command = (button_text(actions[name].text()) for name in NAMED)
        text = self.tr(
            "To take one, choose the tool “%1” and click a process line where it shall start, "
            "or use “%2” at the play-head."
        )
        return filled(text, tool, command)

    # What is selected

    def _show_selection(self) -> None:
        if self._session is None or not self._sight.seen or not self._moments:
            return
        items = self._session.selection.items
        for card in self._cards:
            card.show_selection(items)
        self._show_selected_costs()
        last = self._session.selection.last
        if isinstance(last, RecordItem | SnapshotItem):
            number = last.snapshot if isinstance(last, RecordItem) else last.number
            if number < len(self._cards) and not self._cards[number].isHidden():
                self.bring(self._cards[number])

    def _show_selected_costs(self) -> None:
        if self._session is not None:
            items = self._session.selection.items
            self._cost.show_selection({i.number for i in items if isinstance(i, SnapshotItem)})

    def _choose(self, item: Item, added: bool) -> None:
        if self._session is not None:
            selection = self._session.selection
            selection.toggle(item) if added else selection.set(item)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Snapshots"))
        self._show_note()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
