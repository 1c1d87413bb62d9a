"""The engine: a scenario becomes a trace, the same one every time.

Virtual time is an integer number of microseconds; everything that happens is
totally ordered by (time, class, sequence). Randomness comes from named,
counter-based streams. The engine knows workloads and snapshot protocols only
through the hooks in ``hooks``; who wants them hands them in.

May import: ``causality``, ``scenario``, numpy.
"""
