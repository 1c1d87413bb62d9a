"""Ways to agree, all or none, on whether a snapshot is committed.

Each process lives through crashes by its stable storage alone; after a restart it remembers
nothing else.
"""
