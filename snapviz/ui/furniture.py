"""Which panel stands in which dock of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from snapviz.ui.logs.door import Logs
from snapviz.ui.main_window import MainWindow
from snapviz.ui.panels.checkpoints import CheckpointsPanel
from snapviz.ui.panels.clock_errors import ClockErrorsPanel
from snapviz.ui.panels.clocks import ClocksPanel
from snapviz.ui.panels.decision import DecisionPanel
from snapviz.ui.panels.differences import DifferencesPanel
from snapviz.ui.panels.inspector import InspectorPanel
from snapviz.ui.panels.narrator import NarratorPanel
from snapviz.ui.panels.recovery import RecoveryPanel
from snapviz.ui.panels.script import ScriptPanel
from snapviz.ui.panels.snapshots import SnapshotsPanel
from snapviz.ui.panels.states import StatesPanel
from snapviz.ui.session import Session
from snapviz.ui.studies.docks import Studies

CAPTIONED = ("script", "states", "differences")
CLOSABLE = ("clockErrors", "states", "differences")
WORKING = (
    "checkpoints", "recovery", "decision", "narrator", "snapshots", "states", "differences",
)  # fmt: skip


def furnish(
    window: MainWindow, session: Session, studies: Studies, logs: Logs
) -> dict[str, QWidget]:
    """Make the panels that follow the run, and put each into its dock; by the names of those."""
    panels = {
        "snapshots": _snapshots(window, session, studies),
        "script": ScriptPanel(session, window),
        "states": StatesPanel(session, window),
        "differences": DifferencesPanel(session, logs, window),
        "clocks": ClocksPanel(session, window),
        "checkpoints": CheckpointsPanel(session, window),
        "recovery": RecoveryPanel(session, window),
        "decision": DecisionPanel(session, window),
        "narrator": NarratorPanel(session, lambda: window.appearance.language, window),
        "clockErrors": ClockErrorsPanel(session, window),
        "inspector": InspectorPanel(session, window),
        "compare": studies.compare,
        "sweep": studies.sweep,
    }
    for name, panel in panels.items():
        window.dock[name].setWidget(panel)
    for name in CAPTIONED:
        panels[name].caption_changed.connect(window.dock[name].heading.set_caption)
    for name in CLOSABLE:
        panels[name].close_wanted.connect(window.dock[name].hide)
    return panels


def _snapshots(window: MainWindow, session: Session, studies: Studies) -> SnapshotsPanel:
    panel = SnapshotsPanel(session, window, studies.comparison)
    panel.protocols.more_wanted.connect(window.dock["compare"].show_in_front)
    return panel
