"""Algorithms that bring physical clocks together by messages."""
