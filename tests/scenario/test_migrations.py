"""Every version ever written opens today."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from snapviz.scenario import ScenarioError, decode, encode, migrations
from snapviz.scenario.migrations import CURRENT_VERSION, STEPS, migrate
from tests.scenario.strategies import CATALOGUE

SAMPLES = Path(__file__).with_name("samples")


def named_title(document):
    return {("title" if key == "name" else key): value for key, value in document.items()}


def balance_in_state(document):
    def moved(process):
        kept = {key: value for key, value in process.items() if key != "balance"}
        return {**kept, "state": {"balance": process["balance"]}}

    return {**document, "processes": [moved(process) for process in document["processes"]]}


CHAIN = (named_title, balance_in_state)


def old_document(version: int, **changes):
    return {
        "format": "snapviz/scenario",
        "version": version,
        "name" if version == 1 else "title": "old",
        "processes": [{"id": "a", "balance": 5}],
        **changes,
    }


@pytest.mark.parametrize("version", range(1, CURRENT_VERSION + 1))
def test_that_a_sample_of_every_version_opens(version):
    text = (SAMPLES / f"v{version}.snapviz.json").read_text(encoding="utf-8")
    scenario = decode(text, CATALOGUE)
    assert decode(encode(scenario), CATALOGUE) == scenario


def test_that_the_current_sample_uses_every_field_the_format_has():
    from snapviz.scenario.actions import ACTION
    from snapviz.scenario.durations import DELAY
    from snapviz.scenario.tables import SCENARIO

    text = (SAMPLES / f"v{CURRENT_VERSION}.snapviz.json").read_text(encoding="utf-8")
    records = [SCENARIO, *ACTION.records.values(), *DELAY.records.values()]
    for record in records:
        for key in record.keys:
            assert f'"{key}"' in text, key
    for name in (*ACTION.records, *DELAY.records):
        assert f'"{name}"' in text, name


@pytest.mark.parametrize("version", [1, 2])
def test_that_migrations_compose(version):
    brought_up = migrate(old_document(version), version, CHAIN)
    assert brought_up == {
        "format": "snapviz/scenario",
        "version": 3,
        "title": "old",
        "processes": [{"id": "a", "state": {"balance": 5}}],
    }
    scenario = decode(json.dumps(old_document(version)), CATALOGUE, CHAIN)
    assert scenario.title == "old"
    assert scenario.processes[0].state == {"balance": 5}


def test_that_a_document_of_the_current_version_is_left_untouched():
    document = {"version": 3, "anything": [1]}
    before = json.dumps(document)
    assert migrate(document, 3, CHAIN) is document
    assert json.dumps(document) == before


def test_that_a_problem_in_an_older_file_still_names_its_place():
    broken = old_document(1, processes=[{"id": "a", "balance": 5}, {"id": "b", "balance": -1}])
    with pytest.raises(ScenarioError) as caught:
        decode(json.dumps(broken), CATALOGUE, CHAIN)
    (problem,) = caught.value.problems
    assert problem.path == "processes[1].state.balance"
    assert problem.message.startswith("-1 is negative")


def test_that_an_older_file_no_migration_understands_is_refused_in_words():
    broken = old_document(1, processes=[{"id": "a"}])
    with pytest.raises(ScenarioError, match="cannot be brought up from version 1"):
        decode(json.dumps(broken), CATALOGUE, CHAIN)


def test_that_a_version_after_the_last_migration_is_newer():
    with pytest.raises(ScenarioError, match="written by a newer snapviz; this one reads 1 to 3"):
        decode(json.dumps(old_document(4)), CATALOGUE, CHAIN)


def test_that_there_is_one_frozen_step_for_each_version_and_it_needs_nothing_of_snapviz():
    folder = Path(migrations.__file__).parent
    modules = sorted(path.name for path in folder.glob("*.py") if path.name != "__init__.py")
    assert modules == [f"v{old}_to_v{old + 1}.py" for old in range(1, len(STEPS) + 1)]
    for name in modules:
        for node in ast.walk(ast.parse((folder / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0
                assert not (node.module or "").startswith("snapviz")
            if isinstance(node, ast.Import):
                assert not any(alias.name.startswith("snapviz") for alias in node.names)
