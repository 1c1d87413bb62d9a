"""Edits at random through the editor: nothing lost, the history exact, the run the scenario's."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from snapviz import editing
from snapviz.documents import catalogue, load_scenario
from snapviz.scenario import edits, layouts
from snapviz.scenario.codec import encode
from snapviz.scenario.model import Exponential, Internal, SetClock, Uniform, Workload
from snapviz.scenario.templates import from_template
from snapviz.scenario.validity import problems_of
from snapviz.simulation import simulate
from snapviz.ui.document import Document
from snapviz.ui.editor import Editor
from snapviz.ui.messages import MessageBar
from snapviz.ui.runner import Runner


def _some(source: random.Random, things):
    return source.choice(list(things))


def add_process(scenario, run, source):
    return edits.with_new_process(scenario)[0]


def delete_process(scenario, run, source):
    return edits.without_processes(scenario, [_some(source, scenario.processes).id])


def rename(scenario, run, source):
    return edits.renamed(scenario, _some(source, scenario.processes).id, f"N{source.randrange(9)}")


def move(scenario, run, source):
    where = (source.uniform(-3, 3), source.uniform(-3, 3))
    return edits.moved(scenario, {_some(source, scenario.processes).id: where})


def arrange(scenario, run, source):
    return layouts.arranged(scenario, _some(source, layouts.LAYOUTS))


def connect(scenario, run, source):
    pair = [_some(source, scenario.processes).id for _ in range(2)]
    return edits.with_both_ways(scenario, *pair)


def disconnect(scenario, run, source):
    channel = _some(source, scenario.channels or [None])
    return edits.without_channels(scenario, [(channel.source, channel.target)] if channel else [])


def change_channel(scenario, run, source):
    if not scenario.channels:
        return scenario
    channel = _some(source, scenario.channels)
    change = _some(
        source,
        [
            {"fifo": False},
            {"fifo": True},
            {"loss": 0.3},
            {"duplication": 0.2},
            {"delay": Uniform(1_000, 90_000)},
        ],
    )
    return edits.replace_channel(scenario, channel.source, channel.target, **change)


def send(scenario, run, source):
    pair = [_some(source, scenario.processes).id for _ in range(2)]
    at = source.randrange(0, 400_000)
    return editing.send_message(run, scenario, *pair, at, at + source.randrange(0, 100_000))


def drag_arrival(scenario, run, source):
    if not run.trace.message_count:
        return scenario
    message = source.randrange(run.trace.message_count)
    at = int(run.trace.message_sent[message]) + source.randrange(0, 200_000)
    return editing.set_arrival(run, scenario, message, at)


def snapshot(scenario, run, source):
    at = source.randrange(0, 400_000)
    process = _some(source, scenario.processes).id
    return editing.take_snapshot(scenario, process, at, "chandy-lamport", run)


def local_event(scenario, run, source):
    action = Internal(source.randrange(0, 400_000), _some(source, scenario.processes).id, "x")
    return editing.add_action(run, scenario, action)


def drag_clock(scenario, run, source):
    return edits.set_clock(
        scenario, _some(source, scenario.processes).id, source.randrange(-50_000, 50_000)
    )


def set_clock(scenario, run, source):
    process = _some(source, scenario.processes).id
    return editing.add_action(run, scenario, SetClock(source.randrange(0, 300_000), process, 5_000))


def delete_action(scenario, run, source):
    if not scenario.script:
        return scenario
    return editing.delete_actions(run, scenario, [source.randrange(len(scenario.script))])


def move_action(scenario, run, source):
    if not scenario.script:
        return scenario
    index = source.randrange(len(scenario.script))
    moved = edits.moved_action(scenario, index, source.randrange(0, 400_000))
    return editing.change_action(run, scenario, index, moved.script[index])


def work(scenario, run, source):
    chosen = Workload(_some(source, ["none", "bank"]), Exponential(source.randrange(40, 90) * 1000))
    return edits.with_workload(scenario, chosen)


EDITS = (
    add_process, delete_process, rename, move, arrange, connect, disconnect, change_channel, send,
    drag_arrival, snapshot, local_event, drag_clock, set_clock, delete_action, move_action, work,
)  # fmt: skip


class RandomEditing(RuleBasedStateMachine):
    """Beside the editor runs a list of the scenarios that should be there."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="snapviz-test-"))
        self.messages = MessageBar()
        self.editor = Editor(Runner(), self.messages)
        self.open(from_template("ring", 3, "bank"))

    def open(self, scenario):
        document = Document(scenario)
        document.run = simulate(scenario)
        self.editor.set_document(document)
        self.expected, self.place = [scenario], 0

    def teardown(self):
        self.messages.deleteLater()
        for file in self.folder.iterdir():
            file.unlink()
        self.folder.rmdir()

    def change(self, make, seed):
        """The same edit as a function of the scenario, so that a preview repeats it."""
        run = self.editor.run
        return lambda scenario: make(scenario, run, random.Random(seed))

    def _note(self):
        now = self.editor.scenario
        if now != self.expected[self.place]:
            self.expected[self.place + 1 :] = [now]
            self.place += 1

    @rule(make=st.sampled_from(EDITS), seed=st.integers(0, 2**20))
    def edit(self, make, seed):
        before = self.editor.scenario
        accepted = self.editor.edit(self.change(make, seed), make.__name__)
        assert accepted or self.editor.scenario is before
        self._note()

    @rule(
        make=st.sampled_from(EDITS),
        seeds=st.lists(st.integers(0, 2**20), min_size=1, max_size=4),
        keep=st.booleans(),
    )
    def drag(self, make, seeds, keep):
        before = self.editor.document.scenario
        for seed in seeds:
            self.editor.preview(self.change(make, seed), make.__name__)
        if keep:
            self.editor.commit()
        else:
            self.editor.cancel()
            assert self.editor.scenario is before
        self._note()

    @rule(steps=st.integers(1, 4))
    def undo(self, steps):
        for _ in range(steps):
            self.editor.undo()
        self.place = max(0, self.place - steps)

    @rule(steps=st.integers(1, 4))
    def redo(self, steps):
        for _ in range(steps):
            self.editor.redo()
        self.place = min(len(self.expected) - 1, self.place + steps)

    @rule()
    def save(self):
        path = self.folder / "work.snapviz.json"
        self.editor.document.save(path)
        assert not self.editor.document.dirty
        assert load_scenario(path) == self.editor.scenario

    @precondition(lambda self: self.editor.document.path is not None)
    @rule()
    def load(self):
        self.open(load_scenario(self.editor.document.path))

    @invariant()
    def the_history_is_exact(self):
        assert self.editor.scenario == self.expected[self.place]
        history = self.editor.document.history
        assert history.can_undo == (self.place > 0)
        assert history.can_redo == (self.place < len(self.expected) - 1)

    @invariant()
    def the_scenario_can_be_written(self):
        assert problems_of(self.editor.scenario, catalogue()) == []

    @invariant()
    def the_run_is_the_one_of_the_scenario(self):
        assert self.editor.run.scenario == self.editor.scenario
        assert self.editor.run.digest == simulate(self.editor.scenario).digest
        assert encode(self.editor.run.scenario) == encode(self.editor.scenario)


@pytest.fixture
def qt(qapp):
    return qapp


def _run(examples: int, steps: int) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        RandomEditing, settings=settings(max_examples=examples, stateful_step_count=steps)
    )


def test_that_edits_at_random_keep_history_file_and_run_exact(qt):
    _run(15, 25)


@pytest.mark.deep
def test_that_many_edits_at_random_keep_history_file_and_run_exact(qt):
    _run(300, 60)
