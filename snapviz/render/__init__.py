"""The one painter for screen and file: PNG, SVG, PDF.

Imports diagram, and Qt's QtCore, QtGui and QtSvg; it draws no widgets. Nothing of Qt is
imported before it is needed, so that `export` can say in words what is missing.
"""
