"""Where things lie: the space-time and topology diagrams as lists of drawing items.

Layout, level of detail, hit testing and colour tokens. A diagram is a pure function of
(run, view); the same list is painted on the screen and into files. Imports the rooms
below it and numpy; no GUI toolkit, so that it also works where none is installed.
"""
