"""Questions over many runs, in the window: protocols compared, and sweeps.

`job` does what is long in another thread; `comparing` keeps the comparison of the scenario on
screen, which the panel `compare` and a card among the snapshots show; `sweep` is the panel of
sweeps. `sentences` holds what the study room says, to be translated.
"""
