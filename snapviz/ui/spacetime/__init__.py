"""The space-time diagram as a widget: zoom, pan, play-head, gestures, the hand-drawn cut.

Imports diagram, render, editing, QtWidgets, and of ui what all views share.
"""
