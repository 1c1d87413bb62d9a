"""The window: widgets that show a run and the play-head on it.

May import every lower room and Qt; nothing but ``snapviz.app`` imports it.
A widget is handed what it shows and owns no facts of its own: the document
holds the scenario and its run, the playback holds the play-head, and all that
is on screen follows from these two.
"""
