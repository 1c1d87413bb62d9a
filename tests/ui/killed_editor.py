"""A person who edits and saves without end, until the process is killed: python killed_editor.py FILE.

Says on stdout what is certain: ``saved N`` when the file holds edit N, ``kept N`` when the
unsaved work is on disk.
"""

import sys
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from snapviz.app import open_window
from snapviz.ui import recovery


def main(path: str) -> None:
    application = QApplication([])
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    recovery.AFTER_MS = 1
    window = open_window(path)
    while window.bench.opening.busy:
        application.processEvents()
    bench, number = window.bench, 0
    first = number = int(bench.editor.scenario.title or "0")
    while True:
        number += 1
        bench.editor.edit(lambda s, n=number: replace(s, title=str(n)), "Number")
        application.processEvents()
        if number % 5 == 0:
            window.files.save()
            print("saved", number, flush=True)
        else:
            bench.recovery.write()
            bench.recovery.settle()
            print("kept", number, flush=True)
        assert number > first
        QCoreApplication.processEvents()


if __name__ == "__main__":
    main(sys.argv[1])
