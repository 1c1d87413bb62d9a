"""The sentences of questions, word for word, to be translated; and saying them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from snapviz.lessons.words import Told
from snapviz.ui.wording import filled

SENTENCES = (
    QT_TRANSLATE_NOOP("Questions", "Which messages does %1 record on %2 → %3?"),
    QT_TRANSLATE_NOOP("Questions", "%1 is received before %2 records: it is in the state of %2."),
    QT_TRANSLATE_NOOP(
        "Questions", "%1 is sent before %2 records and received after %3 does: it is in transit."
    ),
    QT_TRANSLATE_NOOP("Questions", "None: the channel is empty"),
    QT_TRANSLATE_NOOP(
        "Questions", "%1 is sent only after %2 has recorded: the cut does not know it."
    ),
    QT_TRANSLATE_NOOP("Questions", "%1 was lost: it is on no channel."),
    QT_TRANSLATE_NOOP("Questions", "No message is in transit on this channel."),
    QT_TRANSLATE_NOOP(
        "Questions",
        "%1 is received inside the cut but sent outside it: an effect without its cause.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions", "%1 is sent outside the cut, and not received inside it either."
    ),
    QT_TRANSLATE_NOOP("Questions", "Is the cut of %1 consistent? If not, which message breaks it?"),
    QT_TRANSLATE_NOOP(
        "Questions",
        "A cut leaves so many events of each process inside: %1. Is it consistent? If not, which message breaks it?",
    ),
    QT_TRANSLATE_NOOP("Questions", "None: the cut is consistent"),
    QT_TRANSLATE_NOOP(
        "Questions", "%1 is sent inside the cut and not received there: it is in transit."
    ),
    QT_TRANSLATE_NOOP("Questions", "%1 is sent and received inside the cut; it breaks nothing."),
    QT_TRANSLATE_NOOP("Questions", "No message breaks this cut."),
    QT_TRANSLATE_NOOP(
        "Questions",
        "It is the first marker of %2 that %1 gets: before anything else, %1 records its state.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions", "At %1 ms the marker of %2 from %3 reaches %4. What does %4 do?"
    ),
    QT_TRANSLATE_NOOP(
        "Questions",
        "%1 has recorded its state for %4 at %2 ms already; this marker only ends the recording of %3 → %1.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions", "It records its state, takes %1 → %2 as empty, and sends markers on."
    ),
    QT_TRANSLATE_NOOP(
        "Questions",
        "It closes %1 → %2: what has come since it recorded is the state of the channel.",
    ),
    QT_TRANSLATE_NOOP("Questions", "It sends the marker on and records nothing yet."),
    QT_TRANSLATE_NOOP(
        "Questions",
        "In the vector of %1 the entry of %3 is %2, so %4 is counted in it: it came first.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions",
        "In the vector of %1 the entry of %3 is only %2, so nothing leads there from %4; the other way round it is the same.",
    ),
    QT_TRANSLATE_NOOP("Questions", "How do these two stand to each other: %1, and %2?"),
    QT_TRANSLATE_NOOP("Questions", "The first happened before the second"),
    QT_TRANSLATE_NOOP("Questions", "The second happened before the first"),
    QT_TRANSLATE_NOOP("Questions", "They are concurrent"),
    QT_TRANSLATE_NOOP("Questions", "%1 → %2 %3 (sent at %4 ms)"),
    QT_TRANSLATE_NOOP("Questions", "event %1 of %2 (%3 ms)"),
    QT_TRANSLATE_NOOP(
        "Questions",
        "%1 crashes. From which checkpoint does each process go on? The initial state is 0.",
    ),
    QT_TRANSLATE_NOOP("Questions", "%1 (%2; %3: it stays as it is)"),
    QT_TRANSLATE_NOOP("Questions", "A number for every process is needed."),
    QT_TRANSLATE_NOOP(
        "Questions",
        "These states go together, but there are later ones that do: less need be undone.",
    ),
    QT_TRANSLATE_NOOP("Questions", "%1 (%2)"),
    QT_TRANSLATE_NOOP(
        "Questions",
        "There %1 would be an orphan: received, and never sent. The receiver must go further back.",
    ),
    QT_TRANSLATE_NOOP("Questions", "%1 has nothing numbered so; there are %2."),
    QT_TRANSLATE_NOOP("Questions", "Fill in the vector clock of %1."),
    QT_TRANSLATE_NOOP(
        "Questions",
        "The entry of %1 is %2: the last of its events from which messages lead here is %3.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions", "The entry of %1 itself counts its own events, this one included: %2."
    ),
    QT_TRANSLATE_NOOP("Questions", "No event of %1 is in the past of this one, so its entry is 0."),
    QT_TRANSLATE_NOOP("Questions", "event %1 of %2"),
    QT_TRANSLATE_NOOP("Questions", "No effect comes before its cause here either: %1."),
    QT_TRANSLATE_NOOP(
        "Questions",
        "In which of these orders could the events have happened, with the same messages?",
    ),
    QT_TRANSLATE_NOOP("Questions", "%1, then %2"),
    QT_TRANSLATE_NOOP(
        "Questions",
        "Put these events into an order in which they could have happened, with the same messages.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions",
        "It happened in one order. Put these events into another one in which they could have happened, with the same messages.",
    ),
    QT_TRANSLATE_NOOP("Questions", "Every event has one place in the order."),
    QT_TRANSLATE_NOOP("Questions", "That is how it happened; what is asked for is another order."),
    QT_TRANSLATE_NOOP("Questions", "In this order %1 comes before its cause, %2."),
    QT_TRANSLATE_NOOP(
        "Questions",
        "A program with one mistake in its rules recorded for %1: %2. What does it do wrong?",
    ),
    QT_TRANSLATE_NOOP("Questions", "%1 was recorded on its channel, though it is not on its way."),
    QT_TRANSLATE_NOOP("Questions", "With that mistake it would have recorded: %1."),
    QT_TRANSLATE_NOOP("Questions", "%1 is in a state, though it was not yet sent: an orphan."),
    QT_TRANSLATE_NOOP("Questions", "%1 is on its way, and was recorded nowhere."),
    QT_TRANSLATE_NOOP("Questions", "It records no channel at all."),
    QT_TRANSLATE_NOOP("Questions", "It records its state only with the last marker."),
    QT_TRANSLATE_NOOP("Questions", "It goes on recording every channel until the last marker."),
    QT_TRANSLATE_NOOP("Questions", "The next marker ends the recording of all channels."),
    QT_TRANSLATE_NOOP(
        "Questions", "All are to agree on %1. What becomes of it by the end of the run?"
    ),
    QT_TRANSLATE_NOOP("Questions", "By %1 ms a majority has accepted it, and so it is committed."),
    QT_TRANSLATE_NOOP(
        "Questions", "By %1 ms a majority has it on its log, and so it is committed."
    ),
    QT_TRANSLATE_NOOP(
        "Questions", "Everybody votes yes, and so at %1 ms the coordinator decides to commit."
    ),
    QT_TRANSLATE_NOOP(
        "Questions",
        "The coordinator is back at %1 ms and finds no decision on its log, so it has told nobody to commit: it aborts.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions", "At %1 ms votes are still missing, and so the coordinator aborts."
    ),
    QT_TRANSLATE_NOOP("Questions", "%1 votes no, and one no is enough: at %2 ms it is aborted."),
    QT_TRANSLATE_NOOP(
        "Questions", "What was recorded is not whole or stands no more: at %1 ms it is aborted."
    ),
    QT_TRANSLATE_NOOP(
        "Questions",
        "By the end nobody knows of a majority that has accepted it, so nobody may decide.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions",
        "By the end no leader knows of a majority with its entry, so none may decide.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions",
        "Who has voted yes may not decide alone: %1. And the coordinator has told no decision by the end.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions", "At the end of the run no process has a decision on %1 on its log."
    ),
    QT_TRANSLATE_NOOP("Questions", "It is committed"),
    QT_TRANSLATE_NOOP("Questions", "It is aborted"),
    QT_TRANSLATE_NOOP("Questions", "It stays undecided"),
    QT_TRANSLATE_NOOP(
        "Questions", "%1 comes back from checkpoint %2. Which messages are replayed to it?"
    ),
    QT_TRANSLATE_NOOP("Questions", "%1 is not on the log of what %2 had received by then."),
    QT_TRANSLATE_NOOP(
        "Questions",
        "%1 had come, but was not written to the log yet when %2 crashed: it is gone.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions",
        "%1 was received after checkpoint %2, so %3 does not have it there; the log does.",
    ),
    QT_TRANSLATE_NOOP("Questions", "None: the checkpoint has them all"),
    QT_TRANSLATE_NOOP(
        "Questions", "%1 was received before the checkpoint: it is in the saved state."
    ),
    QT_TRANSLATE_NOOP("Questions", "Nothing that stands was received after checkpoint %1 of %2."),
    QT_TRANSLATE_NOOP(
        "Questions",
        "%1 begins at %2 ms and is complete at %3 ms. Which of these states can it record? In brackets: how many events lie before.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions",
        "%1 is received inside this state but sent outside it: an effect without its cause.",
    ),
    QT_TRANSLATE_NOOP("Questions", "It could also be this: %1. All in it goes together."),
    QT_TRANSLATE_NOOP(
        "Questions",
        "When %1 began, %2 had %3 events behind it already; no snapshot is of a state before it began.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions",
        "When %1 was complete, %2 had only %3 events behind it; the rest was still to come.",
    ),
    QT_TRANSLATE_NOOP("Questions", "After which of these crashes is %1 no longer to be had whole?"),
    QT_TRANSLATE_NOOP("Questions", "The part of %1 is with itself and %2 only: all are down."),
    QT_TRANSLATE_NOOP("Questions", "None: it survives each of these"),
    QT_TRANSLATE_NOOP("Questions", "The part of %1 is with itself alone."),
    QT_TRANSLATE_NOOP("Questions", "Without %1 each part is still to be had from somebody."),
    QT_TRANSLATE_NOOP("Questions", "It survives each of these."),
    QT_TRANSLATE_NOOP(
        "Questions",
        "%1 asks when its clock reads %2 ms and has the answer at %3; the server read %4 when it was asked and %5 when it answered. What does %1 add to its clock?",
    ),
    QT_TRANSLATE_NOOP(
        "Questions",
        "The way there and back took %1 ms. Half of it, %2, after the server has spoken, it must be %3 there; the difference to %4 is added.",
    ),
    QT_TRANSLATE_NOOP(
        "Questions", "That forgets the way: the answer is about %1 ms old when it comes."
    ),
    QT_TRANSLATE_NOOP("Questions", "%1 ms"),
    QT_TRANSLATE_NOOP("Questions", "None of them comes out right here."),
    QT_TRANSLATE_NOOP("Questions", "By %1 it comes out right, with %2 control messages."),
    QT_TRANSLATE_NOOP("Questions", "By which of these does %1 come out right on this run?"),
    QT_TRANSLATE_NOOP("Questions", "None of them"),
    QT_TRANSLATE_NOOP("Questions", "By %1 it is not complete at the end, at %2 ms."),
    QT_TRANSLATE_NOOP("Questions", "By %1 it has an orphan: %2."),
    QT_TRANSLATE_NOOP("Questions", "By %1 a message on its way is missing: %2."),
    QT_TRANSLATE_NOOP("Questions", "By %1 a message is recorded that is not on its way: %2."),
    QT_TRANSLATE_NOOP("Questions", "By %1 the sum does not come out."),
    QT_TRANSLATE_NOOP("Questions", "The clocks are to stay as they were."),
    QT_TRANSLATE_NOOP("Questions", "Clocks to be changed: %1, and not %2."),
    QT_TRANSLATE_NOOP("Questions", "The channels are to stay as they were."),
    QT_TRANSLATE_NOOP("Questions", "Channels to be changed: %1, and not %2."),
    QT_TRANSLATE_NOOP("Questions", "The script is to stay as it was."),
    QT_TRANSLATE_NOOP("Questions", "Actions of the script to be changed: %1, and not %2."),
    QT_TRANSLATE_NOOP("Questions", "The delays of single messages are to stay as they were."),
    QT_TRANSLATE_NOOP("Questions", "Delays of single messages to be changed: %1, and not %2."),
    QT_TRANSLATE_NOOP("Questions", "Something else was changed that is to stay as it was."),
)


def said(words: Told) -> str:
    """A sentence in the language of the window."""
    values = [said(value) if isinstance(value, Told) else value for value in words.values]
    sentence = QCoreApplication.translate("Questions", words.sentence)
    if sentence == words.sentence:
        # The name of an algorithm, which the whole window has.
        sentence = QCoreApplication.translate("Words", sentence)
    return filled(sentence, *values)
