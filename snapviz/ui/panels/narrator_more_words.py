"""What the narrator says of recoveries, clocks, kept snapshots and causal delivery."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

TOLD = (
    QT_TRANSLATE_NOOP("Narrator", "%1 is down: what the script asks of it is left out"),
    QT_TRANSLATE_NOOP("Narrator", "%1 is up: there is nothing to restart"),
    QT_TRANSLATE_NOOP("Narrator", "The standby for %1 is down, so it cannot restart"),
    QT_TRANSLATE_NOOP("Narrator", "What %1 still had to send to %2 is never sent"),
    QT_TRANSLATE_NOOP("Narrator", "Nothing is left from which %1 could restart"),
    QT_TRANSLATE_NOOP("Narrator", "What %1 needs to go back so far was discarded as garbage"),
    QT_TRANSLATE_NOOP("Narrator", "%1 crashes: what is in its memory is gone"),
    QT_TRANSLATE_NOOP("Narrator", "it waits until %1 is back"),
    QT_TRANSLATE_NOOP("Narrator", "A control message from %1 comes to %2, which is down"),
    QT_TRANSLATE_NOOP("Narrator", "%3 from %1 comes to %2, which is down"),
    QT_TRANSLATE_NOOP("Narrator", "it is lost"),
    QT_TRANSLATE_NOOP("Narrator", "These keep the state they have: %1"),
    QT_TRANSLATE_NOOP("Narrator", "All are rolled back to %1 ms at the latest"),
    QT_TRANSLATE_NOOP("Narrator", "Restart of %1"),
    QT_TRANSLATE_NOOP("Narrator", "nobody has to go back"),
    QT_TRANSLATE_NOOP("Narrator", "the recovery line is reached from the checkpoints %1"),
    QT_TRANSLATE_NOOP("Narrator", "%1 takes the place of %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 has lost its stable storage with its machine"),
    QT_TRANSLATE_NOOP("Narrator", "What %1 did after that is undone: one event"),
    QT_TRANSLATE_NOOP("Narrator", "What %1 did after that is undone: %2 events"),
    QT_TRANSLATE_NOOP("Narrator", "%1 starts from its initial state (%2)"),
    QT_TRANSLATE_NOOP("Narrator", "%1 starts from its part of %3, which %4 has kept (%2)"),
    QT_TRANSLATE_NOOP("Narrator", "%1 starts from checkpoint %3, taken at %4 ms (%2)"),
    QT_TRANSLATE_NOOP("Narrator", "%3 replays the receipt of %1 from %2: %4 becomes %5"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%2 comes to the point where it sent %1 to %3, and does not send it again"
    ),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 from %2 to %3 was never sent after all, so it was not received either"
    ),
    QT_TRANSLATE_NOOP(
        "Narrator", "%3 has not received %1 from %2 after all, but it was sent: %3 gets it again"
    ),
    QT_TRANSLATE_NOOP(
        "Narrator",
        "%3 has not received %1 from %2 after all, and nobody has it any more: it is lost",
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 from %2 to %3 was never sent after all"),
    QT_TRANSLATE_NOOP("Narrator", "it is now %1 ms ahead of true time"),
    QT_TRANSLATE_NOOP("Narrator", "it is now %1 ms behind true time"),
    QT_TRANSLATE_NOOP("Narrator", "it now reads true time"),
    QT_TRANSLATE_NOOP("Narrator", "it gains %1 µs a second"),
    QT_TRANSLATE_NOOP("Narrator", "it loses %1 µs a second"),
    QT_TRANSLATE_NOOP("Narrator", "it neither gains nor loses"),
    QT_TRANSLATE_NOOP("Narrator", "The clock of %1 is set"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 is asked by %2 for its time: it answers that its clock reads %3 ms"
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 hears from %2 that its clock read %3 ms, %4 ms after asking"),
    QT_TRANSLATE_NOOP("Narrator", "it asks once more"),
    QT_TRANSLATE_NOOP("Narrator", "that is of no use any more"),
    QT_TRANSLATE_NOOP("Narrator", "that answers an earlier round and counts as well"),
    QT_TRANSLATE_NOOP("Narrator", "of %1 rounds the quickest counts, of %2 ms"),
    QT_TRANSLATE_NOOP("Narrator", "it leaves its clock as it is"),
    QT_TRANSLATE_NOOP("Narrator", "it sets its clock forward by %1 ms"),
    QT_TRANSLATE_NOOP("Narrator", "it sets its clock back by %1 ms"),
    QT_TRANSLATE_NOOP(
        "Narrator", "until it has gained %1 ms, its clock runs %2 µs a second faster"
    ),
    QT_TRANSLATE_NOOP("Narrator", "until it has lost %1 ms, its clock runs %2 µs a second slower"),
    QT_TRANSLATE_NOOP("Narrator", "%1 asks %2 for its time, when its own clock reads %3 ms"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 has waited 1 s in vain: it asks %2 again, when its own clock reads %3 ms"
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 has waited long enough"),
    QT_TRANSLATE_NOOP(
        "Narrator", "The clock of %1 has moved as far as it was to: it runs as before"
    ),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 is asked by %2 how far apart they are: it asks %2 for its time"
    ),
    QT_TRANSLATE_NOOP("Narrator", "it reports that it is %1 ms behind"),
    QT_TRANSLATE_NOOP("Narrator", "it reports that it is %1 ms ahead"),
    QT_TRANSLATE_NOOP("Narrator", "%1 hears that %2 is %3 ms behind it"),
    QT_TRANSLATE_NOOP("Narrator", "%1 hears that %2 is %3 ms ahead of it"),
    QT_TRANSLATE_NOOP("Narrator", "it tells %1 to move by %2 ms"),
    QT_TRANSLATE_NOOP("Narrator", "%1 hears from %2 that it is to move by %3 ms"),
    QT_TRANSLATE_NOOP("Narrator", "%1 asks all how far they are from it: %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 has waited long enough for reports"),
    QT_TRANSLATE_NOOP("Narrator", "%1 hears that %2 has its part: it need not send it any more"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 hears that %2 has stored its part: it need not send it any more"
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets the part of %2 for %3"),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets the part of %2 for %3, to keep a copy"),
    QT_TRANSLATE_NOOP("Narrator", "its checksum is wrong"),
    QT_TRANSLATE_NOOP("Narrator", "its checksum is right"),
    QT_TRANSLATE_NOOP("Narrator", "it has it already"),
    QT_TRANSLATE_NOOP("Narrator", "it answers"),
    QT_TRANSLATE_NOOP("Narrator", "no path leads back to answer by"),
    QT_TRANSLATE_NOOP("Narrator", "The part of %1 for %2 is complete"),
    QT_TRANSLATE_NOOP("Narrator", "it writes it down"),
    QT_TRANSLATE_NOOP("Narrator", "%1 has had no answer in time"),
    QT_TRANSLATE_NOOP("Narrator", "%1 starts again and knows of no answer"),
    QT_TRANSLATE_NOOP("Narrator", "it sends its part to %1"),
    QT_TRANSLATE_NOOP("Narrator", "it sends a copy of it to %1"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 sends %2 to %3 and attaches SENT, by which it is message %4 of %1 to %3"
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 receives %2: it has all that was sent to it causally before"),
    QT_TRANSLATE_NOOP(
        "Narrator",
        "%1 has now all that was sent to it causally before: it receives %2, held since %3 ms",
    ),
    QT_TRANSLATE_NOOP("Narrator", "it must not overtake what is held already"),
    QT_TRANSLATE_NOOP("Narrator", "it is held"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 must first have message %2 from %3, and has had %4 of them so far"
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 is down: no snapshot begins now"),
    QT_TRANSLATE_NOOP("Narrator", "%1 begins"),
    QT_TRANSLATE_NOOP("Narrator", "%1 ms have passed since the beginning of %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 is not complete yet"),
    QT_TRANSLATE_NOOP("Narrator", "%1 is complete, %2 ms after it began"),
)
