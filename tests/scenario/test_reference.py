"""The reference page is about the format there is."""

from __future__ import annotations

import json
import re

import pytest

from snapviz.resources import resources_folder
from snapviz.scenario import decode
from snapviz.scenario.actions import ACTION
from snapviz.scenario.durations import DELAY
from snapviz.scenario.tables import (
    BRANCH,
    CHANNEL,
    CHECKPOINTING,
    CLOCK,
    LOGGING,
    PIN,
    PROCESS,
    SCENARIO,
    WORKLOAD,
)

RECORDS = [SCENARIO, PROCESS, CLOCK, CHANNEL, WORKLOAD, PIN, CHECKPOINTING, LOGGING, BRANCH]
RECORDS += [*ACTION.records.values(), *DELAY.records.values()]


@pytest.fixture(scope="module")
def page() -> str:
    return (resources_folder() / "reference" / "scenario-format.md").read_text(encoding="utf-8")


def test_that_the_example_of_the_page_opens(page):
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    assert decode(example).title == json.loads(example)["title"]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.make.__name__)
def test_that_every_field_has_its_place_on_the_page(page, record):
    for key in record.keys:
        assert re.search(rf"[`.]{re.escape(key)}`", page), key


@pytest.mark.parametrize("variant", [ACTION, DELAY], ids=["actions", "durations"])
def test_that_every_kind_has_its_place_on_the_page(page, variant):
    for name in variant.records:
        assert f"`{name}`" in page
