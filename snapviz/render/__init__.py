"""The one painter for screen and file: PNG, SVG, PDF, TikZ, GIF, MP4.

Imports diagram; Qt's QtCore, QtGui and QtSvg; Pillow for GIF, and imageio-ffmpeg, where it is
installed, for MP4. It draws no widgets. Nothing of Qt is imported before it is needed, so
that `export` can say in words what is missing; TikZ needs none for Latin letters.
"""
