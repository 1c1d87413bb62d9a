"""The script as a table: every action a row that is edited where it stands."""

from snapviz.ui.panels.script.panel import ScriptPanel

__all__ = ["ScriptPanel"]
