"""Logs of real systems in the window: read in a thread of their own, shown, never changed.

`strip` lets a person choose the execution and correct the parser, `door` brings logs from files
to the diagram.
"""
