"""A clock is synchronised (Cristian, NTP): what is added to it?"""

from __future__ import annotations

from snapviz.diagram.figures import milliseconds, signed
from snapviz.engine.clocks import ClockSync, Sample
from snapviz.lessons.questions.question import (
    Answer,
    Asking,
    Option,
    Question,
    Unaskable,
    process_of,
)
from snapviz.lessons.words import Told, told

KIND = "clock-sync"
ABOUT = ("process", "time")
METHODS = ("cristian", "ntp")


def ask(asking: Asking) -> Question:
    """About the n-th time, from 1, that a clock is set; drawn where it is not given."""
    run, sync = asking.run, _sync(asking)
    sample = sync.best
    values = _values(sample)
    if sync.applied_us not in values:
        raise Unaskable("what was added follows from no single sample; ask about another")
    options = tuple(Option(f"v{us}", told("%1 ms", _signed(us))) for us in sorted(values))
    key = (f"v{sync.applied_us}",)
    name = run.trace.process_ids[sync.process]
    prompt = told(
        "%1 asks when its clock reads %2 ms and has the answer at %3; the server read %4 when it "
        "was asked and %5 when it answered. What does %1 add to its clock?",
        name, *(milliseconds(us) for us in (sample.t0, sample.t3, sample.t1, sample.t2)),
    )  # fmt: skip

    def explain(answer: Answer) -> Told:
        half = milliseconds(sample.delay_us // 2)
        if answer and values.get(int(answer[0][1:])) == "no-delay":
            return told("That forgets the way: the answer is about %1 ms old when it comes.", half)
        return told(
            "The way there and back took %1 ms. Half of it, %2, after the server has spoken, it "
            "must be %3 there; the difference to %4 is added.",
            milliseconds(sample.delay_us), half,
            milliseconds(sample.t3 + sync.applied_us), milliseconds(sample.t3),
        )  # fmt: skip

    return Question(KIND, prompt, "one", options, key, lambda answer: answer == key, explain)


def _sync(asking: Asking) -> ClockSync:
    run = asking.run
    found = [s for s in run.trace.clock_syncs if s.method in METHODS and s.samples]
    if "process" in asking.about:
        process = process_of(asking)
        found = [s for s in found if s.process == process]
    if not found:
        raise Unaskable("no such clock is set by cristian or ntp in this run")
    if "time" not in asking.about:
        return asking.draw.choice(found)
    if asking.about["time"] > len(found):
        raise Unaskable(f"that clock is set {len(found)} times")
    return found[asking.about["time"] - 1]


def _values(sample: Sample) -> dict[int, str]:
    """What might be added, in microseconds, and how one comes to it; the right one last."""
    return {
        sample.t1 - sample.t0: "one-way",
        -sample.offset_us: "wrong-sign",
        sample.t2 - sample.t3: "no-delay",
        sample.offset_us: "right",
    }


def _signed(us: int) -> str:
    return signed(milliseconds(abs(us)), us)
