"""What the narrator says of checkpoints and message logs; every sentence of its tellers."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

LOGGED = (
    QT_TRANSLATE_NOOP("Narrator", "The script asks %1 for a checkpoint"),
    QT_TRANSLATE_NOOP("Narrator", "The clock of %1 reads %2 ms, an interval is over"),
    QT_TRANSLATE_NOOP("Narrator", "it saves its state as checkpoint %1"),
    QT_TRANSLATE_NOOP("Narrator", "its index becomes %1"),
    QT_TRANSLATE_NOOP(
        "Narrator",
        "%1 is about to receive %2 from %3, which carries index %4, and its own is only %5",
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 sends %2 to %3 with its index, %4"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 receives %2 from %3: its index %4 is not above %5, the own one"
    ),
    QT_TRANSLATE_NOOP("Narrator", "interval %1 of its own begins"),
    QT_TRANSLATE_NOOP(
        "Narrator",
        "%1, which has sent since its last checkpoint, is about to receive %2 from %3, which depends on what %1 did not depend on (%4)",
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 sends %2 to %3 with its dependency vector (%4)"),
    QT_TRANSLATE_NOOP("Narrator", "%1 receives %2 from %3, which depends on nothing new"),
    QT_TRANSLATE_NOOP(
        "Narrator",
        "%1, which has sent nothing since its last checkpoint, receives %2 from %3: it notes what it depends on now (%4)",
    ),
    QT_TRANSLATE_NOOP("Narrator", "it answers that it takes part"),
    QT_TRANSLATE_NOOP("Narrator", "it answers that none is needed"),
    QT_TRANSLATE_NOOP("Narrator", "it refuses"),
    QT_TRANSLATE_NOOP("Narrator", "%1 hears from %2 that it takes part"),
    QT_TRANSLATE_NOOP("Narrator", "%1 hears from %2 that none is needed there"),
    QT_TRANSLATE_NOOP("Narrator", "%1 hears that %2 refuses"),
    QT_TRANSLATE_NOOP("Narrator", "%1 sends %3 to %2 as its message %4"),
    QT_TRANSLATE_NOOP("Narrator", "%2 receives %3 from %1, its message %4"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 is to send something to %2: it waits for the end of the round"
    ),
    QT_TRANSLATE_NOOP("Narrator", "The clock of %1 reads %2 ms, it is its turn"),
    QT_TRANSLATE_NOOP("Narrator", "it takes the tentative checkpoint %1"),
    QT_TRANSLATE_NOOP("Narrator", "it asks %1 for one, of which it has received up to message %2"),
    QT_TRANSLATE_NOOP("Narrator", "it tells %1"),
    QT_TRANSLATE_NOOP("Narrator", "checkpoint %1 is discarded"),
    QT_TRANSLATE_NOOP("Narrator", "checkpoint %1 is permanent"),
    QT_TRANSLATE_NOOP("Narrator", "%1 is asked by %2, which has received its messages up to %3"),
    QT_TRANSLATE_NOOP("Narrator", "it has sent some of them since its last checkpoint"),
    QT_TRANSLATE_NOOP("Narrator", "it takes part already"),
    QT_TRANSLATE_NOOP("Narrator", "it has sent none of them since its last checkpoint"),
    QT_TRANSLATE_NOOP("Narrator", "it is in another round"),
    QT_TRANSLATE_NOOP("Narrator", "this round is over for it"),
    QT_TRANSLATE_NOOP("Narrator", "%1 hears from %2 that all took part"),
    QT_TRANSLATE_NOOP("Narrator", "%1 hears from %2 that not all took part"),
    QT_TRANSLATE_NOOP("Narrator", "it is in that round no more"),
    QT_TRANSLATE_NOOP("Narrator", "%1 is asked by %2 what was decided"),
    QT_TRANSLATE_NOOP("Narrator", "nothing is decided yet"),
    QT_TRANSLATE_NOOP("Narrator", "%1 has heard of no decision for long: it asks %2 for it"),
    QT_TRANSLATE_NOOP("Narrator", "%1 has waited long enough for answers"),
    QT_TRANSLATE_NOOP("Narrator", "A recovery ends the round of %1"),
    QT_TRANSLATE_NOOP("Narrator", "no crash of a single process, as of now, would need these"),
    QT_TRANSLATE_NOOP(
        "Narrator",
        "a checkpoint is still tentative, and these lie behind the line of a crash of all",
    ),
    QT_TRANSLATE_NOOP("Narrator", "these lie behind the state that is left if all crash now"),
    QT_TRANSLATE_NOOP("Narrator", "A checkpoint of %1 begins to count: nothing can be discarded"),
    QT_TRANSLATE_NOOP("Narrator", "A checkpoint of %1 begins to count"),
    QT_TRANSLATE_NOOP("Narrator", "discarded are the checkpoints %1"),
    QT_TRANSLATE_NOOP("Narrator", "with them goes the log of what %1 received up to %2 ms"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 receives %2 from %3: it is in its log before anything follows from it"
    ),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 receives %2 from %3: it has it in memory only, until its next write"
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 is about to take a checkpoint"),
    QT_TRANSLATE_NOOP("Narrator", "The time has come for a write of %1"),
    QT_TRANSLATE_NOOP("Narrator", "nothing is to be written"),
    QT_TRANSLATE_NOOP("Narrator", "it writes the message it has received since its last write"),
    QT_TRANSLATE_NOOP("Narrator", "it writes the %1 messages it has received since its last write"),
    QT_TRANSLATE_NOOP("Narrator", "%1 sends %2 to %3 as its message %4"),
    QT_TRANSLATE_NOOP("Narrator", "there is no determinant that %1 may lack"),
    QT_TRANSLATE_NOOP("Narrator", "it attaches the determinants of %1"),
    QT_TRANSLATE_NOOP("Narrator", "%1 receives %2 from %3, its message %4"),
    QT_TRANSLATE_NOOP("Narrator", "it adds a determinant to its own order"),
    QT_TRANSLATE_NOOP("Narrator", "with it come the determinants of %1"),
    QT_TRANSLATE_NOOP("Narrator", "it forgets the determinants of what it has received before"),
    QT_TRANSLATE_NOOP("Narrator", "%1 takes checkpoint %2"),
    QT_TRANSLATE_NOOP("Narrator", "Checkpoint %2 of %1 is permanent"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 sends %2 to %3 and keeps it in its memory, as its message %4 to %3"
    ),
    QT_TRANSLATE_NOOP("Narrator", "as no path leads back to %1, it writes its log"),
    QT_TRANSLATE_NOOP("Narrator", "it tells %1 that this was number %2 of all it received"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 is to send something to %2: it waits until all it received is confirmed"
    ),
    QT_TRANSLATE_NOOP("Narrator", "For %1 there is %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 has something to send and receives nothing before"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 hears that %2 received its message %3 as number %4: it confirms that"
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 hears that %2 has noted number %4 beside its message %3"),
    QT_TRANSLATE_NOOP("Narrator", "%1 is asked by %2 as which it received its message %3"),
    QT_TRANSLATE_NOOP("Narrator", "it has not received it"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 starts again: it asks %2 as which it received its message %3"
    ),
    QT_TRANSLATE_NOOP(
        "Narrator",
        "%1 has had no confirmation for 1 s: it tells %2 again that its message %3 was number %4",
    ),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 starts again: it tells %2 again that its message %3 was number %4"
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets a message that has come before"),
    QT_TRANSLATE_NOOP("Narrator", "a control message of %1"),
    QT_TRANSLATE_NOOP("Narrator", "%1 from %2"),
)
