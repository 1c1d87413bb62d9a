"""What the window remembers between sessions, behind plain attributes."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QByteArray, QLocale, QSettings

RECENT_LIMIT = 8
THEMES = ("system", "light", "dark")
LANGUAGES = ("en", "zh_CN")
FUTURES = ("shown", "faint", "hidden")


class Settings:
    """Reads and writes the application's QSettings; damaged values count as unset."""

    def __init__(self) -> None:
        self._store = QSettings()

    def _choice(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        value = self._store.value(key, default)
        return value if value in allowed else default

    @property
    def theme(self) -> str:
        return self._choice("view/theme", THEMES, "system")

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("view/theme", value)

    @property
    def language(self) -> str:
        """The chosen language, else the one the desktop speaks."""
        chinese = QLocale.system().language() == QLocale.Language.Chinese
        return self._choice("view/language", LANGUAGES, "zh_CN" if chinese else "en")

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("view/language", value)

    @property
    def future(self) -> str:
        return self._choice("view/future", FUTURES, "faint")

    @future.setter
    def future(self, value: str) -> None:
        self._store.setValue("view/future", value)

    @property
    def votes(self) -> bool:
        """Whether votes and acknowledgements are drawn."""
        return self._choice("view/votes", ("shown", "hidden"), "shown") == "shown"

    @votes.setter
    def votes(self, shown: bool) -> None:
        self._store.setValue("view/votes", "shown" if shown else "hidden")

    @property
    def compared(self) -> list[str]:
        """The protocols that are compared; none: all there are."""
        stored = self._store.value("study/compared", [])
        names = [stored] if isinstance(stored, str) else stored
        return [name for name in names or [] if isinstance(name, str)]

    @compared.setter
    def compared(self, value: list[str]) -> None:
        self._store.setValue("study/compared", value)

    @property
    def recent_files(self) -> list[Path]:
        stored = self._store.value("files/recent", [])
        names = [stored] if isinstance(stored, str) else stored
        return [Path(n) for n in names or [] if isinstance(n, str)][:RECENT_LIMIT]

    def add_recent_file(self, path: Path) -> None:
        others = [p for p in self.recent_files if p != path]
        kept = [path, *others][:RECENT_LIMIT]
        self._store.setValue("files/recent", [str(p) for p in kept])

    def clear_recent_files(self) -> None:
        self._store.remove("files/recent")

    def lesson_step(self, lesson: str) -> int:
        """How far a lesson was followed: the number of the step, from 0."""
        value = self._store.value(f"lessons/{lesson}", 0)
        return int(value) if str(value).isdigit() else 0

    def set_lesson_step(self, lesson: str, step: int) -> None:
        self._store.setValue(f"lessons/{lesson}", step)

    def lesson_answers(self, lesson: str, student: str) -> str:
        """What a student has answered, as text; empty: nothing."""
        value = self._store.value(_lesson_key("answers", lesson, student), "")
        return value if isinstance(value, str) else ""

    def set_lesson_answers(self, lesson: str, student: str, text: str) -> None:
        self._store.setValue(_lesson_key("answers", lesson, student), text)

    def lesson_right(self, lesson: str, student: str) -> list[str]:
        """The steps of a lesson that a student has had right."""
        stored = self._store.value(_lesson_key("right", lesson, student), [])
        names = [stored] if isinstance(stored, str) else stored
        return [name for name in names or [] if isinstance(name, str)]

    def set_lesson_right(self, lesson: str, student: str, steps: list[str]) -> None:
        self._store.setValue(_lesson_key("right", lesson, student), steps)

    @property
    def student(self) -> str:
        """Who answers the graded lessons here."""
        value = self._store.value("lessons-student", "")
        return value if isinstance(value, str) else ""

    @student.setter
    def student(self, name: str) -> None:
        self._store.setValue("lessons-student", name)

    @property
    def is_tour_settled(self) -> bool:
        """Whether the tour was taken or declined."""
        return self._choice("tour/settled", ("yes", "no"), "no") == "yes"

    @is_tour_settled.setter
    def is_tour_settled(self, settled: bool) -> None:
        self._store.setValue("tour/settled", "yes" if settled else "no")

    @property
    def geometry(self) -> QByteArray | None:
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def docks(self) -> QByteArray | None:
        return self._bytes("window/docks")

    @docks.setter
    def docks(self, value: QByteArray) -> None:
        self._store.setValue("window/docks", value)

    @property
    def docks_away(self) -> list[str]:
        """Names of the docks that the person has put away."""
        stored = self._store.value("window/away", [])
        names = [stored] if isinstance(stored, str) else stored
        return [name for name in names or [] if isinstance(name, str)]

    def put_away(self, dock: str, away: bool) -> None:
        """A dock was closed by hand, or shown again."""
        others = [name for name in self.docks_away if name != dock]
        self._store.setValue("window/away", [*others, dock] if away else others)

    @property
    def help_geometry(self) -> QByteArray | None:
        """Where the window of the help stood, and how large it was."""
        return self._bytes("help/geometry")

    @help_geometry.setter
    def help_geometry(self, value: QByteArray) -> None:
        self._store.setValue("help/geometry", value)

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None


def _lesson_key(what: str, lesson: str, student: str) -> str:
    """Names may hold what parts a key."""
    return f"lesson-{what}/{quote(lesson, safe='')}/{quote(student, safe='') or '-'}"
