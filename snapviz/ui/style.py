"""The look of every widget: one palette and one style sheet from the colour tokens."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette

from snapviz.diagram.theme import Theme
from snapviz.resources import resources_folder

# The window's own, in the colours of the palette.
FRAME = """
QMainWindow { background: palette(window); }
QMainWindow::separator { background: palette(mid); width: 1px; height: 1px; }
QMainWindow::separator:hover { background: palette(highlight); }
"""
SHEET = Template("""
/* All others have the font of the application. */
QMenuBar, QMenu, QToolTip { font-size: 13px; }
QDialog { background: $panel; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:hover { background: $accent; }
QToolTip { background: $ink; color: $background; border: none; padding: 5px 8px; }

QMenu { background: $background; border: 1px solid $hairline; padding: 5px; }
QMenu::item { padding: 6px 24px 6px 8px; border-radius: 5px; color: $ink; min-height: 18px; }
QMenu::item:selected { background: $accent_tint; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 7px; }
QMenu::indicator:checked { image: url($check); }

QSplitter::handle { background: $hairline; }
QSplitter::handle:hover { background: $accent; }

QWidget[role="strip"] { background: $panel; border-bottom: 1px solid $hairline; }
QFrame[role="divider"] { background: $hairline; border: none; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px 10px;
  min-height: 20px; color: $ink; background: transparent; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $channel; }
QToolButton[role="bar"] { background: $raised; border-color: $hairline;
  padding: 3px 2px 3px 9px; min-height: 22px; }
QToolButton[role="bar"][toolButtonStyle="1"] { padding: 3px 9px; }
QToolButton[role="bar"]:hover { background: $hover; }
QToolButton[role="bar"]:pressed { background: $pressed; }
QToolButton[role="bar"]:checked { background: $accent_tint; border-color: $accent;
  color: $accent; }
QToolButton[role="bar"]:focus { border-color: $accent; }
QToolButton[role="bar"]:disabled { background: $panel; }
QMessageBox, QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="bar"][popupMode="1"], QToolButton[role="barIcon"][popupMode="1"] {
  padding-right: 24px; }
QToolButton::menu-button { border: none; border-left: 1px solid $hairline; width: 22px;
  border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QToolButton::menu-button:hover { background: $hover; }
QToolButton::menu-arrow { image: url($chevron); width: 12px; height: 12px; }

QToolButton[role="fold"] { padding: 0; min-width: 26px; min-height: 26px; }
QToolButton[role="fold"]:checked { background: transparent; }
QToolButton[role="fold"]:hover { background: $hover; }
QToolButton[role="small"] { padding: 0; min-width: 28px; min-height: 28px; border-radius: 6px; }

QDockWidget { color: $ink; }
QMainWindow > QTabBar { background: transparent; }
QTabBar { background: transparent; border: none; font-size: 12px; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; border: 1px solid transparent;
  border-radius: 6px; padding: 5px 7px; margin: 6px 0 0 0; min-height: 18px; }
/* One that is alone soon gets a neighbour, and is not measured again. */
QTabBar::tab:first, QTabBar::tab:only-one { margin-left: 12px; }
QTabBar::tab:selected { background: $raised; border-color: $hairline; color: $ink;
  font-weight: 600; }
QTabBar::tab:hover:!selected { background: $hover; color: $ink; }
QTabBar::tab:focus { border-color: $accent; }
QLabel[role="heading"] { font-weight: 600; color: $ink; }
QLabel[role="muted"] { color: $muted; font-size: 12px; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="badLine"] { color: $bad; font-size: 12px; }
QFrame[role="card"] { background: $background; border: 1px solid $hairline; border-radius: 8px; }
QFrame[role="orderRow"] { background: $raised; border: 1px solid $hairline; border-radius: 6px; }
QFrame[role="orderRow"]:hover { background: $hover; }
QFrame[role="orderRow"]:focus { border-color: $accent; }
QFrame[role="orderRow"][held="true"] { background: $accent_tint; border-color: $accent; }
QFrame[role="rule"] { background: $hairline; border: none; max-height: 1px; }
QWidget[role="central"] { background: $background; }
QLabel[role="chip"] { border-radius: 10px; padding: 0 8px; font-size: 11px; font-weight: 600; }
QLabel[role="chip"][tone="good"] { background: $good; color: $good_ink; }
QLabel[role="chip"][tone="bad"] { background: $bad; color: $bad_ink; }
QLabel[role="chip"][tone="neutral"] { background: $neutral; color: $neutral_ink; }

QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $channel; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTextEdit, QPlainTextEdit { background: transparent; border: none; color: $ink;
  selection-background-color: $accent; selection-color: $accent_ink; }

QTextBrowser[role="help"] { font-size: 14px; }
*[role="contents"] { background: transparent; border: none; outline: none; color: $ink;
  show-decoration-selected: 0; selection-background-color: transparent; }
*[role="contents"]::item { padding: 0 6px; min-height: 28px; color: $ink; }
*[role="contents"]::item:hover { background: $hover; }
*[role="contents"]::item:selected { background: $accent_tint; color: $ink; }

QFrame[role="message"] { background: $background; border: 1px solid $hairline; border-radius: 8px; }
QFrame[role="message"][kind="problem"] { background: $orphan_tint; border-color: $bad; }
QFrame[role="message"][kind="success"] { background: $background; border-color: $good; }

QProgressBar { background: $pressed; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QPushButton { background: $raised; border: 1px solid $hairline; border-radius: 6px; color: $ink;
  padding: 6px 14px; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $channel; background: $panel; }
QPushButton:default { background: $accent; border-color: $accent; color: $accent_ink; }
QPushButton:default:hover { background: $accent_hover; }
QPushButton:default:pressed { background: $accent_pressed; }
QPushButton:default:focus { border-color: $ink; }
QPushButton:default:disabled { background: $channel; border-color: $channel; }
QPushButton[role="card"] { background: $background; border: 1px solid $hairline;
  border-radius: 8px; text-align: left; padding: 0; min-height: 88px; }
QPushButton[role="card"]:hover { border-color: $accent; background: $hover; }
QPushButton[role="card"]:pressed { background: $pressed; }
QPushButton[role="card"]:focus { border: 2px solid $accent; }
QPushButton[role="flat"] { background: transparent; border-color: transparent; padding: 4px 8px; }
QPushButton[role="flat"]:hover { background: $hover; }
QPushButton[role="flat"]:focus { border-color: $accent; }

QComboBox, QSpinBox, QLineEdit { background: $background; border: 1px solid $hairline;
  border-radius: 6px; padding: 4px 8px; min-height: 20px; color: $ink;
  selection-background-color: $accent; selection-color: $accent_ink; }
QComboBox:hover, QSpinBox:hover { border-color: $channel; }
QComboBox:focus, QSpinBox:focus, QLineEdit:focus { border-color: $accent; }
QComboBox:disabled, QSpinBox:disabled { color: $channel; background: $panel; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($chevron); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $background; border: 1px solid $hairline;
  selection-background-color: $accent_tint; selection-color: $ink; outline: none; }
QAbstractSpinBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: 0; }
QCheckBox { spacing: 8px; color: $ink; min-height: 28px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $muted; border-radius: 4px;
  background: $background; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox:focus { color: $accent; }
QCheckBox:disabled { color: $channel; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($tick); }

/* Fields, the script table, the inspector */
QTextEdit[role="field"] { background: $background; border: 1px solid $hairline;
  border-radius: 6px; padding: 3px 4px; }
QTextEdit[role="field"]:focus { border-color: $accent; }
QLineEdit[role="field"], QComboBox[role="field"] { padding: 3px 7px; }
QLineEdit[role="cell"], QComboBox[role="cell"] { border-radius: 4px; padding: 1px 4px;
  min-height: 22px; }
QComboBox[role="field"]::drop-down, QComboBox[role="cell"]::drop-down { width: 18px; }
QLineEdit[refused="true"], QComboBox[refused="true"], QTextEdit[refused="true"] {
  border-color: $bad; background: $orphan_tint; }
QCheckBox[refused="true"] { color: $bad; }
QWidget[role="cellEditor"] { background: $background; border: 1px solid $accent;
  border-radius: 5px; }
QLabel[role="reason"] { background: $orphan_tint; border: 1px solid $bad; border-radius: 5px;
  color: $ink; padding: 3px 7px; font-size: 12px; }
QTableView[role="script"] { background: transparent; border: none; outline: none; }
QTableView[role="script"] QHeaderView { background: transparent; border: none; }
QTableView[role="script"] QHeaderView::section { background: transparent; border: none;
  border-bottom: 1px solid $hairline; color: $muted; font-size: 12px; padding: 0 5px;
  min-height: 24px; }
QTableView[role="script"] QHeaderView::section:hover { color: $ink; background: $hover; }
QTableView[role="script"] QHeaderView::up-arrow, QTableView[role="script"] QHeaderView::down-arrow {
  image: none; width: 0; height: 0; }
QToolButton[role="framed"] { border-color: $hairline; background: $raised; padding: 2px 6px;
  font-size: 12px; min-height: 22px; }
QToolButton[role="framed"]:hover { background: $hover; }
QToolButton[role="framed"]:pressed { background: $pressed; }
QToolButton[role="framed"]:focus { border-color: $accent; }
QToolButton[role="framed"]:disabled { background: $panel; }
QToolButton[role="link"] { border: none; border-radius: 4px; padding: 0 3px; min-height: 24px;
  color: $accent; text-align: left; }
QToolButton[role="link"]:hover { background: $hover; text-decoration: underline; }
QToolButton[role="link"]:focus { background: $accent_tint; }
QLabel[role="vector"] { color: $ink; font-weight: 600; }
QLabel[role="section"] { color: $muted; font-size: 12px; font-weight: 600; }
QLabel[role="caption"] { color: $muted; font-size: 12px; }
QLabel[role="goodLine"] { color: $good; font-size: 12px; }

/* Panels at the right: lists of events, steps of a chain, cards that can be selected. */
QTableView[role="rows"] { background: transparent; border: none; outline: none; color: $ink; }
QToolButton[role="step"] { padding: 0; min-height: 24px; font-size: 12px;
  border-color: $hairline; background: $raised; }
QToolButton[role="step"]:hover { background: $hover; border-color: $accent; }
QToolButton[role="step"]:focus { border-color: $accent; }
QToolButton[role="badge"] { padding: 0; min-height: 24px; font-size: 16px;
  font-weight: 600; }
QFrame[role="card"][selected="true"] { border-color: $accent; }
QWidget[role="foot"] { border-top: 1px solid $hairline; }
""")
# What stands in the bars alone. Docks need not be searched for it whenever they are dressed.
BARS = Template("""
QMenuBar { background: $panel; border-bottom: 1px solid $hairline; padding: 2px 6px; }
QMenuBar::item { padding: 5px 10px; border-radius: 5px; background: transparent; color: $ink; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $pressed; }
QToolBar { background: $panel; border: none; spacing: 0; padding: 0; }
QToolButton[role="barIcon"] { background: $raised; border-color: $hairline; padding: 3px 5px;
  min-height: 22px; }
QToolButton[role="barIcon"]:hover { background: $hover; }
QToolButton[role="barIcon"]:pressed { background: $pressed; }
QToolButton[role="barIcon"]:checked { background: $accent_tint; border-color: $accent; }
QToolButton[role="barIcon"]:focus { border-color: $accent; }
QToolButton[role="barIcon"]:disabled { background: $panel; }
QWidget[role="transport"] { background: $panel; border-top: 1px solid $hairline; }
QToolButton[role="round"] { border: 1px solid $hairline; border-radius: 19px; padding: 0;
  background: $raised; }
QToolButton[role="round"]:hover { background: $hover; }
QToolButton[role="round"]:pressed { background: $pressed; }
QToolButton[role="round"]:focus { border-color: $accent; }
QToolButton[role="round"]:disabled { background: $panel; }
QToolButton[role="play"] { border: 2px solid $accent; border-radius: 22px; padding: 0;
  background: $accent; }
QToolButton[role="play"]:hover { background: $accent_hover; border-color: $accent_hover; }
QToolButton[role="play"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QToolButton[role="play"]:focus { border-color: $ink; }
QToolButton[role="play"]:disabled { background: $channel; border-color: $channel; }
QToolButton[role="speed"] { padding: 0 4px; min-width: 44px; min-height: 28px;
  font-weight: 600; border-color: $hairline; background: $raised; }
QToolButton[role="speed"]:hover { background: $hover; }
QToolButton[role="speed"]:focus { border-color: $accent; }
QWidget[role="transport"] QLabel { color: $muted; font-size: 12px; }
QWidget[role="transport"] QLabel[role="time"] { color: $ink; font-size: 19px; font-weight: 600; }
QStatusBar { background: $panel; border-top: 1px solid $hairline; min-height: 30px; }
QStatusBar QToolButton { padding: 0 8px; min-height: 26px; font-size: 12px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: 12px; color: $muted; }
QStatusBar QLabel[tone="good"] { color: $good; }
QStatusBar QLabel[tone="bad"] { color: $bad; }
QStatusBar QLabel[tone="busy"] { color: $ink; }
""")


def _mixed(first: str, second: str, share: float) -> str:
    """``first`` with a share (0 to 1) of ``second`` in it."""
    a, b = QColor(first), QColor(second)
    parts = zip(a.getRgb()[:3], b.getRgb()[:3], strict=True)
    return QColor(*(round(x + (y - x) * share) for x, y in parts)).name()


def _image(name: str) -> str:
    return (resources_folder() / "icons" / name).as_posix()


def style_sheet(theme: Theme, of_dock: bool = False) -> str:
    """The style sheet of every part of the window in one theme; docks have no bars."""
    tokens = {name: getattr(theme, name) for name in theme.__slots__}
    tokens["accent_hover"] = _mixed(theme.accent, theme.ink, 0.15)
    tokens["accent_pressed"] = _mixed(theme.accent, theme.ink, 0.30)
    tokens["check"] = _image(f"menu-check-{theme.name}.svg")
    tokens["tick"] = _image(f"box-check-{theme.name}.svg")
    tokens["chevron"] = _image(f"combo-{theme.name}.svg")
    return SHEET.substitute(tokens) + ("" if of_dock else BARS.substitute(tokens))


def palette(theme: Theme) -> QPalette:
    """The palette for what the style sheet does not reach: dialogs of Qt, selections."""
    role, made = QPalette.ColorRole, QPalette()
    for roles, token in (
        ((role.Window, role.Button, role.AlternateBase), theme.panel),
        ((role.Base,), theme.background),
        ((role.WindowText, role.Text, role.ButtonText), theme.ink),
        ((role.PlaceholderText,), theme.muted),
        ((role.Highlight, role.Link), theme.accent),
        ((role.HighlightedText, role.BrightText), theme.accent_ink),
        ((role.ToolTipBase,), theme.ink),
        ((role.ToolTipText,), theme.background),
        ((role.Light, role.Midlight), theme.hover),
        ((role.Mid, role.Dark, role.Shadow), theme.hairline),
    ):
        for one in roles:
            made.setColor(one, QColor(token))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(theme.channel))
    return made
