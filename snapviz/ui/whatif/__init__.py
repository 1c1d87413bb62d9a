"""Two runs side by side: the one that is, and one that could have been.

`page` is the frame of both pages: words above, two diagrams, one play-head below. `retold` shows
the run that passes through a recorded state, `broken` the run with an assumption broken; `door`
leads from the window's actions to them and back.
"""
