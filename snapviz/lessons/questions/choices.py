"""By which algorithms does a snapshot come out right on this run? The oracle judges each."""

from __future__ import annotations

from snapviz.diagram.figures import milliseconds
from snapviz.lessons.questions.question import (
    NONE,
    Answer,
    Asking,
    Option,
    Question,
    Unaskable,
    is_exactly,
    message_words,
    place_of,
)
from snapviz.lessons.words import Told, told
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.run import Run
from snapviz.scenario.problems import ScenarioError
from snapviz.simulation import simulate, with_protocol

KIND = "right-protocols"
ABOUT = ("snapshot", "protocols")
USUAL = ("chandy-lamport", "naive-poll", "global-clock", "lai-yang", "mattern")
MOST = 6


def ask(asking: Asking) -> Question:
    """About a snapshot of the run; each algorithm takes it in a run of its own."""
    run, number = asking.run, _number(asking)
    trials = {name: _under(run, name) for name in _protocols(asking)}
    key = tuple(name for name, trial in trials.items() if _is_right(trial, number)) or (NONE,)

    def explain(answer: Answer) -> Told:
        wrong = [name for name in answer if name not in key and name != NONE]
        if wrong:
            return _what_is_wrong(trials[wrong[0]], wrong[0], number)
        left = [name for name in key if name not in answer and name != NONE]
        if not left:
            return told("None of them comes out right here.")
        snapshot = trials[left[0]].snapshots[number]
        return told(
            "By %1 it comes out right, with %2 control messages.",
            _title(left[0]), snapshot.cost.control_messages,
        )  # fmt: skip

    prompt = told("By which of these does %1 come out right on this run?", run.snapshots[number].id)
    options = tuple(Option(name, told("%1", _title(name))) for name in trials)
    nothing = Option(NONE, told("None of them"))
    return Question(KIND, prompt, "many", (*options, nothing), key, is_exactly(key), explain)


def _number(asking: Asking) -> int:
    ids = [snapshot.id for snapshot in asking.run.snapshots]
    if not ids:
        raise Unaskable("no snapshot is taken in this run")
    return place_of(ids, asking.about["snapshot"], "snapshot") if "snapshot" in asking.about else 0


def _protocols(asking: Asking) -> tuple[str, ...]:
    names = tuple(asking.about.get("protocols", USUAL))
    if not 1 < len(set(names)) == len(names) <= MOST:
        raise Unaskable(f"{len(names)} protocols; allowed: 2 to {MOST}, each once")
    for name in names:
        place_of(list(SNAPSHOT_PROTOCOLS), name, "protocol")
    return names


def _under(run: Run, protocol: str) -> Run:
    try:
        return simulate(with_protocol(run.scenario, protocol), run.until_us)
    except ScenarioError as error:
        raise Unaskable(f"{protocol} cannot take it: {error}") from None


def _is_right(trial: Run, number: int) -> bool:
    if number >= len(trial.snapshots):
        return False
    verdict = trial.snapshots[number].verdict
    return verdict is not None and verdict.sound


def _title(protocol: str) -> Told:
    return Told(SNAPSHOT_PROTOCOLS[protocol].TITLE)


def _what_is_wrong(trial: Run, protocol: str, number: int) -> Told:
    title = _title(protocol)
    verdict = trial.snapshots[number].verdict if number < len(trial.snapshots) else None
    if verdict is None:
        until = milliseconds(trial.until_us)
        return told("By %1 it is not complete at the end, at %2 ms.", title, until)
    if verdict.orphans:
        words = message_words(trial, verdict.orphans[0])
        return told("By %1 it has an orphan: %2.", title, words)
    if verdict.missing:
        words = message_words(trial, verdict.missing[0])
        return told("By %1 a message on its way is missing: %2.", title, words)
    if verdict.extra:
        words = message_words(trial, verdict.extra[0])
        return told("By %1 a message is recorded that is not on its way: %2.", title, words)
    return told("By %1 the sum does not come out.", title)
