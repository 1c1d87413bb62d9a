"""A first tour: the student takes a snapshot with the real tools, a callout beside each of them.

`steps` are what is to be done and how the window tells that it was done: conditions on the run, as
lessons have them, and what the hands hold. `words` are what the callout says, `places` where in
the window it points, `placing` where it finds room, `bubble` draws it, `offer` asks whether a
person would like the tour, `door` leads through it.
"""
