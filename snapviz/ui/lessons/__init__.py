"""Lessons beside the live diagram: `door` brings a lesson and its steps into the window, `task` asks
what a step asks and marks what is given, `stage` sets the window as a step wants it, `panel` shows
text, question and answer. `options` are what an answer is given with, `order_rows` rows to be put
in order, `on_diagram` what of it is clicked in the diagram. `waiting` shows how far that is which
takes long, `words` are the sentences of questions in the language of the window.
"""
