"""Logs of real systems in the format of ShiViz: vector clocks beside what was logged.

`patterns` reads regular expressions as JavaScript does, `matching` finds them in a text within a
bounded time (in a process of its own: `matcher`), `presets` knows the parsers of published logs,
`guessing` which of them fits, `reading` makes records of a text, `judging` says what their clocks
contradict, `executions` makes computations of them, and `writing` puts a run into the format.
"""
