"""From where a run can go on after a crash: the theory of rollback recovery, and a recovery.

They look at a computation and at where its processes have checkpoints. A run in the making calls
`recovering` for a restart or a rollback: `plan` tells it where everyone goes, given the `offers` of
all and, where a standby takes over, the parts of snapshots that `takeover` finds; `mail` does so with
the messages. `collecting` discards garbage. They look at what stands, which is `history`,
or the `recent` part of it. Those alone act on a run; the others are theory.
`candidates` says where a process may stand, `propagation` how one rollback forces others, `line`
where that ends, `steps` how it came to that, `domino` how far it went, and `messages` what becomes
of the messages. `dependency` holds the graph behind it, `zigzag` the checkpoints that it makes
useless, `garbage` those that no crash will ever ask for. `replay` says how far a log rebuilds a
process, and where that lets all of them stand; `costs` counts what all of it took.

May import: ``causality``, ``scenario``, ``engine``, numpy; networkx inside the functions that need
it, for it is slow to load. No Qt.
"""
