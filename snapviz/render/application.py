"""A Qt application for drawing, with or without a display."""

from __future__ import annotations

import os
import sys

SYSTEM_LIBRARIES = (
    "libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 libxkbcommon0"
)


class GraphicsMissing(Exception):
    """Qt cannot be loaded; the message says what to install."""


def missing_libraries(error: ImportError) -> GraphicsMissing:
    """The failed import of Qt as one line for people."""
    if error.name and error.name.startswith("PySide6") and "cannot open" not in str(error):
        return GraphicsMissing(
            "pictures need PySide6, which is not installed: pip install PySide6-Essentials"
        )
    return GraphicsMissing(
        f"Qt cannot start ({error}); on Debian or Ubuntu run: "
        f"apt-get install -y --no-install-recommends {SYSTEM_LIBRARIES}"
    )


def has_display() -> bool:
    """Whether windows can appear here; other systems than Linux always say yes."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ensure_application():
    """The running Qt application, or a new one without windows; bundled fonts are registered.

    Raises GraphicsMissing when Qt or the system libraries it needs are not installed.
    """
    try:
        from PySide6.QtCore import QHashSeed

        # A QGuiApplication would do for files, but then no window could be opened after it.
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise missing_libraries(error) from error
    application = QApplication.instance()
    if application is None:
        if not has_display():
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        # Qt writes the fonts of a PDF in the order of a hash.
        QHashSeed.setDeterministicGlobalSeed()
        application = QApplication(["snapviz"])
    from .fonts import register_fonts

    register_fonts()
    return application
