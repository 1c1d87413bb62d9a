"""Every consistent global state of a run: the lattice, and conditions asked of it.

`work` is what a thread does, `view` the picture, `answer` the words, `panel` puts them together.
"""

from .panel import StatesPanel

__all__ = ["StatesPanel"]
