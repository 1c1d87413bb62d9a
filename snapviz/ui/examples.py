"""The shipped scenarios by title. No Qt here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from snapviz.documents import load_scenario
from snapviz.resources import scenarios_folder
from snapviz.scenario import ScenarioError

FIRST = "crossing"


@dataclass(frozen=True)
class Example:
    """``teaches`` is the first sentence of the description, without markup."""

    path: Path
    title: str
    teaches: str


def shipped_paths() -> list[Path]:
    """The files of the shipped scenarios, the one for beginners first."""
    try:
        folder = scenarios_folder()
    except FileNotFoundError:
        return []
    found = sorted(folder.glob("*.snapviz.json"))
    return sorted(found, key=lambda path: FIRST not in path.name)


def shipped_examples() -> list[Example]:
    """The shipped scenarios that can be read, the one for beginners first."""
    made = []
    for path in shipped_paths():
        try:
            scenario = load_scenario(path)
        except ScenarioError:
            continue
        made.append(
            Example(path, scenario.title or path.name, first_sentence(scenario.description))
        )
    return made


def first_sentence(markdown: str) -> str:
    """What a description says first, as plain text."""
    paragraphs = [p for p in re.split(r"\n\s*\n", markdown.strip()) if not p.startswith("#")]
    text = " ".join(paragraphs[0].split()) if paragraphs else ""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"[*_`]+", "", text)
    match = re.match(r".*?[.!?](?=\s|$)", text)
    return match.group(0) if match else text
