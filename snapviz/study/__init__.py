"""Questions over whole runs: which protocol when, how often it goes wrong, what never happened.

`comparison` runs one scenario under several protocols; `guide` says which one when, from what
the protocols assume (`assumptions`, `shape`) and from the very figures. `sweep` varies one thing
(`variation`, `varying`) over many seeds, on one core or many (`workers`), and counts with
confidence (`wilson`). `retelling` turns a run into one that passes through a recorded snapshot.
`comparison_report`, `sweep_report` and `tables` say it as JSON, CSV and tables; `words` holds
sentences that a window can translate.

May import: `causality`, `scenario`, `engine`, `protocols`, `run`, `simulation`, `report`,
`tables`. joblib and Dask are imported when work is handed out, rich only in `tables`.
"""
