"""What a distributed computation means: the ground floor, on columns of events and messages.

`computation` holds processes, events and messages as numpy columns, `reach` how far causality
goes in them. On these stand `clocks` (vector and Lamport), `lamport` (the latter in stretches),
`order` (happened-before, causal past and future), `paths` (why one event came before another),
`delivery` (messages overtaken by causally later ones), `cuts` (consistency, orphans, channel
states), `reordering` (the same events in an order that passes through a cut), `verdict`
(the oracle that judges a recorded snapshot), `lattice` (counting consistent cuts), `predicates`
(what holds in some, or on every way), `agreement` (whether logged clocks bear one another out),
`analysis` and
`chains` (concurrency figures), `direct` (message edges read off clocks) and `facts` (all figures
in one answer).

May import numpy and the standard library, and nothing else of snapviz.
"""
