"""Algorithms that record a global state."""
