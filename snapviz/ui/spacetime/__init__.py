"""The space-time diagram as a widget: zoom, pan, play-head, tooltips.

Imports diagram, render and QtWidgets.
"""
