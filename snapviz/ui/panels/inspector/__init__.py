"""The inspector: a form for whatever is selected, its edits made at the field."""

from snapviz.ui.panels.inspector.panel import InspectorPanel

__all__ = ["InspectorPanel"]
