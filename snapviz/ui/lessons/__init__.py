"""Lessons beside the live diagram: `door` brings a lesson and its steps into the window, `stage`
sets the window as a step wants it, `panel` shows text, question and answer, `options` are what an
answer is given with, `words` the sentences of questions in the language of the window.
"""
