"""A lesson in the window: its scenario opened, its steps set, its texts shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from snapviz.lessons.answers import save_answers
from snapviz.lessons.figures import put_in
from snapviz.lessons.model import Lesson, Step
from snapviz.lessons.problems import LessonError
from snapviz.scenario import ScenarioError
from snapviz.ui.document import Document
from snapviz.ui.lessons.library import Library
from snapviz.ui.lessons.lock import refused
from snapviz.ui.lessons.on_diagram import OnDiagram
from snapviz.ui.lessons.panel import LessonPanel
from snapviz.ui.lessons.progress import Progress
from snapviz.ui.lessons.stage import WindowStage
from snapviz.ui.lessons.task import Situation, Task
from snapviz.ui.lessons.texts import put, titled
from snapviz.ui.refusals import lines_later
from snapviz.ui.selection import EventItem
from snapviz.ui.wording import filled

if TYPE_CHECKING:
    from snapviz.ui.workbench import Workbench


class Lessons(QObject):
    """Plays lessons on the window's own document."""

    def __init__(self, window, bench: Workbench):
        super().__init__(bench)
        self._window, self._bench = window, bench
        self._stage = WindowStage(bench, window)
        self._library = Library(self)
        self.task = Task(bench.editor, self)
        self._progress: Progress | None = None
        self._lesson: Lesson | None = None
        self._place = 0
        self._document: Document | None = None
        self._asked_for = ""
        self.panel = LessonPanel(window)
        self._on_diagram = OnDiagram(bench, self.panel, self.task, self)
        window.dock["lessons"].setWidget(self.panel)
        self._connect()
        self.panel.show_page("", "", 0, 0)
        self._show_nothing_asked()
        self.panel.show_away(True)

    def _connect(self) -> None:
        panel, editor, task = self.panel, self._bench.editor, self.task
        panel.lesson_chosen.connect(lambda place: self.begin(self._lessons[place]))
        panel.open_wanted.connect(self._ask_open)
        panel.begin_wanted.connect(lambda: self._lesson and self.begin(self._lesson))
        panel.moved.connect(lambda by: self._enter(self._place + by))
        panel.checked.connect(self._check_answer)
        panel.reveal_wanted.connect(task.reveal)
        panel.hint_wanted.connect(self._show_hint)
        panel.student.named.connect(self._name)
        panel.student.wanted.connect(self._save)
        panel.installEventFilter(self)
        self._library.changed.connect(self._take_lessons)
        self._library.opened.connect(self.begin)
        self._library.opening.connect(self._wait_for_lesson)
        self._library.progressed.connect(panel.waiting.show_share)
        panel.waiting.cancelled.connect(self._give_up)
        task.progressed.connect(panel.waiting.show_share)
        self._library.refused.connect(self._tell)
        task.asked.connect(self._ask)
        task.marked.connect(self._show_outcome)
        task.revealed.connect(self._reveal)
        editor.document_changed.connect(self._document_changed)
        editor.run_changed.connect(self._run_changed)
        editor.history_changed.connect(task.look_at_act)

    @property
    def _lessons(self) -> list[Lesson]:
        return self._library.lessons

    @property
    def busy(self) -> bool:
        """Something is still being read or worked out."""
        return self._library.busy or self.task.busy

    def show(self) -> None:
        """Show the panel in front."""
        self.furnish()
        self._window.dock["lessons"].show_in_front()

    def furnish(self) -> None:
        """The shipped lessons are read when somebody first looks."""
        self._library.fetch()

    def begin_shipped(self, name: str) -> None:
        """Show the panel and begin a lesson by its name, once the lessons are read."""
        self._asked_for = name
        self.show()
        self._begin_asked()

    def _begin_asked(self) -> None:
        found = [lesson for lesson in self._lessons if lesson.id == self._asked_for]
        if found:
            self._asked_for = ""
            self.begin(found[0])

    def _take_lessons(self) -> None:
        if self._lessons and self._lesson is None:
            self._lesson = self._lessons[0]
            self._place = self._kept_place()
        self._show_text()
        self._begin_asked()

    def _tell(self, folder: Path, error: LessonError) -> None:
        self.panel.waiting.end()
        later = [lines_later(one) for one in error.errors]
        messages = self._bench.session.messages
        messages.tell(
            lambda: messages.problem(
                filled(self.tr("The lesson %1 was not opened."), folder.name),
                [line for lines in later for line in lines()],
            )
        )

    def _wait_for_lesson(self, folder: Path) -> None:
        self.panel.waiting.begin(filled(self.tr("Playing %1 through to check it"), folder.name))

    def _give_up(self) -> None:
        """Not to wait: the lesson is not opened, or its step not begun."""
        self.panel.waiting.end()
        if self._library.is_opening:
            self._library.cancel()
        else:
            self.task.leave()
            self.panel.show_away(True)

    def _ask_open(self) -> None:
        self._offer()
        self._library.ask_for_folder(self._window)

    def open(self, folder: Path) -> None:
        """Open a lesson of the person's own; what is wrong with it is told in the window."""
        self._library.open(folder)

    # The way through a lesson

    def begin(self, lesson: Lesson) -> None:
        """Go to where a lesson was left; a lesson that was followed to its end begins anew."""
        self.panel.waiting.end()
        self._lesson = lesson
        self._document = None
        self._take_up(self._window.settings.student if lesson.graded else "")
        self._offer()
        self._enter(self._kept_place())

    def _take_up(self, student: str) -> None:
        """Go on with what a student has answered so far."""
        self._progress = Progress(self._window.settings, self._lesson, student)
        self.panel.student.setVisible(self._lesson.graded)
        self.panel.student.set_student(student)

    def _name(self, student: str) -> None:
        """Another student has other questions."""
        self._window.settings.student = student
        self._take_up(student)
        if self.is_here:
            self._enter(self._place)

    def _save(self, path: Path) -> None:
        messages = self._bench.session.messages
        try:
            save_answers(self._progress.answers, path)
        except ScenarioError as error:
            lines = lines_later(error)
            messages.tell(lambda: messages.problem(self.tr("The answers were not saved."), lines()))
        else:
            messages.tell(
                lambda: messages.success(filled(self.tr("The answers are in %1."), path.name))
            )

    def _kept_place(self) -> int:
        place = self._window.settings.lesson_step(self._lesson.id)
        return place if place + 1 < len(self._lesson.steps) else 0

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._lesson.steps[self._place]

    @property
    def is_here(self) -> bool:
        """The window shows the lesson's own document."""
        return self._document is not None and self._bench.files.document is self._document

    def _enter(self, place: int) -> None:
        """Go to a step: its scenario as it is in the lesson, and nothing answered."""
        if not 0 <= place < len(self._lesson.steps):
            return
        self._place = place
        scenario = self._lesson.scenarios[self.step.scenario]
        if self.is_here and self._document.scenario == scenario:
            self._begin_step()
            return
        document = Document(scenario)
        lesson = self._lesson
        document.refuses = lambda changed: refused(lesson, scenario, changed)
        if self.is_here:
            # What a student tried is no work to be saved.
            self._start(document)
        else:
            self._bench.files.leave(lambda: self._start(document))

    def _start(self, document: Document) -> None:
        self._document = document
        self.task.leave()
        self._bench.files.start(document)

    def _begin_step(self) -> None:
        self._window.settings.set_lesson_step(self._lesson.id, self._place)
        run = self._bench.editor.run
        self.panel.waiting.begin(self.tr("Working out the figures of this step"))
        self.task.begin(Situation(self._lesson, self.step, run, self._progress))
        self._show_nothing_asked()
        self._on_diagram.clear()
        self._stage.set(self.step.stage, is_told=False)
        self.panel.show_away(False)

    def _show_nothing_asked(self) -> None:
        self.panel.show_question(None)
        self.panel.show_task("read", False)
        self.panel.show_outcome(None)
        self.panel.show_more("", "")

    def _ask(self) -> None:
        """What the step asks is known, and all that its texts say."""
        self.panel.waiting.end()
        self.panel.show_question(self.task.question)
        self._on_diagram.ask()
        self._show_text()

    def _document_changed(self) -> None:
        if self._lesson is not None and not self.is_here:
            self.panel.waiting.end()
            self.task.leave()
            self._on_diagram.clear()
            self._stage.leave()
            self.panel.show_away(True)

    def _run_changed(self) -> None:
        if not self.is_here:
            return
        if self.task.situation is None:
            self._begin_step()
        else:
            self.task.look_at_act()

    # Answers

    def _check_answer(self) -> None:
        if self.panel.options is not None:
            self.task.check(self.panel.options.answer)

    def _reveal(self) -> None:
        self._stage.bring_back()
        self._on_diagram.clear()
        if self.step.ask is not None and self.step.stage.at_us is not None:
            # What comes of it can be seen, too.
            self._bench.set_future("shown")
            self._bench.session.playback.to_end()
        question = self.task.question
        if question is not None:
            self._bench.session.selection.set(*(EventItem(*event) for event in question.at))
        self._show_more()

    def _show_hint(self) -> None:
        self.task.is_hinted = True
        self._show_more()

    # Words

    def _offer(self) -> None:
        titles = [titled(lesson, self._window.settings) for lesson in self._lessons]
        chosen = self._lessons.index(self._lesson) if self._lesson in self._lessons else -1
        self.panel.offer(titles, chosen)

    def _show_text(self) -> None:
        self._offer()
        situation = self.task.situation
        if self._lesson is None or not self.is_here or not self.task.is_made:
            # Shown when it is there.
            return
        page = situation.page(self._window.settings.language)
        text = put_in(page.text, situation.world(situation.run))
        self.panel.show_page(page.title, text, self._place, len(self._lesson.steps))
        kind = "ask" if self.step.ask else "act" if self.step.check else "read"
        self.panel.show_task(kind, bool(page.hint) and kind != "read")
        self._show_outcome()
        self._show_more()

    def _show_outcome(self) -> None:
        self._offer()
        self.panel.show_progress(self._progress.right, len(self._lesson.asked))
        self.panel.show_outcome(self.task.outcome, self.task.explanation)

    def _show_more(self) -> None:
        situation, task = self.task.situation, self.task
        if situation is None:
            return
        page = situation.page(self._window.settings.language)
        first = situation.world(situation.run)
        now = situation.world(self._bench.editor.run or situation.run)
        hint = put_in(page.hint, first) if task.is_hinted else ""
        reveal = put(page.reveal, now, first) if task.is_revealed else ""
        self.panel.show_more(hint, reveal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.panel.retranslate()
            if self._lessons:
                self._show_text()
        return super().eventFilter(watched, event)

    def end(self) -> None:
        """The window closes: what was hidden is remembered as shown."""
        self._stage.bring_back()
        self.task.end()
        self._library.end()
