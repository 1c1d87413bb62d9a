"""The script of the scenario: a table of its actions, in step with the diagrams."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from snapviz import editing
from snapviz.diagram.figures import grouped
from snapviz.diagram.theme import LIGHT, Theme
from snapviz.scenario.model import Action
from snapviz.ui.buttons import ToolButton
from snapviz.ui.commands import action_behind
from snapviz.ui.docks import on_card
from snapviz.ui.fields.inline import edit_inline
from snapviz.ui.icons import icon
from snapviz.ui.panels.script.adding import can_add, kinds, new_action
from snapviz.ui.panels.script.delegate import ScriptDelegate
from snapviz.ui.panels.script.model import PlaceRole, ScriptModel
from snapviz.ui.panels.script.row_editor import RowEditor
from snapviz.ui.panels.script.table import ScriptTable
from snapviz.ui.panels.script.words import kind_word
from snapviz.ui.selection import ActionItem
from snapviz.ui.session import Session
from snapviz.ui.turns import in_turn
from snapviz.ui.wording import DOT, filled

translate = QCoreApplication.translate


class ScriptPanel(QWidget):
    """``caption_changed``: how many actions there are, and the seed."""

    caption_changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("panel.script")
        self._session = session
        self._following = False
        self._theme = LIGHT
        self._model = ScriptModel(self)
        self.table = ScriptTable(self._model, self)
        self._delegate = ScriptDelegate(self._editor_for, self.table)
        self.table.setItemDelegate(self._delegate)
        self._note = QLabel(self)
        self._branches = QLabel(self)
        self._add = ToolButton(self, "framed")
        self._menu = QMenu(self._add)
        self._build()
        self._connect()
        self.retranslate()
        self._show_scenario()
        self._show_run()

    def _build(self) -> None:
        for label in (self._note, self._branches):
            label.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._note.setContentsMargins(20, 16, 20, 16)
        self._branches.setWordWrap(True)
        self._add.setObjectName("script.add")
        self._add.setMenu(self._menu)
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._note, 1)
        column.addWidget(self.table, 1)
        rule = QFrame(content)
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 5, 8, 1)
        foot.addWidget(self._branches, 1)
        foot.addWidget(self._add)
        column.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(on_card(content))

    def _connect(self) -> None:
        editor, session = self._session.editor, self._session
        editor.scenario_changed.connect(self._show_scenario)
        editor.document_changed.connect(self._show_scenario)
        editor.document_changed.connect(self._show_run)
        editor.run_changed.connect(self._show_run)
        session.playback.position_changed.connect(self._show_position)
        session.selection.changed.connect(self._follow)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._select())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._select())
        self._menu.aboutToShow.connect(self._fill_menu)

    # Following the document

    @property
    def caption(self) -> str:
        """``7 actions · seed 42``."""
        scenario = self._session.editor.scenario
        if scenario is None:
            return ""
        count = len(scenario.script)
        one = translate("Script", "1 action")
        many = filled(translate("Script", "%1 actions"), grouped(count))
        seed = filled(translate("Script", "seed %1"), scenario.seed)
        return DOT.join([one if count == 1 else many, seed])

    def _show_scenario(self) -> None:
        scenario = self._session.editor.scenario
        self._follow_nothing(lambda: self._model.set_scenario(scenario))
        some = self._model.rowCount() > 0
        self.table.setVisible(some)
        self._note.setVisible(not some)
        self._add.setEnabled(scenario is not None)
        count = len(scenario.branches) if scenario is not None else 0
        self._branches.setText(self._branches_text(count))
        self.caption_changed.emit(self.caption)
        self._follow()

    def _branches_text(self, count: int) -> str:
        if not count:
            return ""
        if count == 1:
            return translate("Script", "1 branch has a script of its own")
        return filled(translate("Script", "%1 branches have scripts of their own"), count)

    def _show_run(self) -> None:
        run = self._session.editor.run
        self._model.set_run(run)
        self._show_position()
        self._follow()

    def _show_position(self) -> None:
        playback = self._session.playback
        self._model.set_position(playback.rows, playback.time_us)

    # Selection, both ways

    def _select(self) -> None:
        """What is selected here is selected everywhere."""
        if self._following:
            return
        places = [self._model.place(row) for row in self.table.rows()]
        if places:
            self._following = True
            self._session.selection.set(*map(ActionItem, places))
            self._following = False
        elif self._session.selection.of(ActionItem):
            self._session.selection.clear()

    def _follow(self) -> None:
        """Select the rows of what is selected elsewhere, or brought it about."""
        if self._following:
            return
        rows = []
        for item in self._session.selection.items:
            is_action = isinstance(item, ActionItem)
            place = item.index if is_action else self._behind(item)
            row = None if place is None else self._model.row(place)
            if row is not None and row not in rows:
                rows.append(row)
        if rows != self.table.rows():
            self._follow_nothing(lambda: self.table.show_rows(rows))

    def _behind(self, item) -> int | None:
        run = self._session.editor.run
        return None if run is None else action_behind(run, item)

    def _follow_nothing(self, change) -> None:
        """Change the table without telling the selection of it."""
        before, self._following = self._following, True
        change()
        self._following = before

    # Editing

    def _editor_for(self, index: QModelIndex, parent: QWidget) -> RowEditor:
        place, scenario = index.data(PlaceRole), self._session.editor.scenario
        action = scenario.script[place]

        def put(made: Action, label: str) -> str:
            return self._put(place, made, label)

        editor = RowEditor(action, index.column(), scenario, put, parent)
        editor.select_text()
        return editor

    def _put(self, place: int, action: Action, label: str) -> str:
        """Another action in a row; the words in which it is refused, or nothing."""
        run = self._session.editor.run
        return edit_inline(
            self._session.editor,
            lambda scenario: editing.change_action(run, scenario, place, action),
            label,
        )

    def _fill_menu(self) -> None:
        self._menu.clear()
        for kind in kinds():
            entry = self._menu.addAction(kind_word(kind))
            entry.setObjectName(f"script.add.{kind.ACTION}")
            entry.setEnabled(can_add(kind, self._session.editor.scenario))
            entry.triggered.connect(lambda _=False, k=kind: self.add(k))

    def add(self, kind: type) -> None:
        """Add an action of a kind at the play-head, and select it."""
        label = filled(translate("Script", "Add %1"), kind_word(kind))
        if self._session.add_action(new_action(kind, self._session), label):
            self.table.setFocus()

    # Looks

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._delegate.theme = theme
        self._add.setIcon(icon("add", theme.ink, theme.channel))
        self._add.setIconSize(QSize(16, 16))
        self.table.viewport().update()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Script", "Script"))
        self.table.setAccessibleName(translate("Script", "Actions of the script"))
        self._add.setText(translate("Script", "Add action"))
        self._add.setToolTip(translate("Script", "Add an action at the play-head"))
        self._note.setText(
            translate(
                "Script",
                "Nothing is scripted yet. Drag from one process line to another to send a "
                "message, click a line with the snapshot tool, or add an action here.",
            )
        )
        self._model.retranslate()
        self._show_scenario()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            in_turn(self, self.retranslate)
        super().changeEvent(event)
