"""Small editors of one value each, for forms and tables: typed, checked, taken back by Esc.

Every field has ``set_value``, ``current`` (what is in it now; ValueError in words if that is
nothing), ``refuse`` (a red frame and the reason) and ``forgive``. ``committed`` carries a new value
and whether it came by a step (an arrow key) rather than by typing; ``refused`` the reason, or ""
when there is none any more.
"""

from snapviz.ui.fields.box import ChoiceBox
from snapviz.ui.fields.choice import ChoiceField, FlagField
from snapviz.ui.fields.duration import DurationField
from snapviz.ui.fields.free import GroupsField, JsonField, PayloadField
from snapviz.ui.fields.line import LineField, TextField
from snapviz.ui.fields.notes import NotesField
from snapviz.ui.fields.numbers import (
    DriftField,
    IntegerField,
    MillisecondsField,
    NumberField,
    ProbabilityField,
    ThousandthsField,
)

__all__ = [
    "ChoiceBox",
    "ChoiceField",
    "DriftField",
    "DurationField",
    "FlagField",
    "GroupsField",
    "IntegerField",
    "JsonField",
    "LineField",
    "MillisecondsField",
    "NotesField",
    "NumberField",
    "PayloadField",
    "ProbabilityField",
    "TextField",
    "ThousandthsField",
]
