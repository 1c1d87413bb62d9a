"""A lesson on paper: figures and questions on one sheet, the key on another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QUrl
from PySide6.QtGui import (
    QImage,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)

from snapviz.diagram.spacetime import View, spacetime
from snapviz.diagram.theme import theme
from snapviz.lessons.checking import question_of
from snapviz.lessons.facts import World
from snapviz.lessons.figures import put_in
from snapviz.lessons.model import Lesson, Stage
from snapviz.lessons.questions.question import Question
from snapviz.lessons.words import Told
from snapviz.run import Run

from .fonts import make_font
from .surfaces import image
from .whole import WholeFile
from .wishes import picture_height

MARGIN_MM = 16
RESOLUTION = 96
FIGURE_WIDTH, FIGURE_SCALE = 1000, 2.0
BOX, BLANK = "☐ ", "______"
SIZE, HEADING, TITLE = 13, 16, 22


@dataclass(frozen=True)
class Writing:
    """In which language: ``say`` the sentences of questions, ``word`` those of the sheet itself."""

    language: str
    say: Callable[[Told], str]
    word: Callable[[str], str]


def handout(
    lesson: Lesson, found: dict[str, World], writing: Writing, student: str, sheet: Path, key: Path
) -> None:
    """Write the sheet of a lesson, drawn for a student if it is graded, and its key.

    Raises ExportError where nothing can be written, Unaskable for what cannot be asked.
    """
    for paper, path in zip(papers(lesson, found, writing, student), (sheet, key), strict=True):
        _save(paper, path)


def papers(
    lesson: Lesson, found: dict[str, World], writing: Writing, student: str
) -> tuple[_Paper, _Paper]:
    """The sheet and the key."""
    questions = {
        step.id: question_of(lesson, step, found[step.scenario].run, student)
        for step in lesson.steps
        if step.ask is not None
    }
    paper = _Paper(_title(lesson, writing))
    paper.line(f"{writing.word('Name:')} {student or BLANK * 4}")
    _write_sheet(paper, lesson, found, writing, questions)
    answers = _Paper(f"{_title(lesson, writing)}: {writing.word('key')}")
    if student:
        answers.line(student)
    _write_key(answers, lesson, found, writing, questions)
    return paper, answers


def _title(lesson: Lesson, writing: Writing) -> str:
    return lesson.books[writing.language].title


def _write_sheet(
    paper: _Paper, lesson: Lesson, found: dict[str, World], writing: Writing,
    questions: dict[str, Question],
) -> None:  # fmt: skip
    for number, step in enumerate(lesson.steps, 1):
        world, page = found[step.scenario], lesson.books[writing.language].pages[step.id]
        paper.heading(f"{number}. {page.title}")
        if step.id in questions:
            # On paper all pages lie open, so a run shown to its end would tell of the next.
            paper.figure(_figure(world.run, step.stage, writing))
        paper.markdown(put_in(page.text, world))
        if step.id in questions:
            question = questions[step.id]
            paper.line(writing.say(question.prompt), is_strong=True)
            for option in question.options:
                words = writing.say(option.text)
                paper.line(_to_fill_in(question.form, words), indent=1)
        elif step.check is not None:
            paper.line(writing.word("To be done in the window."), is_strong=True)


def _to_fill_in(form: str, words: str) -> str:
    """An option, with room for what is to be written there."""
    if form == "order":
        return f"{BLANK} {words}"
    return f"{words}: {BLANK}" if form == "numbers" else BOX + words


def _write_key(
    paper: _Paper, lesson: Lesson, found: dict[str, World], writing: Writing,
    questions: dict[str, Question],
) -> None:  # fmt: skip
    for number, step in enumerate(lesson.steps, 1):
        if step.id not in questions:
            continue
        page = lesson.books[writing.language].pages[step.id]
        question = questions[step.id]
        paper.heading(f"{number}. {page.title}")
        paper.line(writing.say(question.prompt))
        for words in _right(question, writing):
            paper.line(words, indent=1, is_strong=True)
        paper.markdown(put_in(page.reveal, found[step.scenario]))


def _right(question: Question, writing: Writing) -> Iterator[str]:
    if question.form == "order":
        said = {option.id: writing.say(option.text) for option in question.options}
        yield from (f"{place}. {said[name]}" for place, name in enumerate(question.key, 1))
        return
    for option in question.options:
        words = writing.say(option.text)
        if isinstance(question.key, dict):
            yield f"{words}: {question.key[option.id]}"
        elif option.id in question.key:
            yield words


def _figure(run: Run, stage: Stage, writing: Writing) -> QImage:
    """The diagram as the window would show it at the beginning of the step."""
    at_us = run.until_us if stage.at_us is None else stage.at_us
    is_whole = stage.future != "hidden" or at_us == 0
    view = View(
        width=FIGURE_WIDTH,
        height=min(picture_height(len(run.trace.process_ids), FIGURE_WIDTH), 460),
        future="shown" if is_whole else "hidden",
        legend=False,
        translate=writing.word,
        rows=None if is_whole else run.trace.rows_at(at_us),
        time_us=None if is_whole else at_us,
    )
    return image(spacetime(run, view), theme("light"), FIGURE_SCALE)


class _Paper:
    """A document that grows line by line, and is printed at the end."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.document = QTextDocument()
        self.document.setDefaultFont(make_font(SIZE, tabular=False))
        self._cursor = QTextCursor(self.document)
        self._is_empty = True
        self._figures = 0
        self._put(title, make_font(TITLE, 600, tabular=False), above=0)

    def heading(self, text: str) -> None:
        self._put(text, make_font(HEADING, 600, tabular=False), above=18)

    def line(self, text: str, indent: int = 0, is_strong: bool = False) -> None:
        weight = 600 if is_strong else 400
        self._put(text, make_font(SIZE, weight, tabular=False), above=5, indent=indent)

    def markdown(self, text: str) -> None:
        self._block(6, 0)
        self._cursor.setCharFormat(self._format(make_font(SIZE, tabular=False)))
        self._cursor.insertMarkdown(text)

    def figure(self, drawn: QImage) -> None:
        self._figures += 1
        name = f"figure{self._figures}"
        self.document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), drawn)
        self._block(6, 0)
        made = QTextImageFormat()
        made.setName(name)
        # As wide as the text of a page of A4.
        made.setWidth((210 - 2 * MARGIN_MM) / 25.4 * RESOLUTION)
        self._cursor.insertImage(made)

    def _put(self, text: str, font, above: int, indent: int = 0) -> None:
        self._block(above, indent)
        self._cursor.insertText(text, self._format(font))

    def _block(self, above: int, indent: int) -> None:
        shape = QTextBlockFormat()
        shape.setTopMargin(above)
        shape.setLeftMargin(18 * indent)
        if self._is_empty:
            self._cursor.setBlockFormat(shape)
            self._is_empty = False
        else:
            self._cursor.insertBlock(shape, QTextCharFormat())

    def _format(self, font) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(font)
        return made


def _save(paper: _Paper, path: Path) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setTitle(paper.title)
    writer.setCreator("snapviz")
    paper.document.print_(writer)
    with WholeFile(path) as whole:
        whole.write(bytes(buffer.data()))
        whole.commit()
