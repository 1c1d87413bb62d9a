"""Questions over whole runs: which protocol when, how often it goes wrong, what never happened.

`comparison` runs one scenario under several protocols; `guide` says which one when, from what
the protocols assume (`assumptions`, `shape`) and from the very figures. `sweep` varies one thing
(`variation`, `varying`) over many seeds, on one core or many (`workers`), and counts with
confidence (`wilson`). `retelling` turns a run into one that passes through a recorded snapshot;
`occurrence` tells whether that state ever was. `condition` asks a `predicate` of the global states
of a run. `breaking` breaks an assumption of a run
(`breakages`) until a snapshot goes wrong, and `blame` says which message did it.
`branch_comparison` says what differs between a run and a branch of it. `moment` is a run after some
rows, `stable_storage` what is written then, `forecast` the recovery that a crash would lead to
then, `recovery_story` one that happened, `recovery_comparison` what each way to recover costs.
`keeping_steps` and `decision_story` tell how a snapshot was gathered, copied and decided, step by
step, `decision_words` in sentences; `pipeline` says how far one has come at an instant.
`survival` tells which crashes a kept snapshot outlives, `restoring` goes on from what is left of it,
`continuing` lets some crash at an instant of a run and others take over with its copies.
`comparison_report`, `sweep_report`, `breaking_report`, `survival_report`, `decision_report`,
`tables`, `recovery_tables` and `breaking_table` say it as JSON, CSV and tables; `words` holds
sentences that a window can translate.

May import: `causality`, `scenario`, `engine`, `protocols`, `run`, `simulation`, `editing`,
`report`, `tables`. joblib and Dask are imported when work is handed out, rich only in
what makes tables.
"""
