"""Layers that snapshot protocols stand on: the order in which messages are handed to a process.

May import: what the room of protocols may, and no protocol.
"""
