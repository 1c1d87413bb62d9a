"""From where a run can go on after a crash: the theory of rollback recovery, as pure functions.

They look at a computation and at where its processes have checkpoints; nothing here runs anything.
`candidates` says where a process may stand, `propagation` how one rollback forces others, `line`
where that ends, `replay` how far a log rebuilds a process, and all of
them together.

May import: ``causality``, ``scenario``, ``engine``, numpy; networkx inside the functions that need
it, for it is slow to load. No Qt.
"""
