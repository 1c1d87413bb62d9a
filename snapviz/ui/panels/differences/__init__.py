"""The run that is shown beside another: what is only here, only there, moved.

`work` makes the other run and compares, in a thread; `rows` are what differs, `panel` shows it,
`taking` takes it along.
"""

from .panel import DifferencesPanel

__all__ = ["DifferencesPanel"]
