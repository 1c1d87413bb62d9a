"""The topology diagram as a widget: processes, channels and what travels on them.

Imports diagram, render and QtWidgets.
"""
