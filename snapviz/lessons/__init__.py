"""Lessons: predict, see, understand; data beside a live run, never a canned picture.

`model` holds a lesson as values. `reading` makes one of a folder (`fields` reads its JSON, `pages`
its texts) and refuses it with every problem at once, `shelf` finds those that are shipped.
`facts` are the figures of a run by name, `figures` puts them into texts, `conditions` judges by
them what a student has made of the scenario, `overdone` says what was changed though it was to
stay. `questions` are asked of any run, marked and explained; their keys come from the rooms that
judge, or are what the trace says was done. `checking` plays a lesson through without a window,
`starting` holds one to begin with. `words` are texts that a window can translate. `narration` tells
any snapshot of any run, a sentence and a line of pseudo-code for each step.

A lesson is read and looked at, never run: nothing in its files is code.

May import: `study` and the rooms below it, and of `diagram` `figures`, for how figures are
written, and `facts`.
No Qt.
"""
