"""Parsers that published logs need, by name, and the lines in which a log names its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

DEFAULT = r"(?<host>\S*) (?<clock>{.*})\n(?<event>.*)"


@dataclass(frozen=True)
class Preset:
    """A parser, and the delimiter between the executions of a log ("" for none)."""

    parser: str
    delimiter: str = ""


PRESETS: dict[str, Preset] = {
    # Host and clock in a line, the event in the next: GoVector and most published logs.
    "default": Preset(DEFAULT),
    # The event first, host and clock in the line after it.
    "event-first": Preset(r"(?<event>.*)\n(?<host>\S*) (?<clock>{.*})"),
    # All in one line.
    "one-line": Preset(r"(?<host>\S+) (?<clock>{.*?}) (?<event>.*)"),
    # A tab behind the host, whose name may have spaces in it: logs that snapviz writes.
    "tabbed": Preset(r"(?<host>[^\t\n]*)\t(?<clock>{.*})\n(?<event>.*)"),
    # The logger of an Akka actor system.
    "akka": Preset(
        r"\[\w+\] \[(?<date>([^ ]+ [^ ]+))\] [^ ]+ \[akka://\w+/user/(?<host>\w+)\]"
        r" (?<clock>.*\}) (?<event>.*)"
    ),
    # Address, date, action and event in a line, host and clock in the next; several executions.
    "web": Preset(
        r"(?<ip>(\d{1,3}\.){3}\d{1,3}) (?<date>(\d{1,2}/){2}\d{4} (\d{2}:){2}\d{2} (AM|PM))"
        r" (?<action>(INFO|GET|POST)) (?<event>.*)\n(?<host>\w*) (?<clock>.*)",
        r"^=== (?<trace>.*) ===$",
    ),
}
# Tried in this order where nothing is said: what asks for most comes first.
GUESSES = ("web", "akka", "default", "tabbed", "one-line", "event-first")


def own_preset(text: str) -> Preset | None:
    """The parser in a log's first line and the delimiter in its second, if they stand there."""
    first, _, rest = text.partition("\n")
    named = re.findall(r"\(\?P?<(\w+)>", first)
    if not {"host", "clock", "event"} <= set(named):
        return None
    return Preset(first.strip(), rest.partition("\n")[0].strip())
