"""A strip above the diagram: which of the ways the run may go on is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QWidget

from snapviz.scenario.model import Branch
from snapviz.ui.buttons import ToolButton
from snapviz.ui.figures import round_ms_text
from snapviz.ui.icons import icon
from snapviz.ui.panels.flow import FlowLayout
from snapviz.ui.wording import filled

LONGEST = 28
ROOM = 10


class NameField(QLineEdit):
    """The name of a branch while it is changed; Return keeps it, Esc or leaving does not."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.given_up.emit()


class BranchStrip(QWidget):
    """Hidden while there are no branches. ``chosen``: a branch's name, or None for the base run.

    ``renamed`` carries the new name of the branch that is shown.
    """

    chosen = Signal(object)
    renamed = Signal(str)
    compare_toggled = Signal(bool)
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("branchStrip")
        self.setProperty("role", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._branches: tuple[Branch, ...] = ()
        self._shown: str | None = None
        self._group = QButtonGroup(self)
        self._chips: list[ToolButton] = []
        self.field = NameField(self)
        self.field.setObjectName("branchStrip.name")
        self.field.hide()
        self.rename = ToolButton(self, "link")
        self.compare = ToolButton(self, "link")
        self.compare.setCheckable(True)
        self.delete = ToolButton(self, "small")
        self.delete.setIconSize(QSize(16, 16))
        for name in ("rename", "compare", "delete"):
            getattr(self, name).setObjectName(f"branchStrip.{name}")
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        self._flow = FlowLayout(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(ROOM)
        row.addLayout(self._flow, 1)
        row.addWidget(self.field)
        for button in (self.rename, self.compare, self.delete):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.rename.clicked.connect(self.ask_name)
        self.compare.toggled.connect(self.compare_toggled)
        self.delete.clicked.connect(self.delete_wanted)
        self.field.returnPressed.connect(self._name_given)
        self.field.given_up.connect(self._close_field)

    def set_theme(self, theme) -> None:
        self.delete.setIcon(icon("delete", theme.ink, theme.channel))

    @property
    def chips(self) -> list[ToolButton]:
        """The button of the base run, then those of the branches."""
        return self._chips

    def show_branches(self, branches: tuple[Branch, ...], shown: str | None) -> None:
        """Offer these branches; ``shown`` is seen now, None: the base run."""
        self.setVisible(bool(branches))
        if branches != self._branches or len(self._chips) != len(branches) + 1:
            self._branches = branches
            self._make_chips()
        self._shown = shown
        names = [None, *(branch.name for branch in branches)]
        self._chips[names.index(shown)].setChecked(True)
        for button in (self.rename, self.compare, self.delete):
            button.setVisible(shown is not None)
        self._close_field()

    def _make_chips(self) -> None:
        while self._chips:
            chip = self._chips.pop()
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for name in (None, *(branch.name for branch in self._branches)):
            chip = ToolButton(self, "bar")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, n=name: self.chosen.emit(n))
            self._group.addButton(chip)
            self._flow.addWidget(chip)
            self._chips.append(chip)
        self._word_chips()

    def _word_chips(self) -> None:
        if not self._chips:
            return
        self._word(self._chips[0], self.tr("Base run"), self.tr("The run without its branches"))
        for chip, branch in zip(self._chips[1:], self._branches, strict=True):
            name = branch.name if len(branch.name) <= LONGEST else branch.name[: LONGEST - 1] + "…"
            at = round_ms_text(branch.from_us)
            tip = filled(self.tr("“%1”: another way to go on from %2 ms"), branch.name, at)
            self._word(chip, filled(self.tr("%1 · from %2 ms"), name, at), tip)

    def _word(self, chip: ToolButton, text: str, tip: str) -> None:
        chip.setText(f"{text.replace('&', '&&')}  ")
        chip.setAccessibleName(text)
        chip.setToolTip(tip)

    # Another name

    def ask_name(self) -> None:
        """Let the name of the branch that is shown be written over."""
        if self._shown is None:
            return
        self.field.setText(self._shown)
        self.field.show()
        self.field.selectAll()
        self.field.setFocus()

    def _name_given(self) -> None:
        name = self.field.text().strip()
        self._close_field()
        if name != self._shown:
            self.renamed.emit(name)

    def _close_field(self) -> None:
        self.field.hide()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Branches"))
        self.field.setAccessibleName(self.tr("Name of the branch"))
        self.rename.setText(self.tr("Rename"))
        self.rename.setToolTip(self.tr("Give this branch another name"))
        self.compare.setText(self.tr("Compare"))
        self.compare.setToolTip(self.tr("What differs between this branch and the base run"))
        self.delete.setToolTip(self.tr("Delete this branch"))
        self.delete.setAccessibleName(self.tr("Delete this branch"))
        self._word_chips()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
