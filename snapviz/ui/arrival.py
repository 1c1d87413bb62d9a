"""What was opened is ready: it is shown as soon as nothing can be lost by that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from snapviz.scenario.model import Scenario
from snapviz.ui.document import Document
from snapviz.ui.editor import Editor
from snapviz.ui.messages import MessageBar
from snapviz.ui.opening import name_of
from snapviz.ui.unsaved import UnsavedQuestion
from snapviz.ui.wording import filled

AGAIN_MS = 50


class Arrival(QObject):
    """Calls ``show`` with a document that is ready; asks before, if another was edited meanwhile.

    ``save``: saves the other one, and calls what follows if that is done.
    """

    def __init__(
        self,
        editor: Editor,
        messages: MessageBar,
        question: UnsavedQuestion,
        save: Callable[[Callable[[], None]], None],
        show: Callable[[Document], None],
    ):
        super().__init__(editor)
        self._editor, self._messages, self._question = editor, messages, question
        self._save, self._show = save, show
        self._left: Scenario | None = None
        self._waiting: Document | None = None

    @property
    def waits(self) -> bool:
        """Whether something is ready that cannot be shown yet."""
        return self._waiting is not None

    def expect(self) -> None:
        """A document is opened; whoever has unsaved work has said that it may go, as it is now."""
        document = self._editor.document
        self._left = document.scenario if document is not None else None
        self._waiting = None

    def end(self) -> None:
        """Nothing is wanted any more."""
        self._waiting = None

    def take(self, document: Document) -> None:
        """Show it as soon as hands are free, unless something else is wanted by then."""
        self.when_free(document, self._go_on)

    def when_free(self, document: Document, go_on: Callable[[Document], None]) -> None:
        """Go on with it when nothing is held or asked, unless something else is wanted by then."""
        self._waiting = document
        self._try(document, go_on)

    def _try(self, document: Document, go_on: Callable[[Document], None]) -> None:
        if self._waiting is not document:
            return
        # What a dialog or a menu is about must still be there when it is answered.
        is_asked = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if self._editor.in_gesture or is_asked:
            QTimer.singleShot(AGAIN_MS, self, lambda: self._try(document, go_on))
        else:
            self._waiting = None
            go_on(document)

    def _go_on(self, document: Document) -> None:
        here = self._editor.document
        if here is None or not here.dirty or here.scenario is self._left:
            self._show(document)
        else:
            self._ask(document)

    def _ask(self, document: Document) -> None:
        show = partial(self._show, document)
        offer = partial(self._messages.tell, lambda: self._offer(document))

        def save_and_show() -> None:
            # Stays when there is no place to save to after all.
            offer()
            self._save(show)

        here = name_of(self._editor.document)
        self._question.ask(here, save_and_show, show, offer, self._name(document))

    def _offer(self, document: Document) -> None:
        text = filled(self.tr("%1 is ready."), self._name(document))
        self._messages.offer(text, self.tr("Show it"), lambda: self.take(document))

    def _name(self, document: Document) -> str:
        return name_of(document) or self.tr("What you opened")
