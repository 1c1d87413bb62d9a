"""The branches of the open document: choosing one, seeing it beside the base run, comparing.

The editor knows which branch is shown and lets edits go into it; what is here is for the eye and
the hand. May import: what the other rooms of ``ui`` may.
"""
