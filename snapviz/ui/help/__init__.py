"""The help: pages in Markdown, found by contents, words and where a person is.

`pages` and `finding` read and search them without Qt; `door` opens the window.
"""
